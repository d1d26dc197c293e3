package org.grainflux.fem.multigrid;

/**
 * The matrix of the next level, Pᵀ A P. With A = D + L + Lᵀ it is H + Hᵀ for H = Pᵀ (D/2 + L) P, and the rows of (D/2 + L) P
 * need half the entries of A.
 */
final class GalerkinProduct {
    /** Entries of a row of (D/2 + L) P, of H and of the next level that are usual; rows may have more. */
    private static final int PRODUCT_ROW = 8;

    private static final int HALF_ROW = 20;
    private static final int COARSE_ROW = 36;

    private GalerkinProduct() {}

    static RowMatrix of(ThreadTeam team, RowMatrix matrix, Prolongation prolongation) {
        RowBuilder[] builders = RowBuilder.perWorker(team, prolongation.coarseCount);
        CollectedRows product = timesProlongation(team, matrix, prolongation, builders);
        RowMatrix half = restricted(team, product, prolongation, builders);
        return plusTransposed(team, half, builders);
    }

    /** (D/2 + L) P. */
    private static CollectedRows timesProlongation(
            ThreadTeam team, RowMatrix a, Prolongation p, RowBuilder[] builders) {
        CollectedRows product = new CollectedRows(a.rows());
        team.rows(a.rows(), (begin, end, part, worker) -> {
            RowBuilder row = builders[worker];
            CollectedRows.Range rows = product.begin(part, PRODUCT_ROW);
            for (int i = begin; i < end; i++) {
                row.clear();
                for (int k = a.starts[i]; k < a.starts[i + 1]; k++) {
                    int j = a.columns[k];
                    if (j <= i) {
                        double value = j == i ? 0.5 * a.values[k] : a.values[k];
                        for (int m = p.starts[j]; m < p.starts[j + 1]; m++) {
                            row.add(p.columns[m], value * p.weights[m]);
                        }
                    }
                }
                rows.append(row);
            }
        });
        return product;
    }

    /** Pᵀ times a product. */
    private static RowMatrix restricted(ThreadTeam team, CollectedRows product, Prolongation p, RowBuilder[] builders) {
        Transposition fine = Transposition.of(team, p.starts, p.columns, 0, p.coarseCount);
        CollectedRows half = new CollectedRows(p.coarseCount);
        team.rows(p.coarseCount, (begin, end, part, worker) -> {
            RowBuilder row = builders[worker];
            CollectedRows.Range rows = half.begin(part, HALF_ROW);
            for (int c = begin; c < end; c++) {
                row.clear();
                for (int k = fine.starts[c]; k < fine.starts[c + 1]; k++) {
                    int i = fine.rows[k];
                    product.holding(i).addTo(row, i, p.weights[fine.entries[k]]);
                }
                rows.append(row);
            }
        });
        return half.joined(team);
    }

    /** H + Hᵀ. */
    private static RowMatrix plusTransposed(ThreadTeam team, RowMatrix half, RowBuilder[] builders) {
        int n = half.rows();
        Transposition other = Transposition.of(team, half.starts, half.columns, 0, n);
        CollectedRows sum = new CollectedRows(n);
        team.rows(n, (begin, end, part, worker) -> {
            RowBuilder row = builders[worker];
            CollectedRows.Range rows = sum.begin(part, COARSE_ROW);
            for (int c = begin; c < end; c++) {
                row.clear();
                for (int k = half.starts[c]; k < half.starts[c + 1]; k++) {
                    row.add(half.columns[k], half.values[k]);
                }
                for (int k = other.starts[c]; k < other.starts[c + 1]; k++) {
                    row.add(other.rows[k], half.values[other.entries[k]]);
                }
                rows.append(row);
            }
        });
        return sum.joined(team);
    }
}
