package org.grainflux.bench.solve;

import java.io.PrintStream;
import java.util.Arrays;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.exchange.SystemFiles;

/** The system that is named on a command line. */
public final class RequestedSystem {
    private RequestedSystem() {}

    /**
     * Reads NAME.mat and NAME.rhs; without the latter the right-hand side is 1 in every row.
     *
     * @param name of the files, with or without .mat
     * @param err is told of a missing right-hand side
     */
    public static LinearSystem read(String name, PrintStream err) {
        SystemFiles files = SystemFiles.of(name);
        CsrMatrix matrix = files.readMatrix();
        LinearSystem system = new LinearSystem(
                matrix, files.readLoad(matrix.rows()).orElseGet(() -> unitLoad(files, matrix.rows(), err)));
        if (Arrays.stream(system.load()).allMatch(b -> b == 0)) {
            throw new InvalidInputException(files.load() + " is zero everywhere, and so is the solution;"
                    + " give another right-hand side, or none for 1 in every row");
        }
        return system;
    }

    private static double[] unitLoad(SystemFiles files, int rows, PrintStream err) {
        err.println(files.load() + " does not exist: the right-hand side is 1 in every row");
        double[] load = new double[rows];
        Arrays.fill(load, 1);
        return load;
    }
}
