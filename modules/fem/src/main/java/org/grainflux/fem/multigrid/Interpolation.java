package org.grainflux.fem.multigrid;

import java.util.Arrays;

/** Interpolation weights for a given choice of coarse nodes. Constants are reproduced wherever the row sum is zero. */
final class Interpolation {
    private final ThreadTeam team;
    private final RowMatrix matrix;
    private final StrongGraph graph;
    private final byte[] state;
    private final int[] number;
    private final int coarseCount;
    private final int width;
    private final int[] columns;
    private final float[] weights;
    private final RowBuilder[] builders;

    private Interpolation(ThreadTeam team, RowMatrix matrix, StrongGraph graph, byte[] state, int width) {
        this.team = team;
        this.matrix = matrix;
        this.graph = graph;
        this.state = state;
        this.number = new int[state.length];
        this.coarseCount = Coarsening.number(team, state, number).length;
        this.width = width;
        this.columns = new int[matrix.rows() * width];
        this.weights = new float[matrix.rows() * width];
        this.builders = RowBuilder.perWorker(team, coarseCount);
        team.rows(number.length, (begin, end, part, worker) -> {
            Arrays.fill(columns, begin * width, end * width, -1);
            for (int i = begin; i < end; i++) {
                if (number[i] >= 0) {
                    columns[i * width] = number[i];
                    weights[i * width] = 1;
                }
            }
        });
    }

    /**
     * Multipass interpolation (Stüben 1999, GMD Report 70, §5.3): nodes beside coarse ones first, then nodes beside those.
     *
     * @param steps of each node to a coarse one, see {@link Coarsening#reach}
     * @param width most entries of a row
     */
    static Prolongation multipass(
            ThreadTeam team, RowMatrix matrix, StrongGraph graph, byte[] state, byte[] steps, int width) {
        Interpolation interpolation = new Interpolation(team, matrix, graph, state, width);
        int[] last = new int[ThreadTeam.rowParts(steps.length)];
        team.rows(steps.length, (begin, end, part, worker) -> {
            for (int i = begin; i < end; i++) {
                last[part] = steps[i] == Coarsening.UNREACHED ? last[part] : Math.max(last[part], steps[i]);
            }
        });
        int passes = Arrays.stream(last).max().orElse(0);
        for (int p = 1; p <= passes; p++) {
            int pass = p;
            team.rows(steps.length, (begin, end, part, worker) -> {
                for (int i = begin; i < end; i++) {
                    if (steps[i] == pass) {
                        interpolation.fromEarlier(i, steps, interpolation.builders[worker]);
                    }
                }
            });
        }
        return interpolation.packed();
    }

    /** Extended+i interpolation (De Sterck, Falgout, Nolting and Yang 2008, Numer. Linear Algebra Appl. 15, 115). */
    static Prolongation extended(ThreadTeam team, RowMatrix matrix, StrongGraph graph, byte[] state, int width) {
        Interpolation interpolation = new Interpolation(team, matrix, graph, state, width);
        Stencil[] stencils = new Stencil[team.size()];
        Arrays.setAll(stencils, worker -> new Stencil(state.length, interpolation.builders[worker]));
        team.rows(state.length, (begin, end, part, worker) -> {
            for (int i = begin; i < end; i++) {
                if (state[i] == Coarsening.FINE) {
                    interpolation.fromExtended(i, stencils[worker]);
                }
            }
        });
        return interpolation.packed();
    }

    /** Work space of one thread: which node each node was last found for, as a coarse or a fine neighbour. */
    private static final class Stencil {
        private final int[] coarse;
        private final int[] strongFine;
        private final RowBuilder row;

        Stencil(int n, RowBuilder row) {
            this.coarse = new int[n];
            this.strongFine = new int[n];
            this.row = row;
            Arrays.fill(coarse, -1);
            Arrays.fill(strongFine, -1);
        }
    }

    private Prolongation packed() {
        return Prolongation.ofRows(team, width, columns, weights, coarseCount);
    }

    /** Row i from the rows of strong neighbours of earlier passes. */
    private void fromEarlier(int i, byte[] pass, RowBuilder row) {
        double diagonal = 0;
        double negative = 0;
        double used = 0;
        row.clear();
        for (int k = matrix.starts[i]; k < matrix.starts[i + 1]; k++) {
            int j = matrix.columns[k];
            double a = matrix.values[k];
            if (j == i || a > 0) {
                diagonal += a;
                continue;
            }
            negative += a;
            if (pass[j] < pass[i]) {
                used += a;
                for (int m = j * width; m < (j + 1) * width && columns[m] >= 0; m++) {
                    row.add(columns[m], a * weights[m]);
                }
            }
        }
        store(i, row, -negative / (used * diagonal));
    }

    private void fromExtended(int i, Stencil stencil) {
        int[] inStencil = stencil.coarse;
        int[] strongFine = stencil.strongFine;
        RowBuilder row = stencil.row;
        for (int k = graph.starts[i]; k < graph.starts[i + 1]; k++) {
            if ((graph.links[k] & StrongGraph.DEPENDS) == 0) {
                continue;
            }
            int j = graph.links[k] >> 2;
            if (state[j] == Coarsening.COARSE) {
                inStencil[j] = i;
            } else if (state[j] == Coarsening.FINE) {
                strongFine[j] = i;
                for (int l = graph.starts[j]; l < graph.starts[j + 1]; l++) {
                    int far = graph.links[l] >> 2;
                    if ((graph.links[l] & StrongGraph.DEPENDS) != 0 && state[far] == Coarsening.COARSE) {
                        inStencil[far] = i;
                    }
                }
            }
        }
        row.clear();
        double diagonal = 0;
        for (int k = matrix.starts[i]; k < matrix.starts[i + 1]; k++) {
            int j = matrix.columns[k];
            double a = matrix.values[k];
            if (j == i) {
                diagonal += a;
            } else if (inStencil[j] == i) {
                row.add(number[j], a);
            } else if (strongFine[j] == i) {
                diagonal += distribute(i, j, a, inStencil, row);
            } else {
                diagonal += a;
            }
        }
        store(i, row, -1 / diagonal);
    }

    /** Spreads a_ij over the stencil of i as seen from j; what returns to i itself is the result. */
    private double distribute(int i, int j, double a, int[] inStencil, RowBuilder row) {
        double sum = 0;
        for (int l = matrix.starts[j]; l < matrix.starts[j + 1]; l++) {
            int m = matrix.columns[l];
            if (matrix.values[l] < 0 && (m == i || inStencil[m] == i)) {
                sum += matrix.values[l];
            }
        }
        if (sum == 0) {
            return a;
        }
        double back = 0;
        double share = a / sum;
        for (int l = matrix.starts[j]; l < matrix.starts[j + 1]; l++) {
            int m = matrix.columns[l];
            double value = matrix.values[l];
            if (value < 0) {
                if (m == i) {
                    back += share * value;
                } else if (inStencil[m] == i) {
                    row.add(number[m], share * value);
                }
            }
        }
        return back;
    }

    private void store(int i, RowBuilder row, double scale) {
        int kept = row.truncate(width);
        for (int m = 0; m < kept; m++) {
            columns[i * width + m] = row.columns[m];
            weights[i * width + m] = (float) (scale * row.values[m]);
        }
    }
}
