package org.grainflux.fem.multigrid;

/**
 * Which nodes stay on the next level: a maximal independent set in the graph of strong connections, picked by the number
 * of nodes a node influences and a hash of its number (De Sterck, Yang and Heys 2006, SIAM J. Matrix Anal. Appl. 27, 1019;
 * the first of several equal nodes by hash, so that the choice is the same on every machine). Each round decides from the
 * state before it, so that the choice is also the same for any number of threads.
 */
final class Coarsening {
    static final byte COARSE = 1;
    static final byte FINE = 2;
    /** Without strong connections: the smoother alone solves it. */
    static final byte ISOLATED = 3;

    /** Steps to a coarse node where none is reached. */
    static final byte UNREACHED = Byte.MAX_VALUE;

    private static final byte OPEN = 0;

    private final ThreadTeam team;
    private final StrongGraph graph;
    private final byte[] state;

    private Coarsening(ThreadTeam team, StrongGraph graph) {
        this.team = team;
        this.graph = graph;
        this.state = new byte[graph.rows()];
    }

    /** Nodes of one level, each {@link #COARSE}, {@link #FINE} or {@link #ISOLATED}. */
    static byte[] independentSet(ThreadTeam team, StrongGraph graph) {
        Coarsening coarsening = new Coarsening(team, graph);
        coarsening.choose();
        return coarsening.state;
    }

    /** A second independent set among the coarse nodes, over distance two: an aggressive step. */
    static byte[] aggressive(ThreadTeam team, StrongGraph graph) {
        byte[] state = independentSet(team, graph);
        int[] number = new int[state.length];
        int[] chosen = number(team, state, number);
        byte[] second = independentSet(team, graph.secondNeighbours(team, chosen, number));
        team.rows(chosen.length, (begin, end, part, worker) -> {
            for (int c = begin; c < end; c++) {
                if (second[c] == FINE) {
                    state[chosen[c]] = FINE;
                }
            }
        });
        return state;
    }

    private void choose() {
        int n = state.length;
        int[] weights = new int[n];
        PartLists open = new PartLists(n);
        team.rows(n, (begin, end, part, worker) -> {
            for (int i = begin; i < end; i++) {
                int influenced = influenced(i);
                weights[i] = Math.min(influenced, 1023) << 21 | hash(i);
                if (graph.starts[i] == graph.starts[i + 1]) {
                    state[i] = ISOLATED;
                } else if (influenced == 0) {
                    state[i] = FINE;
                } else {
                    open.add(part, i);
                }
            }
        });
        PartLists chosen = new PartLists(n);
        while (!open.isEmpty()) {
            team.run(open.parts(), (part, worker) -> {
                chosen.clear(part);
                open.retain(part, i -> state[i] == OPEN);
                open.forEach(part, i -> {
                    if (isLargest(weights, i)) {
                        chosen.add(part, i);
                    }
                });
            });
            // No two chosen nodes are neighbours, and several threads may only call the same node fine.
            team.run(open.parts(), (part, worker) -> chosen.forEach(part, this::keep));
        }
    }

    private int influenced(int i) {
        int influenced = 0;
        for (int k = graph.starts[i]; k < graph.starts[i + 1]; k++) {
            influenced += (graph.links[k] & StrongGraph.INFLUENCES) >> 1;
        }
        return influenced;
    }

    private boolean isLargest(int[] weights, int i) {
        int weight = weights[i];
        for (int k = graph.starts[i]; k < graph.starts[i + 1]; k++) {
            int j = graph.links[k] >> 2;
            if (state[j] == OPEN && (weights[j] > weight || weights[j] == weight && j < i)) {
                return false;
            }
        }
        return true;
    }

    private void keep(int i) {
        state[i] = COARSE;
        for (int k = graph.starts[i]; k < graph.starts[i + 1]; k++) {
            int j = graph.links[k] >> 2;
            if ((graph.links[k] & StrongGraph.INFLUENCES) != 0 && state[j] == OPEN) {
                state[j] = FINE;
            }
        }
    }

    /**
     * Steps of dependence from every node to a coarse one. A fine node from which none is reached becomes coarse: without
     * interpolation it would pin its surroundings, which is fatal where a whole grain floats.
     *
     * @param most steps, below {@link #UNREACHED}
     * @return 0 for coarse nodes, {@link #UNREACHED} for isolated ones
     */
    static byte[] reach(ThreadTeam team, StrongGraph graph, byte[] state, int most) {
        int n = state.length;
        byte[] steps = new byte[n];
        PartLists left = new PartLists(n);
        team.rows(n, (begin, end, part, worker) -> {
            for (int i = begin; i < end; i++) {
                if (state[i] != COARSE) {
                    steps[i] = UNREACHED;
                }
                if (state[i] == FINE) {
                    left.add(part, i);
                }
            }
        });
        for (byte step = 1; step <= most && !left.isEmpty(); step++) {
            byte now = step;
            // Neighbours reached in the same step, and seen so or not, do not count.
            team.run(
                    left.parts(),
                    (part, worker) -> left.retain(part, i -> {
                        boolean reached = dependsOnEarlier(graph, steps, i, now);
                        if (reached) {
                            steps[i] = now;
                        }
                        return !reached;
                    }));
        }
        team.run(
                left.parts(),
                (part, worker) -> left.forEach(part, i -> {
                    state[i] = COARSE;
                    steps[i] = 0;
                }));
        return steps;
    }

    private static boolean dependsOnEarlier(StrongGraph graph, byte[] steps, int i, byte step) {
        for (int k = graph.starts[i]; k < graph.starts[i + 1]; k++) {
            if ((graph.links[k] & StrongGraph.DEPENDS) != 0 && steps[graph.links[k] >> 2] < step) {
                return true;
            }
        }
        return false;
    }

    /**
     * Numbers the coarse nodes.
     *
     * @param number on return the index of each coarse node on the next level, −1 for others
     * @return the coarse nodes, ascending
     */
    static int[] number(ThreadTeam team, byte[] state, int[] number) {
        int n = state.length;
        int[] starts = new int[ThreadTeam.rowParts(n) + 1];
        team.rows(n, (begin, end, part, worker) -> {
            int count = 0;
            for (int i = begin; i < end; i++) {
                count += state[i] == COARSE ? 1 : 0;
            }
            starts[part + 1] = count;
        });
        RowMatrix.accumulate(starts);
        int[] coarse = new int[starts[starts.length - 1]];
        team.rows(n, (begin, end, part, worker) -> {
            int next = starts[part];
            for (int i = begin; i < end; i++) {
                number[i] = -1;
                if (state[i] == COARSE) {
                    number[i] = next;
                    coarse[next++] = i;
                }
            }
        });
        return coarse;
    }

    /** 21 well mixed bits (finalizer of MurmurHash3). */
    private static int hash(int i) {
        int h = i * 0x9E3779B9;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        return (h ^ h >>> 16) >>> 11;
    }
}
