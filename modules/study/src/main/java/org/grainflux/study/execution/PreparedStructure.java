package org.grainflux.study.execution;

import org.grainflux.core.RandomStreams;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.GrainMesher;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.grainflux.physics.transport.AssembledPolycrystal;
import org.grainflux.study.config.NumericsConfig;
import org.grainflux.study.config.StudyConfig;

/** Steps from the study to a meshed structure. */
final class PreparedStructure {
    private PreparedStructure() {}

    static Microstructure generate(StudyConfig study, int structureIndex) {
        return MicrostructureGenerator.generate(
                study.microstructure(),
                RandomStreams.stream(study.seed(), "grain-seeds", structureIndex),
                RandomStreams.stream(study.seed(), "grain-orientations", structureIndex));
    }

    /** The study's grading, with the ends of contact spots as fine as the feet. */
    static MeshGrading grading(StudyConfig study, LithiumContact lithium) {
        NumericsConfig numerics = study.numerics();
        MeshGrading standard = MeshGrading.standard();
        // Junctions are points of a plane, but lines all through a volume: refined there they would take most unknowns.
        double junctionM = study.microstructure().dimension() == 2
                ? numerics.interiorElementM() * standard.junctionSizeM() / standard.interiorSizeM()
                : numerics.interiorElementM();
        return new MeshGrading(
                numerics.footElementM(),
                junctionM,
                numerics.electrodeElementM(),
                numerics.interiorElementM(),
                numerics.growth(),
                spotEnds(study, lithium),
                numerics.footElementM());
    }

    private static double[][] spotEnds(StudyConfig study, LithiumContact lithium) {
        double[] ends = lithium.spotEndsM();
        double[][] points = new double[2 * ends.length][];
        double thicknessM = study.microstructure().thicknessM();
        for (int k = 0; k < ends.length; k++) {
            points[2 * k] = new double[] {ends[k], 0};
            points[2 * k + 1] = new double[] {ends[k], thicknessM};
        }
        return points;
    }

    static AssembledPolycrystal assemble(Microstructure structure, SimplexMesh mesh, ElectrolyteProperties properties) {
        return AssembledPolycrystal.of(
                mesh,
                structure.sizeM(),
                properties.grainTensorsSPerM(),
                properties.boundaryResistanceOhmM2(),
                properties.boundaryTangentialS());
    }

    static SimplexMesh mesh(Microstructure structure, MeshGrading grading) {
        return GrainMesher.mesh(structure, grading);
    }
}
