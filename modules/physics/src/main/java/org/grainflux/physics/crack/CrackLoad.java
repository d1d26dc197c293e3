package org.grainflux.physics.crack;

import org.grainflux.physics.fracture.CriterionParameters;
import org.grainflux.physics.fracture.Flaw;

/**
 * What drives a lithium-filled crack, and what limits it.
 *
 * @param flaw it starts from, scaled as the parameters say
 * @param stackPressurePa uniform pressure on the electrodes, Pa
 * @param drive where the pressure of the lithium comes from
 */
record CrackLoad(
        Flaw flaw,
        double stackPressurePa,
        TipDrive drive,
        CriterionParameters parameters) {

    /** Compression along the electrodes, Pa. */
    double compressionPa() {
        return parameters.compressionPa();
    }

    double toughnessScale() {
        return parameters.toughnessScale();
    }

    /** Whether no stress is in the body without lithium. */
    boolean isAtRest() {
        return compressionPa() == 0 && stackPressurePa == 0;
    }

    /** What lithium can hold in a crack of a depth, m, before it is extruded, Pa. */
    double largestPressurePa(double depthM) {
        return parameters.lithium().extrusionCapPa(depthM, flaw.openingM());
    }

    /** Mean current whose overpotential at the mouth, with the ohmic detour of the depth, holds a pressure, A/m². */
    double currentAPerM2(double pressurePa, double depthM) {
        double drive = overpotentialOhmM2 + depthM / grainConductivitySPerM;
        return drive > 0 ? parameters.lithium().overpotentialV(pressurePa) / drive : Double.POSITIVE_INFINITY;
    }

    /** Lithium of a volume per depth across the plane, m², as charge per that depth, C/m. */
    double chargeCPerM2(double volumeM2) {
        return parameters.lithium().chargeCPerM2(volumeM2);
    }
}
