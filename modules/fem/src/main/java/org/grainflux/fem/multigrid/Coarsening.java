package org.grainflux.fem.multigrid;

import java.util.Arrays;

/**
 * Which nodes stay on the next level: a maximal independent set in the graph of strong connections, picked by the number
 * of nodes a node influences and a hash of its number (De Sterck, Yang and Heys 2006, SIAM J. Matrix Anal. Appl. 27, 1019;
 * the first of several equal nodes by hash, so that the choice is the same on every machine).
 */
final class Coarsening {
    static final byte COARSE = 1;
    static final byte FINE = 2;
    /** Without strong connections: the smoother alone solves it. */
    static final byte ISOLATED = 3;

    private static final byte OPEN = 0;

    private Coarsening() {}

    /** Nodes of one level, each {@link #COARSE}, {@link #FINE} or {@link #ISOLATED}. */
    static byte[] independentSet(StrongGraph graph) {
        int n = graph.rows();
        byte[] state = new byte[n];
        int[] weights = new int[n];
        int[] open = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            int influenced = 0;
            boolean depends = false;
            for (int k = graph.starts[i]; k < graph.starts[i + 1]; k++) {
                influenced += (graph.links[k] & StrongGraph.INFLUENCES) >> 1;
                depends |= (graph.links[k] & StrongGraph.DEPENDS) != 0;
            }
            weights[i] = Math.min(influenced, 1023) << 21 | hash(i);
            if (graph.starts[i] == graph.starts[i + 1]) {
                state[i] = ISOLATED;
            } else if (influenced == 0) {
                state[i] = FINE;
            } else {
                open[count++] = i;
            }
        }
        int[] chosen = new int[count];
        while (count > 0) {
            int picked = 0;
            for (int u = 0; u < count; u++) {
                int i = open[u];
                if (isLargest(graph, state, weights, i)) {
                    chosen[picked++] = i;
                }
            }
            for (int u = 0; u < picked; u++) {
                state[chosen[u]] = COARSE;
            }
            for (int u = 0; u < picked; u++) {
                int i = chosen[u];
                for (int k = graph.starts[i]; k < graph.starts[i + 1]; k++) {
                    int j = graph.links[k] >> 2;
                    if ((graph.links[k] & StrongGraph.INFLUENCES) != 0 && state[j] == OPEN) {
                        state[j] = FINE;
                    }
                }
            }
            int left = 0;
            for (int u = 0; u < count; u++) {
                if (state[open[u]] == OPEN) {
                    open[left++] = open[u];
                }
            }
            count = left;
        }
        return state;
    }

    /** A second independent set among the coarse nodes, over distance two: an aggressive step. */
    static byte[] aggressive(StrongGraph graph) {
        byte[] state = independentSet(graph);
        int[] number = number(state);
        int chosen = count(state);
        byte[] second = independentSet(graph.secondNeighbours(number, chosen));
        for (int i = 0; i < state.length; i++) {
            if (state[i] == COARSE && second[number[i]] == FINE) {
                state[i] = FINE;
            }
        }
        return state;
    }

    /**
     * Keeps every fine node from which no coarse one is reached in a number of steps of dependence. A node without
     * interpolation pins its surroundings, which is fatal where a whole grain floats.
     */
    static int keepUnreached(StrongGraph graph, byte[] state, int steps) {
        int n = state.length;
        int[] distance = new int[n];
        int[] left = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            distance[i] = state[i] == COARSE ? 0 : Integer.MAX_VALUE;
            if (state[i] == FINE) {
                left[count++] = i;
            }
        }
        for (int step = 1; step <= steps; step++) {
            int still = 0;
            for (int u = 0; u < count; u++) {
                int i = left[u];
                boolean reached = false;
                for (int k = graph.starts[i]; k < graph.starts[i + 1] && !reached; k++) {
                    reached = (graph.links[k] & StrongGraph.DEPENDS) != 0 && distance[graph.links[k] >> 2] < step;
                }
                if (reached) {
                    distance[i] = step;
                } else {
                    left[still++] = i;
                }
            }
            count = still;
        }
        for (int u = 0; u < count; u++) {
            state[left[u]] = COARSE;
        }
        return count;
    }

    /** Index on the coarse level of each coarse node; −1 for others. */
    static int[] number(byte[] state) {
        int[] number = new int[state.length];
        Arrays.fill(number, -1);
        int next = 0;
        for (int i = 0; i < state.length; i++) {
            if (state[i] == COARSE) {
                number[i] = next++;
            }
        }
        return number;
    }

    static int count(byte[] state) {
        int count = 0;
        for (byte s : state) {
            count += s == COARSE ? 1 : 0;
        }
        return count;
    }

    private static boolean isLargest(StrongGraph graph, byte[] state, int[] weights, int i) {
        int weight = weights[i];
        for (int k = graph.starts[i]; k < graph.starts[i + 1]; k++) {
            int j = graph.links[k] >> 2;
            if (state[j] == OPEN && (weights[j] > weight || weights[j] == weight && j < i)) {
                return false;
            }
        }
        return true;
    }

    /** 21 well mixed bits (finalizer of MurmurHash3). */
    private static int hash(int i) {
        int h = i * 0x9E3779B9;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        return (h ^ h >>> 16) >>> 11;
    }
}
