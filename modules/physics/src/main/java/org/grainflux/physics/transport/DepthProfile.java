package org.grainflux.physics.transport;

import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.grainflux.core.InvalidInputException;

/**
 * Maximum over mean of the window-averaged current at each row (2D) or plane (3D) of an interlayer, against depth. Depth is measured from
 * HL|electrolyte (0) towards lithium (the layer's thickness), because the flux is evened out on this way. Every row
 * carries the total current exactly.
 */
public final class DepthProfile {
    private final double windowM;
    private final double[] depthsM;
    private final IntFunction<InterfaceCurrent> currents;
    private final IntToDoubleFunction excessBounds;
    /** Computed row by row when asked for: most draws of a study never look inside their layers. */
    private final double[] maxOverMean;

    private final BitSet known = new BitSet();

    /**
     * @param windowM length over which the current is averaged before the maximum is taken
     * @param depthsM increasing, from 0 to the thickness
     * @param currents one per depth
     */
    DepthProfile(double windowM, double[] depthsM, InterfaceCurrent[] currents) {
        this(windowM, depthsM, row -> currents[row], row -> Double.POSITIVE_INFINITY);
        if (depthsM.length != currents.length || depthsM.length == 0) {
            throw new IllegalArgumentException(depthsM.length + " depths for " + currents.length + " currents");
        }
    }

    /**
     * As above with currents that are computed when asked for.
     *
     * @param excessBounds what the maximum over mean less 1 does not exceed at a row, found more cheaply than the current
     */
    DepthProfile(
            double windowM,
            double[] depthsM,
            IntFunction<InterfaceCurrent> currents,
            IntToDoubleFunction excessBounds) {
        this.windowM = windowM;
        this.depthsM = depthsM;
        this.currents = currents;
        this.excessBounds = excessBounds;
        this.maxOverMean = new double[depthsM.length];
    }

    /** Current through one row. */
    public InterfaceCurrent current(int row) {
        return currents.apply(row);
    }

    public double windowM() {
        return windowM;
    }

    public int count() {
        return depthsM.length;
    }

    /** Distance from HL|electrolyte, m. */
    public double depthM(int row) {
        return depthsM[row];
    }

    public double maxOverMean(int row) {
        if (!known.get(row)) {
            InterfaceCurrent current = currents.apply(row);
            maxOverMean[row] = current.slidingMaximum(windowM) / current.meanAPerM2();
            known.set(row);
        }
        return maxOverMean[row];
    }

    public double withinFivePercentM() {
        return depthWithin(0.05);
    }

    public double withinTenPercentM() {
        return depthWithin(0.10);
    }

    /**
     * Smallest depth from which on the maximum stays within a fraction of the mean, interpolated linearly in the
     * logarithm of the excess; 0 if it does at the electrolyte already, NaN if it never does inside the layer or the window is not resolved.
     */
    public double depthWithin(double fraction) {
        if (!(fraction > 0)) {
            throw new InvalidInputException("the fraction must be > 0, got " + fraction);
        }
        // From lithium up: rows above the one looked for need not be known.
        int row = depthsM.length;
        while (row > 0 && (excessBounds.applyAsDouble(row - 1) <= fraction || maxOverMean(row - 1) - 1 <= fraction)) {
            row--;
        }
        if (row == depthsM.length) {
            return Double.NaN;
        }
        if (row == 0) {
            return 0;
        }
        double above = Math.log(maxOverMean(row - 1) - 1);
        double below = Math.log(Math.max(maxOverMean(row) - 1, 1e-300));
        double weight = (above - Math.log(fraction)) / (above - below);
        return depthsM[row - 1] + weight * (depthsM[row] - depthsM[row - 1]);
    }
}
