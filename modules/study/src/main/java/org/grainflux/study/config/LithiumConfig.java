package org.grainflux.study.config;

import java.io.Serializable;

/**
 * Lithium metal. Its yield stress rises when it is confined:
 * σ_y(w) = confinedYieldStressPa (w / confinedReferenceWidthM)^confinedYieldExponent.
 *
 * @param molarVolumeM3PerMol V_m
 * @param bulkYieldStressPa σ_y of a macroscopic piece
 * @param confinedYieldStressPa σ_y at the reference width
 * @param confinedYieldExponent &lt; 0
 */
public record LithiumConfig(
        String name,
        double molarVolumeM3PerMol,
        double youngsModulusPa,
        double poissonRatio,
        double bulkYieldStressPa,
        double confinedYieldStressPa,
        double confinedReferenceWidthM,
        double confinedYieldExponent)
        implements Serializable {}
