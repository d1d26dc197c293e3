package org.grainflux.physics.contact;

import java.io.Serializable;
import org.grainflux.core.Require;

/**
 * Elastic contact of a sphere and a flat, A = π(3Pr/4E*)^(2/3) (Hertz 1881). Frictionless, no adhesion, contact radius
 * ≪ r; holds while the mean pressure stays below the hardness.
 *
 * @param tipRadiusM r, m
 * @param forceN P, N
 */
public record HertzContact(double tipRadiusM, double forceN) implements Serializable {
    public HertzContact {
        Require.positive("tip radius", tipRadiusM, "m");
        Require.positive("tip force", forceN, "N");
    }

    public ContactSpot on(double reducedModulusPa) {
        Require.positive("reduced modulus", reducedModulusPa, "Pa");
        double areaM2 = Math.PI * Math.pow(0.75 * forceN * tipRadiusM / reducedModulusPa, 2.0 / 3.0);
        return new ContactSpot(areaM2, forceN / areaM2);
    }

    /** The E* that a stated contact area implies, Pa: the inverse of {@link #on}. */
    public double impliedReducedModulusPa(double areaM2) {
        Require.positive("contact area", areaM2, "m²");
        return 0.75 * forceN * tipRadiusM * Math.pow(Math.PI / areaM2, 1.5);
    }
}
