package org.grainflux.bench.stages;

import java.util.Arrays;
import java.util.BitSet;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.assembly.DiffusionAssembler;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.meshing.GrainMesher;
import org.grainflux.microstructure.meshing.MeshGrading;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One structure with its mesh and matrix, made once. */
@State(Scope.Benchmark)
public class ReferenceCell {
    private static final long SEED = 20210307;
    private static final double GRAIN_CONDUCTIVITY_S_PER_M = 0.05;
    /** 5 nm at 5×10⁻⁷ S/cm. */
    private static final double BOUNDARY_RESISTANCE_OHM_M2 = 1e-4;

    Microstructure structure;
    SimplexMesh mesh;
    double[][] grainTensorsSPerM;
    double[] boundaryResistancesOhmM2;
    double[] boundaryConductancesSPerM2;
    CsrMatrix matrix;
    int[] electrodeNodes;

    @Setup
    public void make() {
        structure = generate();
        mesh = mesh(structure);
        grainTensorsSPerM = new double[structure.grains().size()][];
        Arrays.fill(grainTensorsSPerM, new double[] {GRAIN_CONDUCTIVITY_S_PER_M, 0, 0, GRAIN_CONDUCTIVITY_S_PER_M});
        boundaryResistancesOhmM2 = new double[structure.network().boundaries().size()];
        Arrays.fill(boundaryResistancesOhmM2, BOUNDARY_RESISTANCE_OHM_M2);
        boundaryConductancesSPerM2 = new double[boundaryResistancesOhmM2.length];
        Arrays.fill(boundaryConductancesSPerM2, 1 / BOUNDARY_RESISTANCE_OHM_M2);
        matrix = assemble();
        electrodeNodes = electrodeNodes(mesh);
        System.out.println("\n# unknowns: " + mesh.nodeCount() + ", elements: " + mesh.elementCount()
                + ", electrode nodes: " + electrodeNodes.length);
    }

    static Microstructure generate() {
        return MicrostructureGenerator.generate(
                MicrostructureSpec.planar(100e-6, 100e-6, 10e-6, Seeding.HARD_CORE),
                RandomStreams.stream(SEED, "grain-seeds", 0),
                RandomStreams.stream(SEED, "grain-orientations", 0));
    }

    static SimplexMesh mesh(Microstructure structure) {
        return GrainMesher.mesh(structure, MeshGrading.standard());
    }

    CsrMatrix assemble() {
        return DiffusionAssembler.stiffness(mesh, grainTensorsSPerM, boundaryConductancesSPerM2, null);
    }

    private static int[] electrodeNodes(SimplexMesh mesh) {
        BitSet nodes = new BitSet(mesh.nodeCount());
        BorderFacets borders = mesh.borders();
        for (int facet = 0; facet < borders.count(); facet++) {
            for (int corner = 0; corner < borders.cornersPerFacet(); corner++) {
                nodes.set(borders.node(facet, corner));
            }
        }
        return nodes.stream().toArray();
    }
}
