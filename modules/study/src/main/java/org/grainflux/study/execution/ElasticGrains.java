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

    static BoundaryZone zone(ElectrolyteConfig electrolyte) {
        return new BoundaryZone(
                electrolyte.boundaryThicknessM(), electrolyte.boundaryYoungsModulusPa(), electrolyte.poissonRatio());
    }

    /** Grains by orientation, joined by the boundary zone. @param open interface facets that hold nothing */
    static ElasticBody body(Microstructure structure, SimplexMesh mesh, ElectrolyteConfig electrolyte, BitSet open) {
        CubicElasticity crystal = StudyMaterials.crystal(electrolyte);
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
