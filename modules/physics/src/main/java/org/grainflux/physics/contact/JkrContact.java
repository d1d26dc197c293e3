package org.grainflux.physics.contact;

import java.io.Serializable;
import org.grainflux.core.Require;

/**
 * Adhesive elastic contact of a sphere and a flat: a³ = (3r/4E*)(P + 3πwr + √(6πwrP + (3πwr)²)), with pull-off force
 * 1.5 πwr (Johnson, Kendall and Roberts 1971, Proc. R. Soc. A 324, 301). For compliant bodies, Tabor parameter ≫ 1; a
 * stiff tip of 20 nm lies below it, so the area is an upper bound.
 *
 * @param tipRadiusM r, m
 * @param forceN P, N
 * @param workOfAdhesionJPerM2 w, J/m²
 */
public record JkrContact(double tipRadiusM, double forceN, double workOfAdhesionJPerM2) implements Serializable {
    public JkrContact {
        Require.positive("tip radius", tipRadiusM, "m");
        Require.positive("tip force", forceN, "N");
        Require.nonNegative("work of adhesion", workOfAdhesionJPerM2, "J/m²");
    }

    /** 1.5 πwr, N: independent of the modulus. */
    public double pullOffForceN() {
        return 1.5 * Math.PI * workOfAdhesionJPerM2 * tipRadiusM;
    }

    public ContactSpot on(double reducedModulusPa) {
        Require.positive("reduced modulus", reducedModulusPa, "Pa");
        double adhesionN = 2 * pullOffForceN();
        double effectiveN = forceN + adhesionN + Math.sqrt(2 * adhesionN * forceN + adhesionN * adhesionN);
        double radiusM = Math.cbrt(0.75 * tipRadiusM * effectiveN / reducedModulusPa);
        double areaM2 = Math.PI * radiusM * radiusM;
        return new ContactSpot(areaM2, forceN / areaM2);
    }
}
