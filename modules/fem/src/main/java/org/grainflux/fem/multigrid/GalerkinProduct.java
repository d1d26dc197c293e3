package org.grainflux.fem.multigrid;

/** The matrix of the next level, Pᵀ A P. */
final class GalerkinProduct {
    /** Entries of a row of A P and of the next level that are usual; rows may have more. */
    private static final int HALF_ROW = 8;

    private static final int COARSE_ROW = 32;

    private GalerkinProduct() {}

    static RowMatrix of(RowMatrix matrix, Prolongation prolongation) {
        return product(prolongation.transposed(), timesProlongation(matrix, prolongation), prolongation.coarseCount);
    }

    private static RowMatrix timesProlongation(RowMatrix a, Prolongation p) {
        RowBuilder row = new RowBuilder(p.coarseCount);
        RowCollector rows = new RowCollector(a.rows(), HALF_ROW);
        for (int i = 0; i < a.rows(); i++) {
            row.clear();
            for (int k = a.starts[i]; k < a.starts[i + 1]; k++) {
                int j = a.columns[k];
                double value = a.values[k];
                for (int m = p.starts[j]; m < p.starts[j + 1]; m++) {
                    row.add(p.columns[m], value * p.weights[m]);
                }
            }
            rows.append(row);
        }
        return rows.matrix();
    }

    private static RowMatrix product(RowMatrix a, RowMatrix b, int columnCount) {
        RowBuilder row = new RowBuilder(columnCount);
        RowCollector rows = new RowCollector(a.rows(), COARSE_ROW);
        for (int i = 0; i < a.rows(); i++) {
            row.clear();
            for (int k = a.starts[i]; k < a.starts[i + 1]; k++) {
                int j = a.columns[k];
                double value = a.values[k];
                for (int m = b.starts[j]; m < b.starts[j + 1]; m++) {
                    row.add(b.columns[m], value * b.values[m]);
                }
            }
            rows.append(row);
        }
        return rows.matrix();
    }
}
