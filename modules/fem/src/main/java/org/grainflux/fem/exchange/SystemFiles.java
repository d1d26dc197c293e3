package org.grainflux.fem.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.LinearSystem;

/** The two files of a linear system, NAME.mat and NAME.rhs, named by either or by NAME alone. */
public final class SystemFiles {
    private static final String MATRIX = ".mat";
    private static final String LOAD = ".rhs";

    private final Path matrix;
    private final Path load;

    private SystemFiles(Path matrix, Path load) {
        this.matrix = matrix;
        this.load = load;
    }

    /** @param name NAME or NAME.mat */
    public static SystemFiles of(String name) {
        String stem = name.endsWith(MATRIX) ? name.substring(0, name.length() - MATRIX.length()) : name;
        return new SystemFiles(Path.of(stem + MATRIX), Path.of(stem + LOAD));
    }

    public Path matrix() {
        return matrix;
    }

    public Path load() {
        return load;
    }

    public CsrMatrix readMatrix() {
        return PetscMatrixFile.read(matrix);
    }

    /** The right-hand side, if its file exists. */
    public Optional<double[]> readLoad(int rows) {
        return Files.exists(load) ? Optional.of(PetscVectorFile.read(load, rows)) : Optional.empty();
    }

    public void write(LinearSystem system) {
        PetscMatrixFile.write(matrix, system.matrix());
        PetscVectorFile.write(load, system.load());
    }
}
