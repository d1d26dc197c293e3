package org.grainflux.fem.multigrid;

import java.util.Arrays;

/** Interpolation weights for a given choice of coarse nodes. Constants are reproduced wherever the row sum is zero. */
final class Interpolation {
    private static final byte UNREACHED = Byte.MAX_VALUE;

    private final RowMatrix matrix;
    private final StrongGraph graph;
    private final byte[] state;
    private final int[] number;
    private final int coarseCount;
    private final int width;
    private final int[] columns;
    private final float[] weights;
    private final RowBuilder row;

    private Interpolation(RowMatrix matrix, StrongGraph graph, byte[] state, int width) {
        this.matrix = matrix;
        this.graph = graph;
        this.state = state;
        this.number = Coarsening.number(state);
        this.coarseCount = Coarsening.count(state);
        this.width = width;
        this.columns = new int[matrix.rows() * width];
        this.weights = new float[matrix.rows() * width];
        this.row = new RowBuilder(coarseCount);
        Arrays.fill(columns, -1);
        for (int i = 0; i < number.length; i++) {
            if (number[i] >= 0) {
                columns[i * width] = number[i];
                weights[i * width] = 1;
            }
        }
    }

    /**
     * Multipass interpolation (Stüben 1999, GMD Report 70, §5.3): nodes beside coarse ones first, then nodes beside those.
     *
     * @param width most entries of a row
     */
    static Prolongation multipass(RowMatrix matrix, StrongGraph graph, byte[] state, int width) {
        Interpolation interpolation = new Interpolation(matrix, graph, state, width);
        byte[] pass = interpolation.passes();
        int last = 0;
        for (byte p : pass) {
            last = p == UNREACHED ? last : Math.max(last, p);
        }
        for (int p = 1; p <= last; p++) {
            for (int i = 0; i < pass.length; i++) {
                if (pass[i] == p) {
                    interpolation.fromEarlier(i, pass);
                }
            }
        }
        return interpolation.packed();
    }

    /** Extended+i interpolation (De Sterck, Falgout, Nolting and Yang 2008, Numer. Linear Algebra Appl. 15, 115). */
    static Prolongation extended(RowMatrix matrix, StrongGraph graph, byte[] state, int width) {
        Interpolation interpolation = new Interpolation(matrix, graph, state, width);
        int[] inStencil = new int[matrix.rows()];
        int[] strongFine = new int[matrix.rows()];
        Arrays.fill(inStencil, -1);
        Arrays.fill(strongFine, -1);
        for (int i = 0; i < state.length; i++) {
            if (state[i] == Coarsening.FINE) {
                interpolation.fromExtended(i, inStencil, strongFine);
            }
        }
        return interpolation.packed();
    }

    private Prolongation packed() {
        return Prolongation.ofRows(width, columns, weights, coarseCount);
    }

    private byte[] passes() {
        byte[] pass = new byte[state.length];
        int[] left = new int[state.length];
        int count = 0;
        for (int i = 0; i < state.length; i++) {
            if (state[i] != Coarsening.COARSE) {
                pass[i] = UNREACHED;
                if (state[i] == Coarsening.FINE) {
                    left[count++] = i;
                }
            }
        }
        for (byte p = 1; count > 0 && p < UNREACHED - 1; p++) {
            int still = 0;
            for (int u = 0; u < count; u++) {
                int i = left[u];
                boolean reached = false;
                for (int k = graph.starts[i]; k < graph.starts[i + 1] && !reached; k++) {
                    reached = (graph.links[k] & StrongGraph.DEPENDS) != 0 && pass[graph.links[k] >> 2] < p;
                }
                if (reached) {
                    pass[i] = p;
                } else {
                    left[still++] = i;
                }
            }
            if (still == count) {
                break;
            }
            count = still;
        }
        return pass;
    }

    /** Row i from the rows of strong neighbours of earlier passes. */
    private void fromEarlier(int i, byte[] pass) {
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
        store(i, -negative / (used * diagonal));
    }

    private void fromExtended(int i, int[] inStencil, int[] strongFine) {
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
                diagonal += distribute(i, j, a, inStencil);
            } else {
                diagonal += a;
            }
        }
        store(i, -1 / diagonal);
    }

    /** Spreads a_ij over the stencil of i as seen from j; what returns to i itself is the result. */
    private double distribute(int i, int j, double a, int[] inStencil) {
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

    private void store(int i, double scale) {
        int kept = row.truncate(width);
        for (int m = 0; m < kept; m++) {
            columns[i * width + m] = row.columns[m];
            weights[i * width + m] = (float) (scale * row.values[m]);
        }
    }
}
