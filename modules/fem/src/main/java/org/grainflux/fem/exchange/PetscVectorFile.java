package org.grainflux.fem.exchange;

import java.nio.file.Path;
import org.grainflux.core.InvalidInputException;

/** A vector in PETSc's binary format. */
public final class PetscVectorFile {
    /** VEC_FILE_CLASSID of PETSc. */
    private static final int CLASS_ID = 1211214;

    private PetscVectorFile() {}

    /**
     * @param rows the number of entries that the matrix of the system asks for
     * @throws InvalidInputException when the file is none, is cut off or has another length
     */
    public static double[] read(Path file, int rows) {
        try (BigEndianReader in = new BigEndianReader(file)) {
            PetscHeader.requireClass(file, in, CLASS_ID, "vector");
            int count = in.readInt("the number of entries");
            if (count != rows) {
                throw new InvalidInputException(file + " has " + count + " entries, its matrix has " + rows
                        + " rows; give files of one system");
            }
            double[] values = new double[count];
            in.readDoubles(values, count + " values");
            for (int i = 0; i < count; i++) {
                if (!Double.isFinite(values[i])) {
                    throw new InvalidInputException(
                            file + ": entry " + i + " is " + values[i] + "; every entry must be finite");
                }
            }
            return values;
        }
    }

    public static void write(Path file, double[] values) {
        try (BigEndianWriter out = new BigEndianWriter(file)) {
            out.writeInts(CLASS_ID, values.length);
            out.writeDoubles(values);
        }
    }
}
