package org.grainflux.study.execution;

import org.grainflux.physics.contact.LocalModulus;
import org.grainflux.physics.elasticity.CubicElasticity;
import org.grainflux.physics.fracture.LithiumMetal;
import org.grainflux.study.config.ElectrolyteConfig;
import org.grainflux.study.config.LithiumConfig;

/** What a study says of materials, as physics takes it. */
public final class StudyMaterials {
    private static final double MICROMETRE_M = 1e-6;

    private StudyMaterials() {}

    /** The confined yield stress referred to 1 µm. */
    public static LithiumMetal lithium(LithiumConfig metal) {
        double yieldAtMicrometrePa = metal.confinedYieldStressPa()
                * Math.pow(MICROMETRE_M / metal.confinedReferenceWidthM(), metal.confinedYieldExponent());
        return new LithiumMetal(
                metal.molarVolumeM3PerMol(),
                yieldAtMicrometrePa,
                metal.confinedYieldExponent(),
                metal.bulkYieldStressPa());
    }

    /** Elastic constants of cubic grains with the study's polycrystal modulus, Poisson ratio and Zener ratio. */
    public static CubicElasticity crystal(ElectrolyteConfig electrolyte) {
        double bulkPa = electrolyte.youngsModulusPa() / (3 * (1 - 2 * electrolyte.poissonRatio()));
        double shearPa = electrolyte.youngsModulusPa() / (2 * (1 + electrolyte.poissonRatio()));
        // The Hill shear modulus is proportional to C' = (C11 − C12)/2 at a fixed Zener ratio.
        double unit = crystal(bulkPa, shearPa, electrolyte.zenerRatio()).hillShearModulusPa() / shearPa;
        return crystal(bulkPa, shearPa / unit, electrolyte.zenerRatio());
    }

    /** Of those grains, softer at boundaries. */
    public static LocalModulus localModulus(ElectrolyteConfig electrolyte) {
        return new LocalModulus(
                crystal(electrolyte),
                electrolyte.boundaryYoungsModulusPa() / electrolyte.youngsModulusPa(),
                LocalModulus.llzo().boundaryWidthM());
    }

    private static CubicElasticity crystal(double bulkPa, double tetragonalShearPa, double zenerRatio) {
        return new CubicElasticity(
                bulkPa + 4 * tetragonalShearPa / 3, bulkPa - 2 * tetragonalShearPa / 3, zenerRatio * tetragonalShearPa);
    }
}
