package org.grainflux.physics.elasticity;

import org.grainflux.core.InvalidInputException;

/**
 * What holds the periodic cell in the plane of the electrodes.
 *
 * @param confined no mean strain
 * @param meanStressPa otherwise the mean stress along the periodic axes, tension positive, without mean shear; 0 for free
 *     sides
 */
public record LateralCondition(boolean confined, double meanStressPa) {
    public LateralCondition {
        if (!Double.isFinite(meanStressPa) || confined && meanStressPa != 0) {
            throw new InvalidInputException(
                    "mean lateral stress must be finite, and is not given when the cell is confined; got "
                            + meanStressPa + " Pa");
        }
    }

    public static LateralCondition held() {
        return new LateralCondition(true, 0);
    }

    public static LateralCondition free() {
        return new LateralCondition(false, 0);
    }

    /** @param stressPa tension positive; −200 MPa is the compression of Fincher et al. 2022 */
    public static LateralCondition stress(double stressPa) {
        return new LateralCondition(false, stressPa);
    }
}
