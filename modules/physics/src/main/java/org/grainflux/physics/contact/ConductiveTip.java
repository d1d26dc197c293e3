package org.grainflux.physics.contact;

import java.io.Serializable;
import org.grainflux.core.Require;

/**
 * The tip of a conductive atomic force microscope.
 *
 * @param radiusM r, m
 * @param forceN P, N
 * @param indentationModulusPa E/(1−ν²) of the tip, Pa; +∞ for a rigid tip
 * @param workOfAdhesionJPerM2 w, J/m²
 */
public record ConductiveTip(double radiusM, double forceN, double indentationModulusPa, double workOfAdhesionJPerM2)
        implements Serializable {
    public ConductiveTip {
        Require.positive("tip radius", radiusM, "m");
        Require.positive("tip force", forceN, "N");
        Require.positiveOrInfinite("indentation modulus of the tip", indentationModulusPa, "Pa");
        Require.nonNegative("work of adhesion", workOfAdhesionJPerM2, "J/m²");
    }

    /**
     * r = 20 nm, P = 400 nN (Lu et al. 2021); platinum, 168 GPa and 0.38; w = 0.5 J/m², assumed, the middle of 0.1–1
     * J/m².
     */
    public static ConductiveTip platinum() {
        return new ConductiveTip(20e-9, 400e-9, ReducedModulus.indentationModulusPa(168e9, 0.38), 0.5);
    }

    public HertzContact hertz() {
        return new HertzContact(radiusM, forceN);
    }

    public PlasticContact plastic() {
        return new PlasticContact(forceN);
    }

    public JkrContact jkr() {
        return new JkrContact(radiusM, forceN, workOfAdhesionJPerM2);
    }
}
