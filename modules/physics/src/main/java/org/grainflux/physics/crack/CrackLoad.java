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
record CrackLoad(Flaw flaw, double stackPressurePa, TipDrive drive, CriterionParameters parameters) {

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

    /**
     * Mean current that holds a pressure, A/m².
     *
     * @param perCurrentOhmM2 overpotential per unit of it, Ω m²
     */
    double currentAPerM2(double pressurePa, double perCurrentOhmM2) {
        return perCurrentOhmM2 > 0
                ? parameters.lithium().overpotentialV(pressurePa) / perCurrentOhmM2
                : Double.POSITIVE_INFINITY;
    }

    /** Lithium of a volume per depth across the plane, m², as charge per that depth, C/m. */
    double chargeCPerM2(double volumeM2) {
        return parameters.lithium().chargeCPerM2(volumeM2);
    }
}
