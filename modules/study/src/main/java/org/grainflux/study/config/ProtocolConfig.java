package org.grainflux.study.config;

import java.io.Serializable;

/**
 * The current ramp that defines a critical current density: the current is raised by a step after each half cycle of a
 * stated areal capacity.
 */
public record ProtocolConfig(double startAPerM2, double stepAPerM2, double maximumAPerM2, double capacityPerStepCPerM2)
        implements Serializable {
    /** Whether some of these critical current densities lies outside the ramp, or no flaw can extend (+∞, NaN). */
    public boolean censors(double[] currentDensitiesAPerM2) {
        for (double current : currentDensitiesAPerM2) {
            if (!(current >= startAPerM2 && current <= maximumAPerM2)) {
                return true;
            }
        }
        return false;
    }
}
