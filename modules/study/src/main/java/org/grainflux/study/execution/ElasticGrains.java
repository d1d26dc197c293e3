package org.grainflux.study.execution;

import java.util.BitSet;
import org.grainflux.fem.elasticity.ElasticBody;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.physics.elasticity.BoundaryZone;
import org.grainflux.physics.elasticity.CubicElasticity;
import org.grainflux.study.config.ElectrolyteConfig;

/** What the electrolyte of a study is as an elastic body. */
final class ElasticGrains {
    private ElasticGrains() {}

    /** Elastic constants of cubic grains with the study's polycrystal modulus, Poisson ratio and Zener ratio. */
    static CubicElasticity crystal(ElectrolyteConfig electrolyte) {
        double bulkPa = electrolyte.youngsModulusPa() / (3 * (1 - 2 * electrolyte.poissonRatio()));
        double shearPa = electrolyte.youngsModulusPa() / (2 * (1 + electrolyte.poissonRatio()));
        // The Hill shear modulus is proportional to C' = (C11 − C12)/2 at a fixed Zener ratio.
        double unit = crystal(bulkPa, shearPa, electrolyte.zenerRatio()).hillShearModulusPa() / shearPa;
        return crystal(bulkPa, shearPa / unit, electrolyte.zenerRatio());
    }

    private static CubicElasticity crystal(double bulkPa, double tetragonalShearPa, double zenerRatio) {
        return new CubicElasticity(
                bulkPa + 4 * tetragonalShearPa / 3, bulkPa - 2 * tetragonalShearPa / 3, zenerRatio * tetragonalShearPa);
    }

    static BoundaryZone zone(ElectrolyteConfig electrolyte) {
        return new BoundaryZone(
                electrolyte.boundaryThicknessM(), electrolyte.boundaryYoungsModulusPa(), electrolyte.poissonRatio());
    }

    /** Grains by orientation, joined by the boundary zone. @param open interface facets that hold nothing */
    static ElasticBody body(Microstructure structure, SimplexMesh mesh, ElectrolyteConfig electrolyte, BitSet open) {
        CubicElasticity crystal = crystal(electrolyte);
        StiffnessTensor[] grains = structure.grains().stream()
                .map(grain -> crystal.stiffness(grain.orientation()))
                .toArray(StiffnessTensor[]::new);
        return new ElasticBody(
                mesh,
                grains,
                zone(electrolyte).springs(structure.network().boundaries().size(), crystal),
                open::get);
    }
}
