package org.grainflux.study.config;

import java.io.Serializable;
import org.grainflux.core.ScalarDistribution;

/**
 * The ceramic. Conductivities and the boundary resistance are those at the study's temperature.
 *
 * @param grainConductivitySPerM σ_g
 * @param anisotropyRatio σ_g along one crystal axis over σ_g across it, at the same mean; 1 for isotropic grains
 * @param boundaryResistanceOhmM2 R_gb = δ/σ_gb of one boundary; see {@link BoundaryResistanceConfig}
 * @param boundaryThicknessM δ; enters tangential conduction and space charge, is never meshed
 * @param boundaryTangentialConductivitySPerM σ_t in the plane of the boundary; 0 switches it off
 * @param grainActivationEnergyJ E_a of σ_g, per charge carrier
 * @param boundaryActivationEnergyJ E_a of 1/R_gb, per charge carrier
 * @param youngsModulusPa of the grains, isotropic average
 * @param boundaryYoungsModulusPa of the boundary zone
 * @param zenerRatio 2 C44/(C11 − C12) of the cubic grains; 1 for isotropic elasticity
 * @param grainToughnessPaSqrtM K_IC through grains
 * @param boundaryToughnessPaSqrtM K_IC along boundaries
 */
public record ElectrolyteConfig(
        String name,
        ScalarDistribution grainConductivitySPerM,
        double anisotropyRatio,
        ScalarDistribution boundaryResistanceOhmM2,
        double boundaryThicknessM,
        double boundaryTangentialConductivitySPerM,
        double grainActivationEnergyJ,
        double boundaryActivationEnergyJ,
        double youngsModulusPa,
        double boundaryYoungsModulusPa,
        double poissonRatio,
        double zenerRatio,
        ScalarDistribution hardnessPa,
        ScalarDistribution grainToughnessPaSqrtM,
        ScalarDistribution boundaryToughnessPaSqrtM,
        FlawConfig flaws)
        implements Serializable {}
