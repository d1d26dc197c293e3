package org.grainflux.fem.exchange;

import java.nio.file.Path;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;

/** A symmetric positive definite matrix in PETSc's binary format for sparse matrices. */
public final class PetscMatrixFile {
    /** MAT_FILE_CLASSID of PETSc. */
    private static final int CLASS_ID = 1211216;
    /** What PETSc writes in place of the number of entries of a dense matrix (MATRIX_BINARY_FORMAT_DENSE). */
    private static final int DENSE = -1;

    private PetscMatrixFile() {}

    /**
     * Reads a matrix; columns that are not in order within a row are sorted.
     *
     * @throws InvalidInputException when the file is none, is cut off, or holds a matrix that is not square, not
     *     symmetric, has a diagonal entry that is missing or not positive, or an entry that is not finite
     */
    public static CsrMatrix read(Path file) {
        try (BigEndianReader in = new BigEndianReader(file)) {
            PetscHeader.requireClass(file, in, CLASS_ID, "matrix");
            int[] sizes = new int[3];
            in.readInts(sizes, "the header");
            int rows = sizes[0];
            int entries = sizes[2];
            checkSizes(file, sizes);
            in.require((long) Integer.BYTES * rows + 12L * entries, rows + " rows with " + entries + " entries");
            int[] lengths = new int[rows];
            in.readInts(lengths, "the lengths of the rows");
            int[] rowStarts = rowStarts(file, lengths, entries);
            int[] columns = new int[entries];
            in.readInts(columns, "the columns");
            double[] values = new double[entries];
            in.readDoubles(values, "the values");
            StoredRows.sortAndCheck(file, rowStarts, columns, values);
            return CsrMatrix.of(CsrPattern.of(rowStarts, columns), values);
        }
    }

    private static void checkSizes(Path file, int[] sizes) {
        if (sizes[2] == DENSE) {
            throw new InvalidInputException(file + " holds a dense matrix; write it as a sparse one (type aij)");
        }
        if (sizes[0] != sizes[1]) {
            throw new InvalidInputException(
                    file + ": the matrix must be square, got " + sizes[0] + " rows and " + sizes[1] + " columns");
        }
        if (sizes[0] <= 0 || sizes[2] < 0) {
            throw new InvalidInputException(file + ": a matrix of " + sizes[0] + " rows and " + sizes[2]
                    + " entries; both must be positive and below 2^31");
        }
    }

    private static int[] rowStarts(Path file, int[] lengths, int entries) {
        int[] starts = new int[lengths.length + 1];
        long sum = 0;
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] < 0) {
                throw new InvalidInputException(file + ": row " + i + " has a length of " + lengths[i]);
            }
            sum += lengths[i];
            if (sum > entries) {
                break;
            }
            starts[i + 1] = (int) sum;
        }
        if (sum != entries) {
            throw new InvalidInputException(file + ": the lengths of the rows do not add up to the " + entries
                    + " entries of the header; more than 2^31 - 1 entries are not supported");
        }
        return starts;
    }

    /** Writes every stored entry, zeros too. */
    public static void write(Path file, CsrMatrix matrix) {
        CsrPattern pattern = matrix.pattern();
        int[] lengths = new int[matrix.rows()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = pattern.rowEnd(i) - pattern.rowStart(i);
        }
        try (BigEndianWriter out = new BigEndianWriter(file)) {
            out.writeInts(CLASS_ID, matrix.rows(), matrix.rows(), matrix.entryCount());
            out.writeInts(lengths);
            out.writeInts(pattern.columns());
            out.writeDoubles(matrix.values());
        }
    }
}
