package org.grainflux.study.afm;

import org.grainflux.physics.scan.SpaceCharge;

/**
 * What a measured dip of the surface potential means for the boundary, one way of reading it.
 *
 * @param name of the reading
 * @param depthV true depth of the potential
 * @param peakResistivityRatio in the middle, over that of the grain
 * @param meanResistivityRatio over the depleted layer
 * @param conductivitySPerM across the boundary, implied
 * @param chargesPerM3 density of mobile charges for which the layer is as wide as the boundary
 */
public record SpaceChargeReading(
        String name,
        double depthV,
        double peakResistivityRatio,
        double meanResistivityRatio,
        double conductivitySPerM,
        double chargesPerM3) {
    static SpaceChargeReading of(
            String name, SpaceCharge layer, double grainConductivitySPerM, double permittivity, double widthM) {
        return new SpaceChargeReading(
                name,
                layer.depthV(),
                layer.peakResistivityRatio(),
                layer.meanResistivityRatio(),
                layer.impliedConductivitySPerM(grainConductivitySPerM),
                layer.impliedChargesPerM3(permittivity, 0.5 * widthM));
    }
}
