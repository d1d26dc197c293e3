package org.grainflux.fem.multigrid;

import java.util.Arrays;
import org.grainflux.fem.algebra.DisjointSets;

/**
 * Nodes bound to one neighbour so firmly that they follow it: the two copies of a node on a well conducting interface. The
 * consistent mass of such an interface fills the matrix with positive entries, on which classical coarsening fails; they
 * cancel when the copies move as one. Nodes are tied for the choice of coarse nodes and their interpolation only: the
 * smoother still resolves the jump, which is local.
 */
final class TiedNodes {
    /**
     * Sum of the positive entries, and modulus of the most negative one, over the diagonal, of a row that is tied. On an
     * interface alone they are 1 (0.5 in the plane) and 1 over the number of other copies.
     */
    private static final double POSITIVE_SHARE = 0.25;

    private static final double TIE_SHARE = 0.3;

    /** A row ties to all that are nearly as firm as the firmest, such as further copies at a junction. */
    private static final double OTHER_TIES = 0.9;

    /** Both shares of a row that is tied firmly; obtuse elements alone rarely reach them. */
    private static final double FIRM_POSITIVE_SHARE = 0.35;

    private static final double FIRM_TIE_SHARE = 0.6;

    /** Share of rows that must be tied firmly before anything is merged: merging costs a level as large as the matrix. */
    private static final double FIRM_ROWS = 0.003;

    /**
     * Positive entries that merging may leave, of those of the rows that are merged. An interface's cancel, and what is left
     * is of obtuse elements; those of grains that are themselves anisotropic stay.
     */
    private static final double POSITIVE_LEFT = 0.3;

    /**
     * Share of all positive entries that must stand in rows of merged nodes: firm interfaces held 0.53 and more of them,
     * obtuse elements and weak interfaces 0.17 at the most, and there nothing was gained by merging.
     */
    private static final double LEAST_SHARE = 0.5;

    /**
     * Copies of one node at the most. Four grains meet in a vertex, a few more where edges were collapsed; chains of more
     * nodes are lines along which an anisotropic grain conducts.
     */
    private static final int MOST_COPIES = 12;

    /** Index of the merged node of each node. */
    private final int[] merged;

    private final int count;

    private TiedNodes(int[] merged, int count) {
        this.merged = merged;
        this.count = count;
    }

    /**
     * Merges the nodes whose positive entries cancel when they move as one; every other node stays by itself, and all do
     * where hardly any row is tied firmly.
     */
    static TiedNodes of(ThreadTeam team, RowMatrix matrix) {
        int n = matrix.rows();
        int[] firm = new int[ThreadTeam.rowParts(n)];
        float[] positiveShares = new float[n];
        CollectedLinks partners = new CollectedLinks(n, firm.length);
        team.rows(n, (begin, end, part, worker) -> {
            CollectedLinks.Range range = partners.begin(part, end - begin);
            Row row = new Row();
            int firmRows = 0;
            for (int i = begin; i < end; i++) {
                row.read(matrix, i);
                firmRows += row.isFirm() ? 1 : 0;
                positiveShares[i] = (float) (row.positive / row.diagonal);
                row.addPartners(matrix, i, range);
            }
            range.end();
            firm[part] = firmRows;
        });
        if (Arrays.stream(firm).sum() < FIRM_ROWS * n) {
            return apart();
        }
        DisjointSets sets = new DisjointSets(n);
        int[] links = partners.joined(team);
        for (int i = 0; i < n; i++) {
            for (int k = partners.starts[i]; k < partners.starts[i + 1]; k++) {
                sets.join(i, links[k]);
            }
        }
        int[] numbers = sets.numbered();
        TiedNodes tied = new TiedNodes(numbers, 1 + Arrays.stream(numbers).max().orElse(-1));
        return tied.exist() ? tied.withoutVainGroups(team, matrix, positiveShares) : tied;
    }

    private static TiedNodes apart() {
        return new TiedNodes(new int[0], 0);
    }

    /** Takes apart the groups whose positive entries stay; all of them when few entries would go. */
    private TiedNodes withoutVainGroups(ThreadTeam team, RowMatrix matrix, float[] positiveShares) {
        Transposition members = members(team);
        RowBuilder[] builders = RowBuilder.perWorker(team, count);
        boolean[] kept = new boolean[count];
        team.rows(count, (begin, end, part, worker) -> {
            for (int m = begin; m < end; m++) {
                int copies = members.starts[m + 1] - members.starts[m];
                kept[m] = copies > 1
                        && copies <= MOST_COPIES
                        && left(matrix, members, m, builders[worker]) <= POSITIVE_LEFT * positive(matrix, members, m);
            }
        });
        return rid(team, kept, positiveShares) ? numbered(members, kept) : apart();
    }

    /** Whether enough of all positive entries stand in the rows of the groups that are kept. */
    private boolean rid(ThreadTeam team, boolean[] kept, float[] positiveShares) {
        int parts = ThreadTeam.rowParts(merged.length);
        double[] all = new double[parts];
        double[] gone = new double[parts];
        team.rows(merged.length, (begin, end, part, worker) -> {
            for (int i = begin; i < end; i++) {
                all[part] += positiveShares[i];
                gone[part] += kept[merged[i]] ? positiveShares[i] : 0;
            }
        });
        return Arrays.stream(gone).sum() >= LEAST_SHARE * Arrays.stream(all).sum();
    }

    /** Numbers the kept groups, each by its first member, and the nodes of the others one by one. */
    private TiedNodes numbered(Transposition members, boolean[] kept) {
        int n = merged.length;
        int[] again = new int[n];
        int next = 0;
        for (int i = 0; i < n; i++) {
            int m = merged[i];
            int first = members.rows[members.starts[m]];
            again[i] = kept[m] && first < i ? again[first] : next++;
        }
        return new TiedNodes(again, next);
    }

    /** Sum of the positive entries of the members' rows. */
    private static double positive(RowMatrix matrix, Transposition members, int m) {
        double sum = 0;
        for (int u = members.starts[m]; u < members.starts[m + 1]; u++) {
            int i = members.rows[u];
            for (int k = matrix.starts[i]; k < matrix.starts[i + 1]; k++) {
                sum += matrix.columns[k] == i ? 0 : Math.max(0, matrix.values[k]);
            }
        }
        return sum;
    }

    /** Sum of the positive entries of a merged row. */
    private double left(RowMatrix matrix, Transposition members, int m, RowBuilder row) {
        mergeRow(matrix, members, m, row);
        double sum = 0;
        for (int k = 0; k < row.count; k++) {
            sum += row.columns[k] == m ? 0 : Math.max(0, row.values[k]);
        }
        return sum;
    }

    /** What a row says about ties. */
    private static final class Row {
        private double diagonal;
        private double positive;
        private double firmest;

        void read(RowMatrix matrix, int i) {
            diagonal = 0;
            positive = 0;
            firmest = 0;
            for (int k = matrix.starts[i]; k < matrix.starts[i + 1]; k++) {
                double a = matrix.values[k];
                if (matrix.columns[k] == i) {
                    diagonal = a;
                } else {
                    positive += Math.max(0, a);
                    firmest = Math.max(firmest, -a);
                }
            }
        }

        boolean isFirm() {
            return positive > FIRM_POSITIVE_SHARE * diagonal && firmest > FIRM_TIE_SHARE * diagonal;
        }

        void addPartners(RowMatrix matrix, int i, CollectedLinks.Range range) {
            if (positive > POSITIVE_SHARE * diagonal && firmest > TIE_SHARE * diagonal) {
                range.reserve(matrix.starts[i + 1] - matrix.starts[i]);
                for (int k = matrix.starts[i]; k < matrix.starts[i + 1]; k++) {
                    if (-matrix.values[k] >= OTHER_TIES * firmest) {
                        range.add(matrix.columns[k]);
                    }
                }
            }
            range.endRow(i);
        }
    }

    /** Whether anything is merged. */
    boolean exist() {
        return count < merged.length;
    }

    /** Every node takes the value of its merged node. */
    Prolongation injection() {
        return Prolongation.injection(merged, count);
    }

    /** Rows and columns of tied nodes added up. */
    RowMatrix merge(ThreadTeam team, RowMatrix matrix) {
        Transposition members = members(team);
        RowBuilder[] builders = RowBuilder.perWorker(team, count);
        CollectedRows rows = new CollectedRows(count);
        int usual = (int) (matrix.entryCount() / matrix.rows());
        team.rows(count, (begin, end, part, worker) -> {
            CollectedRows.Range range = rows.begin(part, usual);
            for (int m = begin; m < end; m++) {
                mergeRow(matrix, members, m, builders[worker]);
                range.append(builders[worker]);
            }
        });
        return rows.joined(team);
    }

    private Transposition members(ThreadTeam team) {
        Prolongation injection = injection();
        return Transposition.of(team, injection.starts, merged, 0, count);
    }

    private void mergeRow(RowMatrix matrix, Transposition members, int m, RowBuilder sum) {
        sum.clear();
        for (int u = members.starts[m]; u < members.starts[m + 1]; u++) {
            int i = members.rows[u];
            for (int k = matrix.starts[i]; k < matrix.starts[i + 1]; k++) {
                sum.add(merged[matrix.columns[k]], matrix.values[k]);
            }
        }
    }
}
