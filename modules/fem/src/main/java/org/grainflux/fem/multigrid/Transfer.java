package org.grainflux.fem.multigrid;

import java.util.Arrays;

/**
 * A {@link Prolongation} in the order of the {@link Halves} of both of its levels, to be applied up and down.
 *
 * <p>Rows have one to four entries, which no branch predictor foresees. So the loops run over entries instead of rows, and
 * the last entry of each row carries a mark that is added to the number of the row. A row without interpolation has one
 * entry of weight zero at the spare place of the coarse vectors.
 */
final class Transfer {
    /** Lowest bit of an entry: it is the last one of its row. */
    private static final int LAST = 1;

    private final Halves fine;
    private final Halves coarse;
    /** Of each range of rows, the first entry. */
    private final int[] rangeStarts;
    /** First entry of the second half and of the separator. */
    private final int secondStart;

    private final int separatorStart;

    /**
     * Place on the coarse level, in its second copy of the separator for rows of the second half, times two; plus {@link
     * #LAST}.
     */
    private final int[] entries;

    private final float[] weights;

    private Transfer(Halves fine, Halves coarse, int[] rangeStarts, int secondStart, int separatorStart) {
        this.fine = fine;
        this.coarse = coarse;
        this.rangeStarts = rangeStarts;
        this.secondStart = secondStart;
        this.separatorStart = separatorStart;
        this.entries = new int[rangeStarts[rangeStarts.length - 1]];
        this.weights = new float[entries.length];
    }

    static Transfer of(ThreadTeam team, Prolongation prolongation, Halves fine, Halves coarse) {
        int[] rangeStarts = new int[ThreadTeam.rowParts(fine.rows()) + 1];
        team.rows(
                fine.rows(),
                (begin, end, part, worker) -> rangeStarts[part + 1] = entriesOf(prolongation, fine.order, begin, end));
        RowMatrix.accumulate(rangeStarts);
        int[] halfStarts = new int[2];
        int[] halfRows = {fine.begin(1), fine.separator()};
        for (int h = 0; h < halfRows.length; h++) {
            int part = ThreadTeam.partOf(halfRows[h]);
            halfStarts[h] =
                    rangeStarts[part] + entriesOf(prolongation, fine.order, ThreadTeam.begin(part), halfRows[h]);
        }
        Transfer transfer = new Transfer(fine, coarse, rangeStarts, halfStarts[0], halfStarts[1]);
        int[] places = coarse.places(team);
        team.rows(
                fine.rows(),
                (begin, end, part, worker) -> transfer.fill(prolongation, places, begin, end, rangeStarts[part]));
        return transfer;
    }

    private static int entriesOf(Prolongation prolongation, int[] order, int begin, int end) {
        int count = 0;
        for (int t = begin; t < end; t++) {
            count += Math.max(1, prolongation.starts[order[t] + 1] - prolongation.starts[order[t]]);
        }
        return count;
    }

    private void fill(Prolongation prolongation, int[] places, int begin, int end, int firstEntry) {
        int next = firstEntry;
        for (int t = begin; t < end; t++) {
            boolean inSecondHalf = t >= fine.begin(1) && t < fine.end(1);
            int first = prolongation.starts[fine.order[t]];
            int last = prolongation.starts[fine.order[t] + 1];
            for (int k = first; k < last; k++) {
                int place = places[prolongation.columns[k]];
                boolean copied = inSecondHalf && place >= coarse.separator();
                entries[next] = (copied ? place + coarse.separatorRows() : place) << 1;
                weights[next++] = prolongation.weights[k];
            }
            if (first == last) {
                entries[next++] = coarse.sparePlace() << 1;
            }
            entries[next - 1] |= LAST;
        }
    }

    /** By rows in the numbering of the levels' matrices. */
    Prolongation prolongation(ThreadTeam team) {
        int n = fine.rows();
        int[] starts = new int[n + 1];
        team.rows(n, (begin, end, part, worker) -> {
            int k = rangeStarts[part];
            for (int t = begin; t < end; k++) {
                starts[fine.order[t] + 1] += entries[k] >> 1 == coarse.sparePlace() ? 0 : 1;
                t += entries[k] & LAST;
            }
        });
        RowMatrix.accumulate(team, starts);
        int[] columns = new int[starts[n]];
        float[] values = new float[columns.length];
        team.rows(n, (begin, end, part, worker) -> {
            int k = rangeStarts[part];
            for (int t = begin; t < end; t++) {
                for (int to = starts[fine.order[t]]; to < starts[fine.order[t] + 1]; to++) {
                    int place = entries[k] >> 1;
                    columns[to] = coarse.order[place < coarse.rows() ? place : place - coarse.separatorRows()];
                    values[to] = weights[k++];
                }
                k += starts[fine.order[t]] == starts[fine.order[t] + 1] ? 1 : 0;
            }
        });
        return new Prolongation(starts, columns, values, coarse.rows());
    }

    int coarseCount() {
        return coarse.rows();
    }

    int entryCount() {
        return entries.length;
    }

    long bytes() {
        return 8L * entries.length;
    }

    /** load = Pᵀ residual. @param load with both copies of the separator */
    void restrict(ThreadTeam team, double[] residual, double[] load) {
        int separator = coarse.separator();
        int copy = coarse.rows();
        fine.both(team, (begin, end, half) -> {
            Arrays.fill(load, coarse.begin(half), coarse.end(half), 0);
            int shared = half == 0 ? separator : copy;
            Arrays.fill(load, shared, shared + coarse.separatorRows(), 0);
            scatter(residual, load, begin, end, half == 0 ? 0 : secondStart);
        });
        if (fine.separator() == 0) {
            Arrays.fill(load, 0);
        }
        scatter(residual, load, fine.separator(), fine.rows(), separatorStart);
        for (int t = separator; t < copy; t++) {
            load[t] += load[t + coarse.separatorRows()];
        }
    }

    private void scatter(double[] residual, double[] load, int begin, int end, int firstEntry) {
        int t = begin;
        for (int k = firstEntry; t < end; k++) {
            int entry = entries[k];
            load[entry >> 1] += weights[k] * residual[t];
            t += entry & LAST;
        }
    }

    /**
     * solution += P correction, and clears the work vector of the sweep that follows.
     *
     * @param correction of the coarse level; its second copy of the separator is written here
     */
    void addTo(ThreadTeam team, double[] correction, double[] solution, double[] work) {
        System.arraycopy(correction, coarse.separator(), correction, coarse.rows(), coarse.separatorRows());
        fine.both(
                team,
                (begin, end, half) -> gather(correction, solution, work, begin, end, half == 0 ? 0 : secondStart));
        gather(correction, solution, work, fine.separator(), fine.rows(), separatorStart);
    }

    private void gather(double[] correction, double[] solution, double[] work, int begin, int end, int firstEntry) {
        Arrays.fill(work, begin, end, 0);
        int t = begin;
        for (int k = firstEntry; t < end; k++) {
            int entry = entries[k];
            solution[t] += weights[k] * correction[entry >> 1];
            t += entry & LAST;
        }
    }
}
