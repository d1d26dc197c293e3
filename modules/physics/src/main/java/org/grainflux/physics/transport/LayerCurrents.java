package org.grainflux.physics.transport;

import java.util.Optional;
import java.util.function.IntFunction;

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

    private static final int FEWEST_CELLS = 512;

    /** Window of the current whose maximum is followed through a layer. */
    private static final double DEPTH_WINDOW_M = 200e-9;

    /** First depth below the surface at which the profile is taken: half the window it is averaged over. */
    private static final double FIRST_ROW_M = 0.5 * DEPTH_WINDOW_M;
    /** Later rows grow by this factor; the profile is interpolated between them. */
    private static final double ROW_GROWTH = 1.5;

    private final ElectrodeTrace trace;
    private final LayerSymbol symbol;
    private final double upward;
    private final double mean;
    private final IntFunction<double[]> amplitudes;
    private double[] known = new double[0];

    /**
     * @param upward 1 where the layer's current towards lithium runs upwards, at the upper electrode, else −1
     * @param mean of the surface's potential against lithium, V
     * @param amplitudes of the same, see {@link TraceModes}: up to a number of modes, at most {@link #mostModes}
     */
    LayerCurrents(
            ElectrodeTrace trace, LayerSymbol symbol, double upward, double mean, IntFunction<double[]> amplitudes) {
        this.trace = trace;
        this.symbol = symbol;
        this.upward = upward;
        this.mean = mean;
        this.amplitudes = amplitudes;
    }

    /** Modes that a layer may be asked for. */
    static int mostModes(double widthM, double thicknessM) {
        return modesAt(widthM, rows(thicknessM)[1]);
    }

    private static int modesAt(double widthM, double depthM) {
        return (int) Math.ceil(DECAY * widthM / (2 * Math.PI * depthM));
    }

    /** Those of a number of modes or of more: shallower rows need more, deeper ones their first. */
    private double[] amplitudes(int modes) {
        if (known.length < 2 * modes) {
            known = amplitudes.apply(modes);
        }
        return known;
    }

    /** Amplitudes of the current through a depth &gt; 0, as {@link TraceModes} has them. */
    private double[] passed(double depthM) {
        int modes = modesAt(trace.widthM(), depthM);
        double[] surface = amplitudes(modes);
        double[] transmissions = symbol.transmissions(2 * Math.PI / trace.widthM(), modes, depthM);
        double[] passed = new double[2 * modes];
        for (int n = 0; n < passed.length; n++) {
            passed[n] = upward * transmissions[n / 2] * surface[n];
        }
        return passed;
    }

    /** No average of the current through a depth &gt; 0 exceeds the mean by more than this share of it: all modes in phase. */
    private double excessBound(double depthM) {
        double[] passed = passed(depthM);
        double sum = 0;
        for (int n = 0; n < passed.length; n += 2) {
            sum += Math.sqrt(passed[n] * passed[n] + passed[n + 1] * passed[n + 1]);
        }
        return Math.sqrt(2 / trace.widthM()) * sum / Math.abs(symbol.meanAdmittance() * mean);
    }

    /** Current through a depth &gt; 0, positive from the lower to the upper electrode. */
    TraceCurrent at(double depthM) {
        double widthM = trace.widthM();
        double[] passed = passed(depthM);
        int modes = passed.length / 2;
        int cells = Integer.highestOneBit(Math.max(FEWEST_CELLS, CELLS_PER_WAVELENGTH * modes) * 2 - 1);
        double[] currents = CellSeries.of(cells).averages(widthM, upward * symbol.meanAdmittance() * mean, passed);
        for (int i = 0; i < cells; i++) {
            currents[i] *= widthM / cells;
        }
        return new TraceCurrent(trace.uniformCells(cells), currents, 0, trace.grains());
    }

    /**
     * @param upwardCurrentsA through the electrolyte's nodes
     */
    CellSolution.Electrode electrode(double[] upwardCurrentsA, double resistanceFraction, double[] surfacePotentialsV) {
        TraceCurrent surface = trace.current(upwardCurrentsA);
        TraceCurrent atLithium = at(symbol.thicknessM());
        double[] depths = rows(symbol.thicknessM());
        DepthProfile profile = new DepthProfile(
                DEPTH_WINDOW_M,
                depths,
                row -> row == 0 ? surface : row == depths.length - 1 ? atLithium : at(depths[row]),
                row -> row == 0 ? Double.POSITIVE_INFINITY : excessBound(depths[row]));
        return new CellSolution.Electrode(
                resistanceFraction, atLithium, surface, Optional.of(profile), surfacePotentialsV);
    }

    /** Depths of the profile, from 0 to the thickness. */
    private static double[] rows(double thicknessM) {
        double first = Math.min(FIRST_ROW_M, 0.5 * thicknessM);
        int steps = (int) Math.ceil(Math.log(thicknessM / first) / Math.log(ROW_GROWTH));
        double[] depths = new double[steps + 2];
        for (int row = 0; row < steps; row++) {
            depths[row + 1] = first * Math.pow(thicknessM / first, (double) row / steps);
        }
        depths[steps + 1] = thicknessM;
        return depths;
    }
}
