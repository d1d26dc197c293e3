package org.grainflux.fem.multigrid;

import java.util.Arrays;

/** A {@link Prolongation} in the order of the {@link Halves} of both of its levels, to be applied up and down. */
final class Transfer {
    private final Halves fine;
    private final Halves coarse;
    /** Entries of the row at each place; rows are narrow. */
    private final byte[] counts;
    /** Of each range of rows, the first entry. */
    private final int[] rangeStarts;
    /** First entry of the second half and of the separator. */
    private final int secondStart;

    private final int separatorStart;

    /** Places on the coarse level, in its second copy of the separator for rows of the second half. */
    private final int[] columns;

    private final float[] weights;

    private Transfer(Halves fine, Halves coarse, byte[] counts) {
        this.fine = fine;
        this.coarse = coarse;
        this.counts = counts;
        this.rangeStarts = new int[ThreadTeam.rowParts(counts.length) + 1];
        int entries = 0;
        int second = 0;
        int separator = 0;
        for (int t = 0; t <= counts.length; t++) {
            second = t == fine.begin(1) ? entries : second;
            separator = t == fine.separator() ? entries : separator;
            if (t < counts.length) {
                entries += counts[t];
                rangeStarts[ThreadTeam.partOf(t) + 1] = entries;
            }
        }
        this.secondStart = second;
        this.separatorStart = separator;
        this.columns = new int[entries];
        this.weights = new float[entries];
    }

    static Transfer of(ThreadTeam team, Prolongation prolongation, Halves fine, Halves coarse) {
        byte[] counts = new byte[fine.rows()];
        int[] starts = prolongation.starts;
        team.rows(counts.length, (begin, end, part, worker) -> {
            for (int t = begin; t < end; t++) {
                counts[t] = (byte) (starts[fine.order[t] + 1] - starts[fine.order[t]]);
            }
        });
        Transfer transfer = new Transfer(fine, coarse, counts);
        int[] places = coarse.places(team);
        team.rows(counts.length, (begin, end, part, worker) -> {
            int next = transfer.rangeStarts[part];
            for (int t = begin; t < end; t++) {
                boolean inSecondHalf = t >= fine.begin(1) && t < fine.end(1);
                for (int k = starts[fine.order[t]]; k < starts[fine.order[t] + 1]; k++) {
                    int place = places[prolongation.columns[k]];
                    boolean copied = inSecondHalf && place >= coarse.separator();
                    transfer.columns[next] = copied ? place + coarse.separatorRows() : place;
                    transfer.weights[next++] = prolongation.weights[k];
                }
            }
        });
        return transfer;
    }

    /** By rows in the numbering of the levels' matrices. */
    Prolongation prolongation(ThreadTeam team) {
        int n = counts.length;
        int[] starts = new int[n + 1];
        for (int t = 0; t < n; t++) {
            starts[fine.order[t] + 1] = counts[t];
        }
        RowMatrix.accumulate(starts);
        int[] natural = new int[columns.length];
        float[] values = new float[columns.length];
        team.rows(n, (begin, end, part, worker) -> {
            int from = rangeStarts[part];
            for (int t = begin; t < end; t++) {
                int to = starts[fine.order[t]];
                for (int c = 0; c < counts[t]; c++) {
                    int place = columns[from];
                    natural[to] = coarse.order[place < coarse.rows() ? place : place - coarse.separatorRows()];
                    values[to++] = weights[from++];
                }
            }
        });
        return new Prolongation(starts, natural, values, coarse.rows());
    }

    int coarseCount() {
        return coarse.rows();
    }

    int entryCount() {
        return columns.length;
    }

    long bytes() {
        return counts.length + 8L * columns.length;
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
        int k = firstEntry;
        for (int t = begin; t < end; t++) {
            double value = residual[t];
            for (int last = k + counts[t]; k < last; k++) {
                load[columns[k]] += weights[k] * value;
            }
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
        int k = firstEntry;
        for (int t = begin; t < end; t++) {
            double sum = solution[t];
            for (int last = k + counts[t]; k < last; k++) {
                sum += weights[k] * correction[columns[k]];
            }
            solution[t] = sum;
            work[t] = 0;
        }
    }
}
