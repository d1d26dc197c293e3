package org.grainflux.physics.crack;

import java.io.Serializable;
import org.grainflux.physics.fracture.GriffithCriterion;

/**
 * The strength of the singular field at a crack tip in plane strain.
 *
 * @param modeIPaSqrtM K_I, opening, Pa √m; negative where the faces would overlap
 * @param modeIIPaSqrtM K_II, sliding, Pa √m; positive where the face on the left of the growth direction slides forward
 *     relative to the right one
 */
public record StressIntensity(double modeIPaSqrtM, double modeIIPaSqrtM) implements Serializable {

    /** G = (K_I² + K_II²)(1−ν²)/E, J/m². */
    public double energyReleaseRateJPerM2(double youngsModulusPa, double poissonRatio) {
        return GriffithCriterion.energyReleaseRateJPerM2(
                Math.hypot(modeIPaSqrtM, modeIIPaSqrtM), youngsModulusPa, poissonRatio);
    }

    /** Whether the faces are pressed together at the tip, so that the crack does not act there. */
    public boolean isClosed() {
        return !(modeIPaSqrtM > 0);
    }
}
