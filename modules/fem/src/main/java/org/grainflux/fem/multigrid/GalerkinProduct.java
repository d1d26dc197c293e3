package org.grainflux.fem.multigrid;

import java.util.Arrays;

/** The matrix of the next level, Pᵀ A P. */
final class GalerkinProduct {
    private GalerkinProduct() {}

    static RowMatrix of(RowMatrix matrix, Prolongation prolongation) {
        RowMatrix half = timesProlongation(matrix, prolongation);
        RowMatrix transposed = prolongation.transposed();
        return product(transposed, half, prolongation.coarseCount);
    }

    private static RowMatrix timesProlongation(RowMatrix a, Prolongation p) {
        int n = a.rows();
        RowBuilder row = new RowBuilder(p.coarseCount);
        int[] starts = new int[n + 1];
        int[] columns = new int[8 * n + 64];
        double[] values = new double[8 * n + 64];
        int count = 0;
        for (int i = 0; i < n; i++) {
            row.clear();
            for (int k = a.starts[i]; k < a.starts[i + 1]; k++) {
                int j = a.columns[k];
                double value = a.values[k];
                for (int m = p.starts[j]; m < p.starts[j + 1]; m++) {
                    row.add(p.columns[m], value * p.weights[m]);
                }
            }
            if (count + row.count > columns.length) {
                int larger = columns.length + columns.length / 2 + row.count;
                columns = Arrays.copyOf(columns, larger);
                values = Arrays.copyOf(values, larger);
            }
            System.arraycopy(row.columns, 0, columns, count, row.count);
            System.arraycopy(row.values, 0, values, count, row.count);
            count += row.count;
            starts[i + 1] = count;
        }
        return new RowMatrix(starts, columns, values);
    }

    private static RowMatrix product(RowMatrix a, RowMatrix b, int columnCount) {
        int n = a.rows();
        RowBuilder row = new RowBuilder(columnCount);
        int[] starts = new int[n + 1];
        int[] columns = new int[32 * n + 64];
        double[] values = new double[32 * n + 64];
        int count = 0;
        for (int i = 0; i < n; i++) {
            row.clear();
            for (int k = a.starts[i]; k < a.starts[i + 1]; k++) {
                int j = a.columns[k];
                double value = a.values[k];
                for (int m = b.starts[j]; m < b.starts[j + 1]; m++) {
                    row.add(b.columns[m], value * b.values[m]);
                }
            }
            if (count + row.count > columns.length) {
                int larger = columns.length + columns.length / 2 + row.count;
                columns = Arrays.copyOf(columns, larger);
                values = Arrays.copyOf(values, larger);
            }
            System.arraycopy(row.columns, 0, columns, count, row.count);
            System.arraycopy(row.values, 0, values, count, row.count);
            count += row.count;
            starts[i + 1] = count;
        }
        return new RowMatrix(starts, columns, values);
    }
}
