package org.grainflux.fem.multigrid;

import java.util.Arrays;

/**
 * Strong connections: i depends on j when −a_ij ≥ θ max_k(−a_ik) (Ruge and Stüben 1987). The matrix is symmetric, so whether
 * j depends on i is read off the same entry and no transpose is needed.
 *
 * <p>Neighbours of a node that is connected in either direction are listed with a mark for each direction: once, or once
 * for each direction.
 */
final class StrongGraph {
    static final int DEPENDS = 1;
    static final int INFLUENCES = 2;

    /** Bits of a link that are marks. */
    private static final int MARKS = 2;

    /** Links of a node, and nodes within two steps of one, that are usual; there may be more. */
    private static final int USUAL_LINKS = 12;

    private static final int USUAL_SECOND_LINKS = 32;

    final int[] starts;
    /** Neighbour times 4, plus {@link #DEPENDS} and {@link #INFLUENCES}. */
    final int[] links;

    private StrongGraph(int[] starts, int[] links) {
        this.starts = starts;
        this.links = links;
    }

    int rows() {
        return starts.length - 1;
    }

    static StrongGraph of(ThreadTeam team, RowMatrix matrix, double threshold) {
        int n = matrix.rows();
        double[] limits = new double[n];
        team.rows(n, (begin, end, part, worker) -> limits(matrix, threshold, limits, begin, end));
        CollectedLinks collected = new CollectedLinks(n, ThreadTeam.rowParts(n));
        team.rows(n, (begin, end, part, worker) -> {
            CollectedLinks.Range range = collected.begin(part, USUAL_LINKS * (end - begin));
            for (int i = begin; i < end; i++) {
                connect(matrix, limits, i, range);
            }
            range.end();
        });
        return new StrongGraph(collected.starts, collected.joined(team));
    }

    private static void limits(RowMatrix matrix, double threshold, double[] limits, int begin, int end) {
        for (int i = begin; i < end; i++) {
            double largest = 0;
            for (int k = matrix.starts[i]; k < matrix.starts[i + 1]; k++) {
                // The diagonal entry is positive and never the largest of these.
                largest = Math.max(largest, -matrix.values[k]);
            }
            limits[i] = largest > 0 ? threshold * largest : Double.POSITIVE_INFINITY;
        }
    }

    private static void connect(RowMatrix matrix, double[] limits, int i, CollectedLinks.Range range) {
        int end = matrix.starts[i + 1];
        range.reserve(end - matrix.starts[i]);
        double limit = limits[i];
        for (int k = matrix.starts[i]; k < end; k++) {
            int j = matrix.columns[k];
            double strength = -matrix.values[k];
            int mark = (strength >= limit ? DEPENDS : 0) | (strength >= limits[j] ? INFLUENCES : 0);
            if (mark != 0 && j != i) {
                range.add(j << MARKS | mark);
            }
        }
        range.endRow(i);
    }

    /**
     * Among chosen nodes: those within two steps of dependence, listed for both ways.
     *
     * @param chosen nodes, ascending
     * @param number index of a chosen node, negative for others
     */
    StrongGraph secondNeighbours(ThreadTeam team, int[] chosen, int[] number) {
        int[][] seenBy = new int[team.size()][chosen.length];
        for (int[] seen : seenBy) {
            Arrays.fill(seen, -1);
        }
        CollectedLinks collected = new CollectedLinks(chosen.length, ThreadTeam.rowParts(chosen.length));
        team.rows(chosen.length, (begin, end, part, worker) -> {
            CollectedLinks.Range range = collected.begin(part, USUAL_SECOND_LINKS * (end - begin));
            for (int own = begin; own < end; own++) {
                connectSecond(chosen[own], own, number, seenBy[worker], range);
            }
            range.end();
        });
        return symmetrized(team, collected.starts, collected.joined(team));
    }

    private void connectSecond(int i, int own, int[] number, int[] seenBy, CollectedLinks.Range range) {
        seenBy[own] = own;
        for (int k = starts[i]; k < starts[i + 1]; k++) {
            if ((links[k] & DEPENDS) == 0) {
                continue;
            }
            int j = links[k] >> MARKS;
            range.reserve(1 + starts[j + 1] - starts[j]);
            int other = number[j];
            if (other >= 0 && seenBy[other] != own) {
                seenBy[other] = own;
                range.add(other << MARKS | DEPENDS);
            }
            for (int l = starts[j]; l < starts[j + 1]; l++) {
                int far = number[links[l] >> MARKS];
                if ((links[l] & DEPENDS) != 0 && far >= 0 && seenBy[far] != own) {
                    seenBy[far] = own;
                    range.add(far << MARKS | DEPENDS);
                }
            }
        }
        range.endRow(own);
    }

    /** Adds the links by which others depend on a node. */
    private static StrongGraph symmetrized(ThreadTeam team, int[] starts, int[] links) {
        int n = starts.length - 1;
        Transposition transposed = Transposition.of(team, starts, links, MARKS, n);
        int[] allStarts = new int[n + 1];
        team.rows(n, (begin, end, part, worker) -> {
            for (int i = begin + 1; i <= end; i++) {
                allStarts[i] = starts[i] + transposed.starts[i];
            }
        });
        int[] all = new int[allStarts[n]];
        team.rows(n, (begin, end, part, worker) -> {
            for (int i = begin; i < end; i++) {
                int count = starts[i + 1] - starts[i];
                System.arraycopy(links, starts[i], all, allStarts[i], count);
                int next = allStarts[i] + count;
                for (int k = transposed.starts[i]; k < transposed.starts[i + 1]; k++) {
                    all[next++] = transposed.rows[k] << MARKS | INFLUENCES;
                }
            }
        });
        return new StrongGraph(allStarts, all);
    }
}
