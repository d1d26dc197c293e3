package org.grainflux.study.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** The study's grading, with the edges of contact spots as fine as the feet. */
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
                spotEdges(study, lithium),
                numerics.footElementM());
    }

    /** On both electrodes. */
    private static double[][] spotEdges(StudyConfig study, LithiumContact lithium) {
        double thicknessM = study.microstructure().thicknessM();
        List<double[]> points = new ArrayList<>();
        for (double[] edge : lithium.spots().edgesM(study.numerics().footElementM())) {
            for (int electrode = 0; electrode < 2; electrode++) {
                double[] point = Arrays.copyOf(edge, edge.length + 1);
                point[edge.length] = electrode * thicknessM;
                points.add(point);
            }
        }
        return points.toArray(double[][]::new);
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
