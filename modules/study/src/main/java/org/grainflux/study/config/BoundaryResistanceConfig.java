package org.grainflux.study.config;

import java.io.Serializable;

/**
 * How the area-specific resistance varies from one grain boundary to the next. The electrolyte's
 * {@link ElectrolyteConfig#boundaryResistanceOhmM2()} is the mean over boundaries, or that of high-angle boundaries with
 * {@link Model#MISORIENTATION}.
 *
 * @param sigmaLn standard deviation of the logarithm; 0 unless {@link Model#LOG_NORMAL}
 * @param lowAngleRad misorientation below which a boundary counts as low-angle; 0 unless {@link Model#MISORIENTATION}
 * @param lowAngleRatio resistance without misorientation over that of high-angle boundaries; 1 unless {@link Model#MISORIENTATION}
 * @param totalConductivitySPerM effective conductivity that the population's mean must have, reached by one scale
 *     factor on all boundary resistances of the study; NaN when the resistances are taken as they are
 */
public record BoundaryResistanceConfig(
        Model model, double sigmaLn, double lowAngleRad, double lowAngleRatio, double totalConductivitySPerM)
        implements Serializable {
    /** What decides the resistance of one boundary. */
    public enum Model {
        CONSTANT,
        LOG_NORMAL,
        MISORIENTATION
    }

    public boolean fixesTotalConductivity() {
        return !Double.isNaN(totalConductivitySPerM);
    }
}
