package org.grainflux.study.config;

import java.io.Serializable;
import org.grainflux.core.ScalarDistribution;

/**
 * Priors of the fracture check.
 *
 * @param geometryFactor Y of K_I = Y p √(πc)
 * @param inPlaneCompressionPa residual or applied compression across a flaw
 * @param strippingCurrentAPerM2 i_strip: where lithium touches the ceramic without stack pressure, stripping forms voids
 * @param paperConcentrationFactor k of the hypothesis i = η_c/(kR) as quoted
 * @param paperFlawSizeM flaw size fitted once to the three published designs under that hypothesis
 * @param stackPressureCrackOpeningRatio share of the stack pressure that opens a through-thickness crack: 0 with free
 *     sides, ν/(1 − ν) when confined
 */
public record FractureConfig(
        ScalarDistribution geometryFactor,
        ScalarDistribution inPlaneCompressionPa,
        ScalarDistribution strippingCurrentAPerM2,
        double paperConcentrationFactor,
        double paperFlawSizeM,
        double stackPressureCrackOpeningRatio)
        implements Serializable {}
