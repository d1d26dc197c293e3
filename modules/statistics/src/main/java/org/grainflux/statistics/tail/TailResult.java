package org.grainflux.statistics.tail;

import java.io.Serializable;
import java.util.List;
import org.grainflux.statistics.IntervalEstimate;

/** The median at a target area, or why it cannot be told. */
public sealed interface TailResult extends Serializable {
    /** Fits at every patch size that was tried, ascending areas; empty when there was too little to fit. */
    List<SizeFit> fits();

    /**
     * Fit at one patch size; both intervals are of the jackknife over groups of structures.
     *
     * @param areaM2 area of one block
     * @param blocks block minima fitted, not all independent
     * @param uncensored those at or below the censoring limit
     * @param modulus Weibull modulus, bias removed
     * @param scale Weibull scale at this area, bias removed
     */
    record SizeFit(double areaM2, int blocks, int uncensored, IntervalEstimate modulus, IntervalEstimate scale)
            implements Serializable {}

    /**
     * @param median at the target area
     * @param law pooled over all sizes
     * @param modulus pooled, with interval
     */
    record Extrapolated(
            double targetAreaM2, IntervalEstimate median, WeakestLink law, IntervalEstimate modulus, List<SizeFit> fits)
            implements TailResult {
        public Extrapolated {
            fits = List.copyOf(fits);
        }
    }

    /**
     * @param explanation one sentence for people, with the figures that decided
     */
    record Refused(double targetAreaM2, Reason reason, String explanation, List<SizeFit> fits) implements TailResult {
        public Refused {
            fits = List.copyOf(fits);
        }
    }

    /** Why an extrapolation is refused. */
    enum Reason {
        /** Fewer than 8 groups of structures or fewer than 3 patch sizes. */
        TOO_FEW_STRUCTURES,
        /** Values do not scatter, or nearly all are censored: no modulus exists. */
        NO_TAIL,
        /** The modulus changes with patch size. */
        MODULUS_DRIFTS,
        /** The scale does not fall with area as the modulus demands. */
        SCALE_LAW_VIOLATED,
        /** The interval at the target area spans more than a factor of 10. */
        TOO_UNCERTAIN
    }
}
