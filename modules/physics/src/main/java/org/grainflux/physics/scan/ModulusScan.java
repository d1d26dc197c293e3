package org.grainflux.physics.scan;

import org.grainflux.core.Require;

/**
 * What an indenting tip reads across a boundary whose core is softer: the compliance averaged over the contact with the
 * weight of the Hertz pressure, whose share within a strip of half-width q·a through the middle of the disc is (3q − q³)/2.
 * Compliances are averaged, not moduli, for the pressure is what is given.
 *
 * @param interiorPa E in the grain
 * @param coreDropFraction by how much the core is softer than the grain
 * @param coreWidthM of the softer core
 * @param contactRadiusM a
 */
public record ModulusScan(double interiorPa, double coreDropFraction, double coreWidthM, double contactRadiusM) {
    public ModulusScan {
        Require.positive("Young's modulus of the grain", interiorPa, "Pa");
        Require.within("softening of the boundary core", coreDropFraction, 0, 0.999, "");
        Require.nonNegative("width of the boundary core", coreWidthM, "m");
        Require.positive("radius of the contact", contactRadiusM, "m");
    }

    /** Share of the load that rests on the core when the tip stands at a distance from its middle. */
    public double loadShare(double positionM) {
        return below((positionM + 0.5 * coreWidthM) / contactRadiusM)
                - below((positionM - 0.5 * coreWidthM) / contactRadiusM);
    }

    /** Share of the load left of x = q a: (1/2)(1 + (3q − q³)/2), from the Hertz pressure over a disc. */
    private static double below(double q) {
        double t = Math.max(-1, Math.min(1, q));
        return 0.5 + 0.25 * (3 * t - t * t * t);
    }

    /** Modulus that is read, Pa. */
    public double readingPa(double positionM) {
        return reading(loadShare(positionM));
    }

    private double reading(double share) {
        return interiorPa / (1 + share * (1 / (1 - coreDropFraction) - 1));
    }

    /** Width of a core of the same softening that would read this modulus at the boundary, m; NaN if no width does. */
    public double impliedCoreWidthM(double readingPa) {
        double share = (interiorPa / readingPa - 1) / (1 / (1 - coreDropFraction) - 1);
        if (!(share >= 0 && share <= 1)) {
            return Double.NaN;
        }
        // (3q − q³)/2 = share has the root q = 2 sin(asin(share)/3).
        return 2 * contactRadiusM * 2 * Math.sin(Math.asin(share) / 3);
    }
}
