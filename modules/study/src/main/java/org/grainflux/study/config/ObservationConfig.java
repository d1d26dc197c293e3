package org.grainflux.study.config;

import java.io.Serializable;

/**
 * A published critical current density.
 *
 * @param design name to which a design refers by {@link DesignConfig#observedAs()}
 * @param source author, year, DOI
 */
public record ObservationConfig(String design, Bound bound, double currentDensityAPerM2, String source)
        implements Serializable {
    /** What the published number says of the true one. */
    public enum Bound {
        EXACT,
        /** The true value is below. */
        UPPER,
        /** The true value is above. */
        LOWER
    }
}
