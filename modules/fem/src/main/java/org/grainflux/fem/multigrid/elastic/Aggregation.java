package org.grainflux.fem.multigrid.elastic;

import java.util.Arrays;

/**
 * Groups of nodes that become one node of the next level (Vaněk, Mandel and Brezina 1996, Computing 56, 179): first every
 * node none of whose strong neighbours is taken, with the rings of neighbours
 * around it that are left; then each node that is left joins the aggregate it is
 * bound to most; what has no such aggregate beside it makes its own, by itself if need be: a small grain on weak springs
 * has no strong neighbour, and yet moves as a whole. Nodes are visited by number.
 */
final class Aggregation {
    static final int NONE = -1;

    private final GroupGraph graph;
    private final double threshold;
    private final int rings;
    /** Aggregate of every group, {@link #NONE} for one without neighbours: the smoother alone solves it. */
    final int[] aggregateOf;

    private int count;

    private Aggregation(GroupGraph graph, double threshold, int rings) {
        this.graph = graph;
        this.threshold = threshold;
        this.rings = rings;
        this.aggregateOf = new int[graph.groups()];
        Arrays.fill(aggregateOf, NONE);
    }

    /**
     * @param threshold of strength, see {@link GroupGraph}
     * @param rings of neighbours around the first node of an aggregate, 1 or 2
     */
    static Aggregation of(GroupGraph graph, double threshold, int rings) {
        Aggregation aggregation = new Aggregation(graph, threshold, rings);
        aggregation.takeNeighbourhoods();
        aggregation.joinNeighbours();
        aggregation.gatherRest();
        return aggregation;
    }

    int count() {
        return count;
    }

    private void takeNeighbourhoods() {
        for (int g = 0; g < aggregateOf.length; g++) {
            if (aggregateOf[g] == NONE && isFree(g)) {
                take(g);
            }
        }
    }

    /** Whether a group has strong neighbours and none of them is taken. */
    private boolean isFree(int g) {
        boolean bound = false;
        for (int k = graph.starts[g]; k < graph.starts[g + 1]; k++) {
            if (graph.strengths[k] >= threshold) {
                if (aggregateOf[graph.neighbours[k]] != NONE) {
                    return false;
                }
                bound = true;
            }
        }
        return bound;
    }

    /** A new aggregate of a group and what is left around it. */
    private void take(int g) {
        aggregateOf[g] = count;
        takeAround(g);
        if (rings == 2) {
            for (int k = graph.starts[g]; k < graph.starts[g + 1]; k++) {
                if (graph.strengths[k] >= threshold && aggregateOf[graph.neighbours[k]] == count) {
                    takeAround(graph.neighbours[k]);
                }
            }
        }
        count++;
    }

    private void takeAround(int g) {
        for (int k = graph.starts[g]; k < graph.starts[g + 1]; k++) {
            if (graph.strengths[k] >= threshold && aggregateOf[graph.neighbours[k]] == NONE) {
                aggregateOf[graph.neighbours[k]] = count;
            }
        }
    }

    private void joinNeighbours() {
        int[] before = aggregateOf.clone();
        double[] bonds = new double[count];
        for (int g = 0; g < before.length; g++) {
            if (before[g] != NONE) {
                continue;
            }
            int best = NONE;
            for (int k = graph.starts[g]; k < graph.starts[g + 1]; k++) {
                int aggregate = before[graph.neighbours[k]];
                if (aggregate != NONE && graph.strengths[k] >= threshold) {
                    bonds[aggregate] += graph.strengths[k];
                    if (best == NONE || bonds[aggregate] > bonds[best]) {
                        best = aggregate;
                    }
                }
            }
            for (int k = graph.starts[g]; k < graph.starts[g + 1]; k++) {
                int aggregate = before[graph.neighbours[k]];
                if (aggregate != NONE) {
                    bonds[aggregate] = 0;
                }
            }
            aggregateOf[g] = best;
        }
    }

    private void gatherRest() {
        for (int g = 0; g < aggregateOf.length; g++) {
            if (aggregateOf[g] == NONE && graph.starts[g] < graph.starts[g + 1]) {
                take(g);
            }
        }
    }
}
