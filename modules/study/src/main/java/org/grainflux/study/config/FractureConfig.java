package org.grainflux.study.config;

import java.io.Serializable;
import org.grainflux.core.ScalarDistribution;

/**
 * Priors of the fracture check.
 *
 * @param geometryFactor Y of K_I = Y p √(πc)
 * @param inPlaneCompressionPa residual or applied compression across a flaw
 * @param strippingCurrentAPerM2 i_strip: where lithium touches the ceramic without stack pressure, stripping forms voids
 * @param confinementFraction 0 with free sides, 1 without lateral strain: stack pressure P closes a through-thickness
 *     crack by confinement · ν/(1 − ν) · P
 * @param extension cracks followed with the solved stress
 * @param coupled realizations whose flux, contact and stress are coupled
 */
public record FractureConfig(
        ScalarDistribution geometryFactor,
        ScalarDistribution inPlaneCompressionPa,
        ScalarDistribution strippingCurrentAPerM2,
        double confinementFraction,
        ExtensionConfig extension,
        CouplingConfig coupled)
        implements Serializable {

    /** The same without realizations that need a stress field. */
    FractureConfig withoutFields() {
        return new FractureConfig(
                geometryFactor,
                inPlaneCompressionPa,
                strippingCurrentAPerM2,
                confinementFraction,
                new ExtensionConfig(0, extension.stepM(), extension.stepLimit(), extension.elementM()),
                new CouplingConfig(0, coupled.electrodes()));
    }
}
