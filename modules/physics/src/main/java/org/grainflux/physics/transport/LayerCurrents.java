package org.grainflux.physics.transport;

import java.util.Optional;

/**
 * The current inside a layer, exact for the potential of its surface: every mode decays on its way to lithium by {@link
 * LayerSymbol#transmission}. At the surface itself the nodal reactions hold, which keep the conservation and the
 * singularities of the electrolyte's side.
 */
final class LayerCurrents {
    /** A mode that has decayed by exp(−9) = 10⁻⁴ is left out. */
    private static final double DECAY = 9;

    /** Cells per wavelength of the shortest mode kept, at least; the cell averages themselves are exact. */
    private static final int CELLS_PER_WAVELENGTH = 3;

    private static final int FEWEST_CELLS = 256;
    /** Rows of the depth profile grow by this factor; it is interpolated between them. */
    private static final double ROW_GROWTH = 1.5;

    private static final int FEWEST_ROWS = 6;

    private final ElectrodeTrace trace;
    private final LayerSymbol symbol;
    private final double upward;
    private final double mean;
    private final double[] amplitudes;

    /**
     * @param upward 1 where the layer's current towards lithium runs upwards, at the upper electrode, else −1
     * @param mean of the surface's potential against lithium, V
     * @param amplitudes of the same, see {@link TraceModes}
     */
    LayerCurrents(ElectrodeTrace trace, LayerSymbol symbol, double upward, double mean, double[] amplitudes) {
        this.trace = trace;
        this.symbol = symbol;
        this.upward = upward;
        this.mean = mean;
        this.amplitudes = amplitudes;
    }

    /** Modes needed at a depth. */
    static int modesAt(double widthM, double depthM) {
        return (int) Math.ceil(DECAY * widthM / (2 * Math.PI * depthM));
    }

    /** Current through a depth &gt; 0, positive from the lower to the upper electrode. */
    TraceCurrent at(double depthM) {
        double widthM = trace.widthM();
        int modes = Math.min(modesAt(widthM, depthM), amplitudes.length / 2);
        double[] passed = new double[2 * modes];
        for (int n = 1; n <= modes; n++) {
            double t = upward * symbol.transmission(2 * Math.PI * n / widthM, depthM);
            passed[2 * n - 2] = t * amplitudes[2 * n - 2];
            passed[2 * n - 1] = t * amplitudes[2 * n - 1];
        }
        int cells = Integer.highestOneBit(Math.max(FEWEST_CELLS, CELLS_PER_WAVELENGTH * modes) * 2 - 1);
        double[] currents =
                CellSeries.averages(widthM, upward * symbol.meanAdmittance() * mean, passed, cells);
        double[] edges = new double[cells + 1];
        for (int i = 0; i < cells; i++) {
            edges[i] = widthM * i / cells;
            currents[i] *= widthM / cells;
        }
        edges[cells] = widthM;
        return new TraceCurrent(widthM, edges, currents, 0, trace.grains());
    }

    /**
     * @param upwardCurrentsA through the electrolyte's nodes
     */
    CellSolution.Electrode electrode(
            double[] upwardCurrentsA, double resistanceFraction, double[] surfacePotentialsV) {
        TraceCurrent surface = trace.current(upwardCurrentsA);
        TraceCurrent atLithium = at(symbol.thicknessM());
        double[] depths = rows(trace, symbol.thicknessM());
        DepthProfile profile = new DepthProfile(
                LayerOperator.DEPTH_WINDOW_M,
                depths,
                row -> row == 0 ? surface : row == depths.length - 1 ? atLithium : at(depths[row]));
        return new CellSolution.Electrode(
                resistanceFraction, atLithium, surface, Optional.of(profile), surfacePotentialsV);
    }

    /** From 0 to the thickness, the first step as long as the segments at the feet. */
    private static double[] rows(ElectrodeTrace trace, double thicknessM) {
        double first = Math.min(Math.max(trace.resolvedWindowM() / 1.5, thicknessM / 100), thicknessM / FEWEST_ROWS);
        int count = 2;
        for (double depth = first; depth * ROW_GROWTH < thicknessM; depth *= ROW_GROWTH) {
            count++;
        }
        double growth = Math.pow(thicknessM / first, 1.0 / (count - 2));
        double[] depths = new double[count];
        for (int row = 1; row < count; row++) {
            depths[row] = first * Math.pow(growth, row - 1.0);
        }
        depths[count - 1] = thicknessM;
        return depths;
    }
}
