package org.grainflux.study.config;

import java.io.Serializable;
import org.grainflux.core.ScalarDistribution;

/**
 * Flaws of the ceramic's surface: a marked Poisson process. Each number is the mean count per site.
 *
 * @param perFoot per foot of a boundary on the electrode
 * @param perBoundaryLengthPerM per length of boundary in the section
 * @param perTripleJunction per triple junction
 * @param perGrain per grain
 * @param sizeM depth c
 * @param openingM width w of the mouth
 * @param onBoundaries false to lay the same flaws anywhere, which isolates the effect of their place
 */
public record FlawConfig(
        double perFoot,
        double perBoundaryLengthPerM,
        double perTripleJunction,
        double perGrain,
        ScalarDistribution sizeM,
        ScalarDistribution openingM,
        boolean onBoundaries)
        implements Serializable {}
