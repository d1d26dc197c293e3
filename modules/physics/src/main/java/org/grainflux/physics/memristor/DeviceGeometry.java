package org.grainflux.physics.memristor;

import org.grainflux.core.Require;

/**
 * What is particular to one device, and how far its cycles scatter about it.
 *
 * @param pelletThicknessM L
 * @param gapLengthM ℓ, median over cycles
 * @param contactRadiusM r_c, median over cycles
 * @param openedFraction of the first reconnecting path, open from the start
 * @param gapSigmaLn of the log-normal gap from cycle to cycle; 0 for none
 * @param radiusSigmaLn of the log-normal radius of filament and strand from cycle to cycle; 0 for none
 */
public record DeviceGeometry(
        double pelletThicknessM,
        double gapLengthM,
        double contactRadiusM,
        double openedFraction,
        double gapSigmaLn,
        double radiusSigmaLn) {
    /** Largest working gap over the thickness of the pellet. */
    public static final double LONGEST_GAP = 0.5;

    public DeviceGeometry {
        Require.positive("thickness of the pellet", pelletThicknessM, "m");
        Require.positive("working gap", gapLengthM, "m");
        Require.within("working gap over the pellet", gapLengthM / pelletThicknessM, 0, LONGEST_GAP, "");
        Require.positive("radius of the filament", contactRadiusM, "m");
        Require.within("open fraction of the first path", openedFraction, 0, 1, "");
        Require.nonNegative("scatter of the gap", gapSigmaLn, "");
        Require.nonNegative("scatter of the radius", radiusSigmaLn, "");
    }
}
