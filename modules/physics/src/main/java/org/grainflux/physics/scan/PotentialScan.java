package org.grainflux.physics.scan;

import org.apache.commons.math3.special.Erf;
import org.grainflux.core.Require;

/**
 * What a Kelvin probe reads across a boundary: a core of width w at −Δφ seen through a Gaussian of the probe whose peak is
 * one over its equivalent width w_tip. At the boundary it reads −Δφ w/w_tip as long as w ≪ w_tip.
 *
 * @param coreWidthM w
 * @param probeWidthM w_tip; 0 for a probe that blurs nothing
 */
public record PotentialScan(double coreWidthM, double probeWidthM) {
    public PotentialScan {
        Require.positive("width of the charged core", coreWidthM, "m");
        Require.nonNegative("equivalent width of the probe", probeWidthM, "m");
    }

    /** Share of the core's depth that is read at a distance from its middle. */
    public double share(double positionM) {
        double half = 0.5 * coreWidthM;
        if (probeWidthM == 0) {
            return Math.abs(positionM) <= half ? 1 : 0;
        }
        // A Gaussian of deviation s has the peak 1/(s √2π), so √2 s = w_tip/√π.
        double scaleM = probeWidthM / Math.sqrt(Math.PI);
        return 0.5 * Erf.erf((positionM - half) / scaleM, (positionM + half) / scaleM);
    }

    /** Reading for a depth Δφ, V; negative. */
    public double readingV(double depthV, double positionM) {
        return -depthV * share(positionM);
    }

    /** Depth behind a reading at the boundary, V. @param readingV magnitude */
    public double impliedDepthV(double readingV) {
        return readingV / share(0);
    }
}
