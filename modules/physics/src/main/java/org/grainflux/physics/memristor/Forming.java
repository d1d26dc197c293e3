package org.grainflux.physics.memristor;

import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;

/**
 * How the filament through the pellet is made, once.
 *
 * @param biasV negative
 * @param holdS for which the bias stays on after the pellet is crossed
 */
public record Forming(double biasV, double holdS) {
    public Forming {
        if (!(biasV < 0 && Double.isFinite(biasV))) {
            throw new InvalidInputException("the forming bias must be finite and < 0, got " + biasV + " V");
        }
        Require.nonNegative("time at the forming bias after contact", holdS, "s");
    }

    /**
     * Time to cross the pellet at the forming bias, s; infinite when the bias cannot crack it. Limited by the front alone: no
     * transport to it.
     */
    public double crossingS(SwitchingCell cell, double pelletThicknessM) {
        double overpotentialV = -biasV - cell.crackingBiasV();
        return overpotentialV > 0
                ? pelletThicknessM / cell.kinetics().speedMPerS(overpotentialV)
                : Double.POSITIVE_INFINITY;
    }

    /** Radius of the whole filament at the end of the hold, m. */
    public double strandRadiusM(SwitchingCell cell, double pelletThicknessM, double contactRadiusM) {
        if (holdS == 0) {
            return contactRadiusM;
        }
        Neck whole = new Neck(cell.metal(), pelletThicknessM, 0);
        return new NeckMotion(cell.kinetics(), cell.complianceA())
                .advance(whole, contactRadiusM, new Ramp(biasV, biasV, holdS), 0)
                .radiusM();
    }
}
