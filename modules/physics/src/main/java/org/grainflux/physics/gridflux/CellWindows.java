package org.grainflux.physics.gridflux;

import java.util.Arrays;
import org.grainflux.fem.grid.CellGrid;
import org.grainflux.physics.transport.WindowAverage;

/** Averages of {@link CellCurrents} over strips (plane problem) or discs around each surface cell. */
final class CellWindows implements WindowAverage {
    private final CellGrid grid;
    /** Per line of cells: sums of the densities before each cell, one entry more than cells. */
    private final double[] sumsBefore;
    /** Cells of a window to either side of its middle, for each of its lines. */
    private final int[] before;

    private final int[] after;
    private final double mean;
    /** Ascending; computed for the first figure that needs them all. */
    private double[] ascending;

    CellWindows(CellGrid grid, double[] densitiesAPerM2, double windowM) {
        this.grid = grid;
        int n = grid.cells0();
        this.sumsBefore = new double[(n + 1) * grid.cells1()];
        for (int i1 = 0; i1 < grid.cells1(); i1++) {
            for (int i0 = 0; i0 < n; i0++) {
                sumsBefore[i1 * (n + 1) + i0 + 1] = sumsBefore[i1 * (n + 1) + i0] + densitiesAPerM2[i1 * n + i0];
            }
        }
        this.mean = Arrays.stream(densitiesAPerM2).sum() / densitiesAPerM2.length;
        if (grid.cells1() == 1) {
            int span = (int) Math.max(1, Math.min(n, Math.round(windowM / grid.spacing0M())));
            this.before = new int[] {(span - 1) / 2};
            this.after = new int[] {span / 2};
        } else {
            this.before = halfWidths(0.5 * windowM);
            this.after = before;
        }
    }

    private int[] halfWidths(double radiusM) {
        int reach = Math.min((int) (radiusM / grid.spacing1M()), (grid.cells1() - 1) / 2);
        int[] halfWidths = new int[2 * reach + 1];
        for (int d = -reach; d <= reach; d++) {
            double y = d * grid.spacing1M();
            int half = (int) (Math.sqrt(Math.max(0, radiusM * radiusM - y * y)) / grid.spacing0M());
            halfWidths[d + reach] = Math.min(half, (grid.cells0() - 1) / 2);
        }
        return halfWidths;
    }

    /** Mean over the window around a cell, A/m²; beyond a border without period there is nothing to average. */
    double mean(int i0, int i1) {
        int reach = before.length / 2;
        double sum = 0;
        int cells = 0;
        for (int d = -reach; d <= reach; d++) {
            int line = i1 + d;
            if (grid.periodic1() || line >= 0 && line < grid.cells1()) {
                int from = i0 - before[d + reach];
                int to = i0 + after[d + reach] + 1;
                int first = grid.periodic0() ? from : Math.max(0, from);
                int end = grid.periodic0() ? to : Math.min(grid.cells0(), to);
                sum += between(Math.floorMod(line, grid.cells1()), first, end);
                cells += end - first;
            }
        }
        return sum / cells;
    }

    /** Sum over cells of a line, which may wrap once on either side. */
    private double between(int line, int from, int to) {
        return upTo(line, to) - upTo(line, from);
    }

    private double upTo(int line, int end) {
        int n = grid.cells0();
        int start = line * (n + 1);
        int period = Math.floorDiv(end, n);
        return period * sumsBefore[start + n] + sumsBefore[start + end - period * n];
    }

    private double[] ascending() {
        if (ascending == null) {
            int reach1 = before.length / 2;
            int margin1 = grid.periodic1() ? 0 : reach1;
            int first0 = grid.periodic0() ? 0 : before[reach1];
            int end0 = grid.cells0() - (grid.periodic0() ? 0 : after[reach1]);
            double[] averages = new double[Math.max(0, end0 - first0) * Math.max(0, grid.cells1() - 2 * margin1)];
            int at = 0;
            for (int i1 = margin1; i1 < grid.cells1() - margin1; i1++) {
                for (int i0 = first0; i0 < end0; i0++) {
                    averages[at++] = mean(i0, i1);
                }
            }
            Arrays.sort(averages);
            ascending = averages;
        }
        return ascending;
    }

    @Override
    public double maximum() {
        return ascending()[ascending().length - 1];
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double cov() {
        double variance = 0;
        for (double average : ascending()) {
            variance += (average - mean) * (average - mean) / ascending().length;
        }
        return Math.sqrt(variance) / Math.abs(mean);
    }

    /** The least average that is not exceeded on this fraction of positions. */
    @Override
    public double quantile(double fraction) {
        int at = (int) Math.ceil(fraction * ascending().length) - 1;
        return ascending()[Math.max(0, at)];
    }

    @Override
    public double fractionAbove(double thresholdAPerM2) {
        long above = Arrays.stream(ascending()).filter(a -> a > thresholdAPerM2).count();
        return (double) above / ascending().length;
    }
}
