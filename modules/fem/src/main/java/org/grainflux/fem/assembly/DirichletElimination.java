package org.grainflux.fem.assembly;

import java.util.Arrays;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.algebra.LinearSystem;

/**
 * Prescribed values taken out of a system symmetrically: a prescribed unknown keeps its diagonal entry alone, with the
 * load that gives its value, and what other rows owe to it moves to their load. The matrix stays symmetric positive
 * definite, and unknowns keep their numbers.
 */
public final class DirichletElimination {
    private DirichletElimination() {}

    /**
     * @param load with natural borders; one entry per row, not changed
     * @param prescribed value per row; NaN where the unknown is free
     */
    public static LinearSystem of(CsrMatrix matrix, double[] load, double[] prescribed) {
        CsrPattern pattern = matrix.pattern();
        int n = matrix.rows();
        if (load.length != n || prescribed.length != n) {
            throw new IllegalArgumentException(
                    n + " rows, got " + load.length + " loads and " + prescribed.length + " prescribed values");
        }
        int[] rowStarts = new int[n + 1];
        int[] columns = new int[matrix.entryCount()];
        double[] values = new double[matrix.entryCount()];
        double[] eliminated = new double[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            boolean free = Double.isNaN(prescribed[i]);
            double sum = load[i];
            for (int k = pattern.rowStart(i); k < pattern.rowEnd(i); k++) {
                int j = pattern.column(k);
                if (j == i || free && Double.isNaN(prescribed[j])) {
                    columns[count] = j;
                    values[count++] = matrix.value(k);
                } else if (free) {
                    sum -= matrix.value(k) * prescribed[j];
                }
            }
            eliminated[i] = free ? sum : matrix.at(i, i) * prescribed[i];
            rowStarts[i + 1] = count;
        }
        CsrPattern reduced = CsrPattern.of(rowStarts, Arrays.copyOf(columns, count));
        return new LinearSystem(CsrMatrix.of(reduced, Arrays.copyOf(values, count)), eliminated);
    }
}
