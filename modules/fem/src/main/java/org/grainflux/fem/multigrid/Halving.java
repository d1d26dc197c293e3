package org.grainflux.fem.multigrid;

import java.util.Arrays;
import java.util.List;

/**
 * Divides the levels of a hierarchy into {@link Halves}. One level is divided first: the finest by its numbering where
 * that is local, otherwise a coarse one by distance in its graph. The others follow: a node lies on the side of the coarse
 * node it is interpolated from, and a coarse node on the side of the fine node it is.
 */
final class Halving {
    /** A level of fewer rows is all separator: a sweep over it takes less than meeting twice. */
    private static final int LEAST_ROWS = 4000;

    /** A larger share of separator is not worth the meeting. */
    private static final double LARGEST_SEPARATOR = 0.5;

    /** Levels of at most so many rows are cheap to search. */
    private static final int SEARCHED_ROWS = 200_000;

    /** A cube of n nodes is cut by n^⅔ of them; the halves of a numbering may be cut by so many times more. */
    private static final double WIDEST_CUT = 2;

    private static final byte FIRST = 0;
    private static final byte SECOND = 1;
    private static final byte SEPARATOR = 2;

    private final ThreadTeam team;
    private final List<RowMatrix> matrices;
    private final List<Prolongation> prolongations;
    private final byte[][] sides;

    private Halving(ThreadTeam team, List<RowMatrix> matrices, List<Prolongation> prolongations) {
        this.team = team;
        this.matrices = matrices;
        this.prolongations = prolongations;
        this.sides = new byte[matrices.size()][];
    }

    /**
     * @param matrices of all levels, the finest first
     * @param prolongations to each level but the coarsest
     */
    static Halves[] of(ThreadTeam team, List<RowMatrix> matrices, List<Prolongation> prolongations) {
        Halving halving = new Halving(team, matrices, prolongations);
        int divided = halving.divideOne();
        for (int level = divided - 1; level >= 0; level--) {
            halving.divideAsCoarser(level);
        }
        for (int level = divided + 1; level < matrices.size(); level++) {
            halving.divideAsFiner(level);
        }
        Halves[] halves = new Halves[matrices.size()];
        for (int level = 0; level < halves.length; level++) {
            halving.separate(level);
            halves[level] = halving.ordered(halving.sides[level]);
        }
        return halves;
    }

    /** @return the level that was divided */
    private int divideOne() {
        sides[0] = byNumber(matrices.get(0).rows());
        if (isNarrow(matrices.get(0), sides[0])) {
            return 0;
        }
        int level = 0;
        while (level < matrices.size() - 1 && matrices.get(level).rows() > SEARCHED_ROWS) {
            level++;
        }
        sides[level] = byDistance(matrices.get(level));
        return level;
    }

    private static byte[] byNumber(int n) {
        byte[] side = new byte[n];
        Arrays.fill(side, n / 2, n, SECOND);
        return side;
    }

    private boolean isNarrow(RowMatrix matrix, byte[] side) {
        int n = matrix.rows();
        int[] cut = new int[ThreadTeam.rowParts(n)];
        team.rows(n, (begin, end, part, worker) -> {
            int count = 0;
            for (int i = begin; i < end; i++) {
                count += side[i] == SECOND && meetsFirst(matrix, side, i) ? 1 : 0;
            }
            cut[part] = count;
        });
        return Arrays.stream(cut).sum() <= WIDEST_CUT * Math.pow(n, 2.0 / 3);
    }

    /** The half that is nearer to a node at the far end of the graph, against the rest. */
    private static byte[] byDistance(RowMatrix matrix) {
        int n = matrix.rows();
        int[] found = breadthFirst(matrix, 0);
        found = breadthFirst(matrix, found[n - 1]);
        byte[] side = new byte[n];
        for (int u = n / 2; u < n; u++) {
            side[found[u]] = SECOND;
        }
        return side;
    }

    /** All nodes in the order of their distance from the start; after those connected to it, the others likewise. */
    private static int[] breadthFirst(RowMatrix matrix, int start) {
        int n = matrix.rows();
        int[] found = new int[n];
        boolean[] known = new boolean[n];
        int count = 0;
        int visited = 0;
        int next = start;
        for (int unseen = 0; count < n; ) {
            known[next] = true;
            found[count++] = next;
            for (; visited < count; visited++) {
                int i = found[visited];
                for (int k = matrix.starts[i]; k < matrix.starts[i + 1]; k++) {
                    int j = matrix.columns[k];
                    if (!known[j]) {
                        known[j] = true;
                        found[count++] = j;
                    }
                }
            }
            while (unseen < n && known[unseen]) {
                unseen++;
            }
            next = unseen;
        }
        return found;
    }

    private void divideAsCoarser(int level) {
        Prolongation p = prolongations.get(level);
        byte[] side = new byte[p.rows()];
        byte[] coarse = sides[level + 1];
        team.rows(side.length, (begin, end, part, worker) -> {
            for (int i = begin; i < end; i++) {
                // Nodes without interpolation are free.
                side[i] = p.starts[i] < p.starts[i + 1] ? coarse[p.columns[p.starts[i]]] : FIRST;
            }
        });
        sides[level] = side;
    }

    private void divideAsFiner(int level) {
        Prolongation p = prolongations.get(level - 1);
        byte[] side = new byte[p.coarseCount];
        byte[] fine = sides[level - 1];
        for (int i = fine.length - 1; i >= 0; i--) {
            // The coarse node itself, or a node that has its value.
            if (p.starts[i + 1] - p.starts[i] == 1) {
                side[p.columns[p.starts[i]]] = fine[i];
            }
        }
        sides[level] = side;
    }

    /** Moves to the separator what would couple the halves, or make those of the finer level meet. */
    private void separate(int level) {
        RowMatrix matrix = matrices.get(level);
        byte[] side = sides[level];
        int n = side.length;
        if (level > 0) {
            Prolongation p = prolongations.get(level - 1);
            byte[] fine = sides[level - 1];
            team.rows(fine.length, (begin, end, part, worker) -> {
                for (int i = begin; i < end; i++) {
                    for (int k = p.starts[i]; k < p.starts[i + 1] && fine[i] != SEPARATOR; k++) {
                        // Several threads may only write the same here.
                        if (side[p.columns[k]] != fine[i]) {
                            side[p.columns[k]] = SEPARATOR;
                        }
                    }
                }
            });
        }
        int[] separated = new int[ThreadTeam.rowParts(n)];
        team.rows(n, (begin, end, part, worker) -> {
            int count = 0;
            for (int i = begin; i < end; i++) {
                if (side[i] == SECOND && meetsFirst(matrix, side, i)) {
                    side[i] = SEPARATOR;
                }
                count += side[i] == SEPARATOR ? 1 : 0;
            }
            separated[part] = count;
        });
        if (n < LEAST_ROWS || Arrays.stream(separated).sum() > LARGEST_SEPARATOR * n) {
            Arrays.fill(side, SEPARATOR);
        }
    }

    private static boolean meetsFirst(RowMatrix matrix, byte[] side, int i) {
        for (int k = matrix.starts[i]; k < matrix.starts[i + 1]; k++) {
            if (side[matrix.columns[k]] == FIRST) {
                return true;
            }
        }
        return false;
    }

    private Halves ordered(byte[] side) {
        int n = side.length;
        int parts = ThreadTeam.rowParts(n);
        // Where each range puts its next unknown of each side: first all of the first half.
        int[] next = new int[(SEPARATOR + 1) * parts + 1];
        team.rows(n, (begin, end, part, worker) -> {
            int[] counts = new int[SEPARATOR + 1];
            for (int i = begin; i < end; i++) {
                counts[side[i]]++;
            }
            for (int s = FIRST; s <= SEPARATOR; s++) {
                next[s * parts + part + 1] = counts[s];
            }
        });
        RowMatrix.accumulate(next);
        int[] order = new int[n];
        Halves halves = new Halves(next[SECOND * parts], next[SEPARATOR * parts], order);
        team.rows(n, (begin, end, part, worker) -> {
            int[] places = {next[part], next[SECOND * parts + part], next[SEPARATOR * parts + part]};
            for (int i = begin; i < end; i++) {
                order[places[side[i]]++] = i;
            }
        });
        return halves;
    }
}
