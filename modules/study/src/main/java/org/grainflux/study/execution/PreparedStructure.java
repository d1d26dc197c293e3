package org.grainflux.study.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.meshing.GrainMesher;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.grainflux.physics.transport.AssembledPolycrystal;
import org.grainflux.study.config.DesignConfig;
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

    /** The study's grading, with the edges of the contact spots of all designs as fine as the feet. */
    static MeshGrading grading(StudyConfig study) {
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
                spotEdges(study),
                numerics.footElementM());
    }

    /** On both electrodes. */
    private static double[][] spotEdges(StudyConfig study) {
        double thicknessM = study.microstructure().thicknessM();
        Set<List<Double>> edges = new LinkedHashSet<>();
        for (DesignConfig design : study.designs()) {
            LithiumContact lithium = LithiumContact.of(study.under(design));
            for (double[] edge : lithium.spots().edgesM(study.numerics().footElementM())) {
                edges.add(Arrays.stream(edge).boxed().toList());
            }
        }
        List<double[]> points = new ArrayList<>();
        for (List<Double> edge : edges) {
            for (int electrode = 0; electrode < 2; electrode++) {
                double[] point = Arrays.copyOf(edge.stream().mapToDouble(x -> x).toArray(), edge.size() + 1);
                point[edge.size()] = electrode * thicknessM;
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
