package org.grainflux.study.config;

import java.io.Serializable;

/**
 * Where a material value comes from.
 *
 * @param key full path, e.g. {@code electrolyte.grain_conductivity_S_per_cm}
 * @param value as written, laboratory unit
 * @param unit readable unit, empty when dimensionless
 * @param assumed whether the value is an assumption, {@code source} then being its reason
 * @param source author, year, DOI; or the reason of the assumption
 */
public record ValueSource(String key, String value, String unit, boolean assumed, String source)
        implements Serializable {}
