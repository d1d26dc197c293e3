package org.grainflux.fem.grid;

import java.util.Arrays;

/**
 * Coarsening of a graph by repeated pairing: every node is paired with the free neighbour it conducts to best, if that
 * is good enough, and the network of pairs is paired again.
 *
 * @see "Notay (2010), Electron. Trans. Numer. Anal. 37, 123; Napov and Notay (2012), SIAM J. Sci. Comput. 34, A1079"
 */
final class PairwiseAggregation {
    /** Three pairings coarsen by up to 8, which keeps a cycle that visits the next level twice at 4/3 of its cost. */
    private static final int PAIRINGS = 3;

    /**
     * A pair needs g ≥ this · dᵢdⱼ/(dᵢ + dⱼ), d being the diagonals smoothing acts with: a pair inside a uniform network of
     * 12 equal neighbours just passes. Half and twice of it give the same number of iterations.
     */
    private static final double PAIRING_RATIO = 1.0 / 6;

    /** A node whose conductance to ground is this large beside its others needs no coarse correction (Notay 2010). */
    private static final double GROUNDED_RATIO = 5;

    /**
     * A node this weak beside its best neighbour follows it into its pair: poor conductors around a good one would
     * otherwise join it one per pairing.
     */
    private static final double FOLLOWER_RATIO = 0.1;

    /** Three good pairings leave 1/8 to 1/3 of the nodes. */
    private static final double STALLED_RATIO = 0.6;

    private static final int FREE = -2;

    private PairwiseAggregation() {}

    /**
     * @param aggregates aggregate of each node, -1 for a node that needs none
     * @param graph network of the aggregates
     */
    record Result(int[] aggregates, ConductanceGraph graph) {}

    static Result of(ConductanceGraph graph) {
        Result result = of(graph, PAIRING_RATIO);
        // Rather poor aggregates than none: the caller ends with a dense factor.
        return result.graph().nodeCount() <= STALLED_RATIO * graph.nodeCount() ? result : of(graph, 0);
    }

    private static Result of(ConductanceGraph graph, double pairingRatio) {
        double[] smoothed = new double[graph.nodeCount()];
        Arrays.setAll(smoothed, graph::diagonal);
        int[] aggregates = pair(graph, smoothed, true, pairingRatio);
        ConductanceGraph coarse = collapse(graph, aggregates);
        for (int pairing = 1; pairing < PAIRINGS; pairing++) {
            double[] sums = new double[coarse.nodeCount()];
            for (int i = 0; i < aggregates.length; i++) {
                if (aggregates[i] >= 0) {
                    sums[aggregates[i]] += graph.diagonal(i);
                }
            }
            int[] pairs = pair(coarse, sums, false, pairingRatio);
            for (int i = 0; i < aggregates.length; i++) {
                aggregates[i] = aggregates[i] < 0 ? -1 : pairs[aggregates[i]];
            }
            coarse = collapse(coarse, pairs);
        }
        return new Result(aggregates, coarse);
    }

    /**
     * @param smoothed sum of the diagonals of the nodes that each node was made of where smoothing acts, which is before
     *     the first pairing: two halves that conduct well into each other and badly to all else must not be joined with
     *     anything, because no smoother acts on them as a whole
     */
    private static int[] pair(ConductanceGraph graph, double[] smoothed, boolean leaveGrounded, double pairingRatio) {
        int n = graph.nodeCount();
        int[] aggregates = new int[n];
        Arrays.fill(aggregates, FREE);
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (aggregates[i] != FREE) {
                continue;
            }
            if (leaveGrounded && isGrounded(graph, i)) {
                aggregates[i] = -1;
                continue;
            }
            int partner = -1;
            int leader = -1;
            float bestFree = 0;
            float bestTaken = 0;
            for (int k = graph.start(i); k < graph.end(i); k++) {
                int j = graph.neighbour(k);
                float conductance = graph.conductance(k);
                if (aggregates[j] == FREE && conductance > bestFree) {
                    bestFree = conductance;
                    partner = j;
                } else if (aggregates[j] >= 0 && conductance > bestTaken) {
                    bestTaken = conductance;
                    leader = j;
                }
            }
            if (leader >= 0
                    && bestTaken >= bestFree
                    && smoothed[i] <= FOLLOWER_RATIO * smoothed[leader]
                    && isGood(smoothed[i], smoothed[leader], bestTaken, pairingRatio)) {
                aggregates[i] = aggregates[leader];
                continue;
            }
            aggregates[i] = count;
            if (partner >= 0 && isGood(smoothed[i], smoothed[partner], bestFree, pairingRatio)) {
                aggregates[partner] = count;
            }
            count++;
        }
        return aggregates;
    }

    private static boolean isGood(double di, double dj, float conductance, double ratio) {
        return conductance * (di + dj) >= ratio * di * dj;
    }

    private static boolean isGrounded(ConductanceGraph graph, int i) {
        double others = 0;
        for (int k = graph.start(i); k < graph.end(i); k++) {
            others += graph.conductance(k);
        }
        return graph.diagonal(i) >= GROUNDED_RATIO * others;
    }

    /** Network of the aggregates; conductances to nodes without aggregate go to ground. */
    private static ConductanceGraph collapse(ConductanceGraph graph, int[] aggregates) {
        int n = graph.nodeCount();
        int count = 0;
        for (int a : aggregates) {
            count = Math.max(count, a + 1);
        }
        int[] starts = new int[count + 1];
        int[] members = sortedByAggregate(aggregates, starts);
        GraphBuilder builder = new GraphBuilder(count);
        for (int a = 0; a < count; a++) {
            for (int m = starts[a]; m < starts[a + 1]; m++) {
                int i = members[m];
                builder.addGround(graph.ground(i));
                for (int k = graph.start(i); k < graph.end(i); k++) {
                    int to = aggregates[graph.neighbour(k)];
                    if (to >= 0) {
                        builder.add(to, graph.conductance(k));
                    } else {
                        builder.addGround(graph.conductance(k));
                    }
                }
            }
            builder.endRow();
        }
        return builder.graph();
    }

    private static int[] sortedByAggregate(int[] aggregates, int[] starts) {
        int placed = 0;
        for (int a : aggregates) {
            if (a >= 0) {
                starts[a + 1]++;
                placed++;
            }
        }
        for (int a = 1; a < starts.length; a++) {
            starts[a] += starts[a - 1];
        }
        int[] next = Arrays.copyOf(starts, starts.length - 1);
        int[] members = new int[placed];
        for (int i = 0; i < aggregates.length; i++) {
            if (aggregates[i] >= 0) {
                members[next[aggregates[i]]++] = i;
            }
        }
        return members;
    }
}
