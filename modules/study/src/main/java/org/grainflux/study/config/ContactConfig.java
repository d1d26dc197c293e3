package org.grainflux.study.config;

import java.io.Serializable;
import org.grainflux.core.ScalarDistribution;

/**
 * Contact of lithium with what it touches.
 *
 * @param stackPressurePa P; fixed with {@link Model#ROUGH}
 * @param hardnessFactor H_eff over the bulk yield stress of lithium; the real contact fraction is P/H_eff
 * @param floorFraction real contact fraction that remains without pressure
 * @param spotPeriodM distance between neighbouring contact spots
 */
public record ContactConfig(
        Model model,
        ScalarDistribution stackPressurePa,
        double hardnessFactor,
        double floorFraction,
        double spotPeriodM)
        implements Serializable {
    /** How lithium meets the surface. */
    public enum Model {
        /** Everywhere. */
        INTIMATE,
        /** In spots whose share of the area grows with pressure; insulating gaps between. */
        ROUGH
    }
}
