package org.grainflux.fem.grid;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Networks of unit cubes with regions and resistive sheets between them. */
final class LabelNetworks {
    private LabelNetworks() {}

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Region of each cell: the nearest of some random seeds, periodic across. */
    static int[] nearestSeeds(CellGrid grid, int seeds, RandomGenerator random) {
        double[] at = new double[3 * seeds];
        for (int k = 0; k < seeds; k++) {
            at[3 * k] = grid.cells0() * random.nextDouble();
            at[3 * k + 1] = grid.cells1() * random.nextDouble();
            at[3 * k + 2] = grid.cells2() * random.nextDouble();
        }
        int[] labels = new int[grid.cellCount()];
        for (int c = 0; c < labels.length; c++) {
            int i0 = c % grid.cells0();
            int i1 = c / grid.cells0() % grid.cells1();
            int i2 = c / grid.layerCells();
            double best = Double.POSITIVE_INFINITY;
            for (int k = 0; k < seeds; k++) {
                double d0 = Math.abs(i0 + 0.5 - at[3 * k]);
                double d1 = Math.abs(i1 + 0.5 - at[3 * k + 1]);
                double d2 = i2 + 0.5 - at[3 * k + 2];
                d0 = Math.min(d0, grid.cells0() - d0);
                d1 = Math.min(d1, grid.cells1() - d1);
                double square = d0 * d0 + d1 * d1 + d2 * d2;
                if (square < best) {
                    best = square;
                    labels[c] = k;
                }
            }
        }
        return labels;
    }

    /** Every cell a region of its own. */
    static int[] eachItsOwn(CellGrid grid) {
        int[] labels = new int[grid.cellCount()];
        Arrays.setAll(labels, c -> c);
        return labels;
    }

    /** Conductivities e^u, u uniform in ± ln contrast. */
    static double[] conductivities(int[] labels, double contrast, RandomGenerator random) {
        double[] values = new double[Arrays.stream(labels).max().orElse(0) + 1];
        Arrays.setAll(values, k -> Math.exp((2 * random.nextDouble() - 1) * Math.log(contrast)));
        return values;
    }

    /**
     * Half a cell, sheet, half a cell in series.
     *
     * @param sheet resistance of unit area between different regions
     * @param contact resistance of unit area at both electrodes
     */
    static FaceConductances network(CellGrid grid, int[] labels, double[] conductivity, double sheet, double contact) {
        int n = grid.cellCount();
        int layer = grid.layerCells();
        float[] across0 = new float[n];
        float[] across1 = new float[n];
        float[] across2 = new float[n + layer];
        for (int c = 0; c < n; c++) {
            int i0 = c % grid.cells0();
            int i1 = c / grid.cells0() % grid.cells1();
            int i2 = c / layer;
            double half = 0.5 / conductivity[labels[c]];
            if (i0 < grid.cells0() - 1 || grid.wraps0()) {
                int d = grid.cell((i0 + 1) % grid.cells0(), i1, i2);
                across0[c] = series(labels, conductivity, sheet, c, d);
            }
            if (i1 < grid.cells1() - 1 || grid.wraps1()) {
                int d = grid.cell(i0, (i1 + 1) % grid.cells1(), i2);
                across1[c] = series(labels, conductivity, sheet, c, d);
            }
            if (i2 == 0) {
                across2[c] = (float) (1 / (half + contact));
            }
            across2[c + layer] = i2 == grid.cells2() - 1
                    ? (float) (1 / (half + contact))
                    : series(labels, conductivity, sheet, c, c + layer);
        }
        return new FaceConductances(grid, across0, across1, across2);
    }

    private static float series(int[] labels, double[] conductivity, double sheet, int c, int d) {
        double resistance = 0.5 / conductivity[labels[c]] + 0.5 / conductivity[labels[d]];
        return (float) (1 / (resistance + (labels[c] == labels[d] ? 0 : sheet)));
    }

    /** Load of a lower electrode at 1 and an upper one at 0. */
    static double[] drive(FaceConductances faces) {
        double[] load = new double[faces.grid().cellCount()];
        for (int c = 0; c < faces.grid().layerCells(); c++) {
            load[c] = faces.belowS(c);
        }
        return load;
    }
}
