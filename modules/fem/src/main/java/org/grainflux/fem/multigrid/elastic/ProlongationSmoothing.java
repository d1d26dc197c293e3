package org.grainflux.fem.multigrid.elastic;

import java.util.Arrays;

/**
 * P = (1 − ω D⁻¹ A) T, with D the diagonal of groups: smoothed aggregation (Vaněk, Mandel and Brezina 1996, Computing 56,
 * 179). Rigid modes of the body that A sends to zero stay exact.
 */
final class ProlongationSmoothing {
    /** ω λ_max(D⁻¹ A), as in the reference. */
    private static final double DAMPING = 4.0 / 3;

    /** Rounds of the power method for λ_max; ω is not sensitive to it. */
    private static final int POWER_ROUNDS = 6;

    /**
     * Share of a group's bonds from which an aggregate has a block in its row. What is left out pulls at the group's own
     * aggregate instead, extended rigidly, so that rigid modes stay exact: a fifth less of P, one iteration more.
     */
    private static final double LEAST_SHARE = 0.1;

    private final BlockMatrix matrix;
    private final UpperBlocks upper;
    private final int[] groupOf;
    private final Aggregation aggregation;
    private final GroupGraph graph;
    private final double[] rigid;
    private final AggregateModes aggregates;
    private final double[] tentative;
    private final int modes;
    private final int[] starts;
    private int[] columns;
    private float[] values;
    private int count;
    private final int[] slotOf;
    private final int[] slots;
    private double[] sums = new double[0];
    /** Bonds of the group at hand with each aggregate around it; zeros between groups. */
    private final double[] bonds;
    /** A times the modes of neighbours whose aggregates the row leaves out. */
    private double[] leftOut = new double[0];

    private ProlongationSmoothing(
            BlockMatrix matrix, GroupGraph graph, Aggregation aggregation, double[] rigid, AggregateModes aggregates) {
        this.matrix = matrix;
        this.upper = new UpperBlocks(matrix);
        this.graph = graph;
        this.groupOf = matrix.groupOfPlace();
        this.aggregation = aggregation;
        this.rigid = rigid;
        this.aggregates = aggregates;
        this.tentative = aggregates.interpolation;
        this.modes = aggregates.count;
        this.starts = new int[matrix.places() + 1];
        // About three aggregates meet around a place.
        this.columns = new int[3 * matrix.places()];
        this.values = new float[Math.multiplyExact(columns.length, matrix.width * modes)];
        this.slotOf = new int[aggregation.count()];
        this.slots = new int[aggregation.count()];
        this.bonds = new double[aggregation.count()];
        Arrays.fill(slotOf, -1);
    }

    /** @param rigid modes of the level, places × width × modes */
    static BlockProlongation of(
            BlockMatrix matrix, GroupGraph graph, Aggregation aggregation, double[] rigid, AggregateModes aggregates) {
        ProlongationSmoothing smoothing = new ProlongationSmoothing(matrix, graph, aggregation, rigid, aggregates);
        int modes = aggregates.count;
        double omega = DAMPING / largestEigenvalue(matrix);
        for (int g = 0; g < matrix.groups(); g++) {
            smoothing.smoothGroup(g, omega);
        }
        int size = matrix.width * modes;
        return new BlockProlongation(
                matrix.width,
                modes,
                aggregation.count(),
                smoothing.starts,
                Arrays.copyOf(smoothing.columns, smoothing.count),
                Arrays.copyOf(smoothing.values, smoothing.count * size));
    }

    private void smoothGroup(int g, double omega) {
        int width = matrix.width;
        int first = matrix.groupStarts[g];
        int places = matrix.groupStarts[g + 1] - first;
        int size = width * modes;
        int own = aggregation.aggregateOf[g];
        int used = collect(g);
        if (sums.length < used * places * size) {
            sums = new double[2 * used * places * size];
        }
        if (leftOut.length < places * size) {
            leftOut = new double[2 * places * size];
        }
        Arrays.fill(sums, 0, used * places * size, 0);
        Arrays.fill(leftOut, 0, places * size, 0);
        // 1. What lies off the diagonal of A, times T; per aggregate one row of blocks for the group.
        boolean all = true;
        for (int p = first; p < first + places; p++) {
            for (int k = matrix.starts[p]; k < matrix.starts[p + 1]; k++) {
                int q = matrix.columns[k];
                int slot = slotOf(q);
                double[] x = slot >= 0 ? tentative : rigid;
                double[] y = slot >= 0 ? sums : leftOut;
                int to = slot >= 0 ? (slot * places + p - first) * size : (p - first) * size;
                SmallBlocks.addProduct(matrix.values, k * width * width, x, q * size, y, to, width, modes);
                all &= slot >= 0;
            }
            for (int k = upper.starts[p]; k < upper.starts[p + 1]; k++) {
                int q = upper.rows[k];
                int slot = slotOf(q);
                double[] x = slot >= 0 ? tentative : rigid;
                double[] y = slot >= 0 ? sums : leftOut;
                int to = slot >= 0 ? (slot * places + p - first) * size : (p - first) * size;
                SmallBlocks.addTransposedProduct(
                        matrix.values, upper.blocks[k] * width * width, x, q * size, y, to, width, modes);
                all &= slot >= 0;
            }
        }
        if (!all) {
            // Neighbours that are left out move with the group's own aggregate, the first, as if rigidly joined.
            for (int r = 0; r < places * width; r++) {
                aggregates.addExtended(own, leftOut, r * modes, sums, r * modes);
            }
        }
        // 2. P = (1 − ω) T − ω D⁻¹ sums.
        makeRoom(used * places);
        for (int p = 0; p < places; p++) {
            for (int s = 0; s < used; s++) {
                columns[count] = slots[s];
                fill(g, p, s, omega);
                count++;
            }
            starts[first + p + 1] = count;
        }
        for (int s = 0; s < used; s++) {
            slotOf[slots[s]] = -1;
        }
    }

    private int slotOf(int place) {
        return slotOf[aggregation.aggregateOf[groupOf[place]]];
    }

    private void fill(int g, int p, int s, double omega) {
        int width = matrix.width;
        int first = matrix.groupStarts[g];
        int rows = width * (matrix.groupStarts[g + 1] - first);
        int d = matrix.diagonalStarts[g];
        for (int r = 0; r < width; r++) {
            for (int m = 0; m < modes; m++) {
                double sum = 0;
                for (int c = 0; c < rows; c++) {
                    sum += matrix.inverse[d + (width * p + r) * rows + c] * sums[(s * rows + c) * modes + m];
                }
                double value = -omega * sum;
                if (s == 0) {
                    value += (1 - omega) * tentative[((first + p) * width + r) * modes + m];
                }
                values[(count * width + r) * modes + m] = (float) value;
            }
        }
    }

    /** The aggregates a group takes from: its own, the first, and those it is bound to firmly enough. @return their number */
    private int collect(int g) {
        int own = aggregation.aggregateOf[g];
        if (own == Aggregation.NONE) {
            return 0;
        }
        double total = 0;
        for (int k = graph.starts[g]; k < graph.starts[g + 1]; k++) {
            bonds[aggregation.aggregateOf[graph.neighbours[k]]] += graph.strengths[k];
            total += graph.strengths[k];
        }
        double least = aggregates.isComplete(own) ? LEAST_SHARE * total : 0;
        slotOf[own] = 0;
        slots[0] = own;
        int used = 1;
        for (int k = graph.starts[g]; k < graph.starts[g + 1]; k++) {
            int a = aggregation.aggregateOf[graph.neighbours[k]];
            if (a != own && bonds[a] >= least && slotOf[a] < 0) {
                slotOf[a] = used;
                slots[used++] = a;
            }
        }
        for (int k = graph.starts[g]; k < graph.starts[g + 1]; k++) {
            bonds[aggregation.aggregateOf[graph.neighbours[k]]] = 0;
        }
        return used;
    }

    private void makeRoom(int blocks) {
        if (count + blocks > columns.length) {
            int room = (count + blocks) / 4 * 5 + 16;
            columns = Arrays.copyOf(columns, room);
            values = Arrays.copyOf(values, Math.multiplyExact(room, matrix.width * modes));
        }
    }

    /** λ_max(D⁻¹ A) by the power method, from below; between 1 and the number of groups of an element. */
    static double largestEigenvalue(BlockMatrix matrix) {
        BlockSweep sweep = new BlockSweep(matrix);
        int n = matrix.unknowns();
        double[] x = new double[n];
        double[] y = new double[n];
        double[] sums = new double[matrix.width * matrix.largestGroup()];
        // Signs that hardly any smooth vector has; any others do.
        for (int u = 0; u < n; u++) {
            x[u] = (u * 0x9E3779B9 >>> 20) / 2048.0 - 1;
        }
        double eigenvalue = 1;
        for (int round = 0; round < POWER_ROUNDS; round++) {
            sweep.negativeProduct(x, y);
            double before = 0;
            double after = 0;
            for (int g = 0; g < matrix.groups(); g++) {
                int first = matrix.width * matrix.groupStarts[g];
                int last = matrix.width * matrix.groupStarts[g + 1];
                for (int u = first; u < last; u++) {
                    sums[u - first] = -y[u];
                    before += x[u] * x[u];
                }
                matrix.solveGroup(g, sums, x);
                for (int u = first; u < last; u++) {
                    after += x[u] * x[u];
                }
            }
            eigenvalue = Math.sqrt(after / before);
            double scale = 1 / Math.sqrt(after);
            for (int u = 0; u < n; u++) {
                x[u] *= scale;
            }
        }
        return eigenvalue;
    }
}
