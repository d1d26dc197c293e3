package org.grainflux.physics.crack;

import java.io.Serializable;

/**
 * The cell as the lithium in its crack sees it, per metre of depth. With V between the electrodes and the metal's equilibrium moved
 * by s, as pressure p moves it by V_m p/F, the currents from the far electrode and into the crack are
 *
 * <pre>
 *   I = G_ff V − G_fc s,   I_c = G_fc V − G_cc s.
 * </pre>
 *
 * @param widthM of the cell, m
 * @param farS G_ff, S/m
 * @param mutualS G_fc, S/m; 0 without a crack
 * @param crackS G_cc, S/m; 0 without a crack
 */
public record CrackTerminals(double widthM, double farS, double mutualS, double crackS) implements Serializable {

    /** Voltage over mean current density while the crack is under no pressure, Ω m². */
    public double filledOhmM2() {
        return widthM / farS;
    }

    /** The same when pressure keeps the crack from taking a net current, Ω m²: it only passes current on. */
    public double balancedOhmM2() {
        return crackS == 0 ? filledOhmM2() : widthM / (farS - mutualS * mutualS / crackS);
    }

    /** Part of the cell's current that a crack under no pressure takes. */
    public double share() {
        return mutualS / farS;
    }

    /** −∂I_c/∂s at a given mean current density, S/m: how fast pressure throttles the current into the crack. */
    public double crackConductanceS() {
        return crackS - mutualS * mutualS / farS;
    }

    /**
     * Shift s at which no net current enters the crack, per mean current density, Ω m²: the overpotential that the pressure of its
     * lithium comes from. 0 without a crack.
     */
    public double overpotentialOhmM2() {
        return crackS == 0 ? 0 : share() * widthM / crackConductanceS();
    }

    /** Current into the crack, A/m. @param shiftV s */
    public double crackCurrentAPerM(double meanCurrentDensityAPerM2, double shiftV) {
        return share() * widthM * meanCurrentDensityAPerM2 - crackConductanceS() * shiftV;
    }
}
