package org.grainflux.physics.transport;

import java.util.Arrays;

/**
 * Every position of a window along a trace at which one of its ends meets the edge of a dual cell, ascending, with the
 * places of both ends among the cells: the average over the window is linear between successive positions.
 */
final class WindowPositions {
    private final double[] pieceLengthsM;
    private final double[] spansM;
    private final Ends starts;
    private final Ends ends;

    WindowPositions(TraceCells cells, double windowM) {
        int n = cells.count();
        double widthM = cells.widthM();
        double[] positionsM = new double[2 * n];
        for (int k = 0; k < n; k++) {
            // In two runs, which the sort only has to merge.
            positionsM[k] = wrap(cells.edgeM(k), widthM);
            positionsM[n + k] = wrap(cells.edgeM(k) - windowM, widthM);
        }
        Arrays.sort(positionsM);
        pieceLengthsM = new double[2 * n];
        spansM = new double[2 * n];
        starts = new Ends(2 * n);
        ends = new Ends(2 * n);
        for (int k = 0; k < 2 * n; k++) {
            double end = positionsM[k] + windowM;
            spansM[k] = end - positionsM[k];
            starts.set(k, cells, positionsM[k]);
            ends.set(k, cells, end);
            double next = k + 1 < 2 * n ? positionsM[k + 1] : positionsM[0] + widthM;
            pieceLengthsM[k] = next - positionsM[k];
        }
    }

    private static double wrap(double x, double widthM) {
        return x - Math.floor(x / widthM) * widthM;
    }

    /** Lengths between successive positions, the last one to the first of the next period; not to be changed. */
    double[] pieceLengthsM() {
        return pieceLengthsM;
    }

    /**
     * The average at every position.
     *
     * @param cumulativeA current up to every edge
     * @param slopesAPerM2 density of every cell
     */
    double[] averages(double[] cumulativeA, double[] slopesAPerM2) {
        double totalA = cumulativeA[cumulativeA.length - 1];
        double[] averages = new double[spansM.length];
        for (int k = 0; k < averages.length; k++) {
            averages[k] = (ends.current(k, totalA, cumulativeA, slopesAPerM2)
                            - starts.current(k, totalA, cumulativeA, slopesAPerM2))
                    / spansM[k];
        }
        return averages;
    }

    /** One end of the window at every position: the period, the cell, and how far within the cell. */
    private static final class Ends {
        private final double[] periods;
        private final int[] cells;
        private final double[] offsetsM;

        private Ends(int count) {
            periods = new double[count];
            cells = new int[count];
            offsetsM = new double[count];
        }

        private void set(int k, TraceCells of, double xM) {
            periods[k] = of.periodOf(xM);
            double x = xM - periods[k] * of.widthM();
            cells[k] = of.cellOf(x);
            offsetsM[k] = x - of.edgeM(cells[k]);
        }

        private double current(int k, double totalA, double[] cumulativeA, double[] slopesAPerM2) {
            int cell = cells[k];
            return periods[k] * totalA + cumulativeA[cell] + slopesAPerM2[cell] * offsetsM[k];
        }
    }
}
