package org.grainflux.fem.multigrid.elastic;

import java.util.Arrays;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.DisjointSets;

/**
 * Groups of nodes that stand at the same point and are bound to each other as firmly as to the elements beside them: the
 * copies of a node on a firm interface. A group is solved at once by the smoother and never split between aggregates, so
 * that the stiffness of the spring, however large, is seen by neither; a copy on a weak spring is a group of its own.
 */
final class TiedCopies {
    /**
     * Trace of a spring's block, of that of a node's own block, from which the node is tied. Of n copies of a node on
     * springs alone the firmest neighbour holds at least 1/(n − 1), and n is 4 where grains meet in a vertex, up to 8 where
     * edges were collapsed. A spring as stiff as the elements themselves (g h/E = 1) holds 0.1.
     */
    private static final double TIED_SHARE = 0.1;

    /** Distance between copies of a point, of the size of the body: they differ by rounding only. */
    private static final double COINCIDENCE = 1e-10;

    /** Nodes, group after group, in the order of their first nodes. */
    final int[] order;
    /** Groups + 1. */
    final int[] starts;

    private TiedCopies(int[] order, int[] starts) {
        this.order = order;
        this.starts = starts;
    }

    /** @param coordinates nodes × dimension */
    static TiedCopies of(CsrMatrix matrix, double[] coordinates, int dimension) {
        int nodes = coordinates.length / dimension;
        int[] starts = matrix.pattern().rowStarts();
        int[] columns = matrix.pattern().columns();
        double[] values = matrix.values();
        double[] traces = traces(matrix, nodes, dimension);
        double near = COINCIDENCE * size(coordinates, dimension);
        DisjointSets sets = new DisjointSets(nodes);
        for (int i = 0; i < nodes; i++) {
            int begin = starts[i * dimension];
            int end = starts[(i + 1) * dimension];
            int last = i;
            for (int k = begin; k < end; k++) {
                int j = columns[k] / dimension;
                // Entries of a node stand side by side, and every row of the node has them: most are passed over at
                // once.
                if (j == last || j > i) {
                    continue;
                }
                last = j;
                if (coincide(coordinates, dimension, i, j, near)
                        && -couplingTrace(matrix, i, j, dimension) >= TIED_SHARE * Math.min(traces[i], traces[j])) {
                    sets.join(i, j);
                }
            }
        }
        return ordered(sets.numbered());
    }

    private static double[] traces(CsrMatrix matrix, int nodes, int dimension) {
        double[] traces = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            traces[i] = couplingTrace(matrix, i, i, dimension);
        }
        return traces;
    }

    private static double couplingTrace(CsrMatrix matrix, int i, int j, int dimension) {
        double trace = 0;
        for (int axis = 0; axis < dimension; axis++) {
            trace += matrix.at(i * dimension + axis, j * dimension + axis);
        }
        return trace;
    }

    private static double size(double[] coordinates, int dimension) {
        double size = 0;
        for (int u = 0; u < coordinates.length; u++) {
            size = Math.max(size, Math.abs(coordinates[u] - coordinates[u % dimension]));
        }
        return size;
    }

    private static boolean coincide(double[] coordinates, int dimension, int i, int j, double near) {
        for (int axis = 0; axis < dimension; axis++) {
            if (!(Math.abs(coordinates[i * dimension + axis] - coordinates[j * dimension + axis]) <= near)) {
                return false;
            }
        }
        return true;
    }

    /** @param numbers of the group of each node */
    private static TiedCopies ordered(int[] numbers) {
        int count = 1 + Arrays.stream(numbers).max().orElse(-1);
        int[] starts = new int[count + 1];
        for (int number : numbers) {
            starts[number + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] order = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            order[next[numbers[i]]++] = i;
        }
        return new TiedCopies(order, starts);
    }
}
