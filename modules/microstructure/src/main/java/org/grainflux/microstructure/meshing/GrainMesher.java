package org.grainflux.microstructure.meshing;

import org.grainflux.fem.mesh.LongestEdgeBisection;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.microstructure.BoundaryNetwork;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.GrainBoundary;
import org.grainflux.microstructure.Microstructure;

/**
 * Makes the mesh of a structure, plane or solid, in which every grain owns its nodes.
 *
 * <p>Regions are grains; their nodes and elements are contiguous. The tag of an interface facet is the index of its
 * boundary, its minus side is the boundary's minus grain, and its corners run so that the normal from minus to plus is
 * on the right (2D), or so that they run anticlockwise seen from plus (3D). The tag of a border facet is its electrode. A grain is
 * stored in the frame of its cell, so coordinates may leave [0, width).
 */
public final class GrainMesher {
    /** Far beyond what a solver on one machine takes; reached only by a mistaken grading. */
    static final int TRIANGLE_LIMIT = 4_000_000;

    private GrainMesher() {}

    /**
     * A solid structure is meshed by {@link SpatialMesher}, which also tells the quality of the mesh.
     *
     * @throws org.grainflux.core.NumericalFailureException with reason MESH_QUALITY when a cell cannot be fanned, or
     *     REFINEMENT_LIMIT
     */
    public static SimplexMesh mesh(Microstructure structure, MeshGrading grading) {
        if (structure.dimension() == 3) {
            return SpatialMesher.mesh(structure, grading).mesh();
        }
        // 1. Fan of every cell over shared vertices.
        LongestEdgeBisection triangulation = fan(structure);
        // 2. Graded bisection, conforming across grains and periods.
        triangulation.refine(new GradedSize(structure, grading), TRIANGLE_LIMIT);
        // 3. Each grain gets its own nodes.
        int[] minusGrains = structure.network().boundaries().stream()
                .mapToInt(GrainBoundary::minusGrain)
                .toArray();
        return new NodeSplit(triangulation, minusGrains).mesh();
    }

    private static LongestEdgeBisection fan(Microstructure structure) {
        CellComplex complex = structure.complex();
        BoundaryNetwork network = structure.network();
        int vertices = complex.vertexCount();
        double[] coordinates = new double[2 * (vertices + complex.cellCount())];
        for (int v = 0; v < vertices; v++) {
            coordinates[2 * v] = complex.vertexM(v, 0);
            coordinates[2 * v + 1] = complex.vertexM(v, 1);
        }
        int triangles = 0;
        for (int cell = 0; cell < complex.cellCount(); cell++) {
            triangles += complex.cellFacetCount(cell);
        }
        int[] corners = new int[3 * triangles];
        int[] images = new int[3 * triangles];
        int[] tags = new int[3 * triangles];
        int[] regions = new int[triangles];
        int t = 0;
        for (int cell = 0; cell < complex.cellCount(); cell++) {
            double[] centroid = complex.cellCentroidM(cell);
            int image = (int) Math.floor(centroid[0] / complex.sizeM(0));
            coordinates[2 * (vertices + cell)] = centroid[0] - image * complex.sizeM(0);
            coordinates[2 * (vertices + cell) + 1] = centroid[1];
            int n = complex.cellFacetCount(cell);
            for (int k = 0; k < n; k++, t++) {
                int facet = complex.cellFacet(cell, k);
                corners[3 * t] = vertices + cell;
                corners[3 * t + 1] = complex.loopVertex(cell, k);
                corners[3 * t + 2] = complex.loopVertex(cell, (k + 1) % n);
                images[3 * t] = image;
                images[3 * t + 1] = complex.loopImage(cell, k, 0);
                images[3 * t + 2] = complex.loopImage(cell, (k + 1) % n, 0);
                tags[3 * t] = LongestEdgeBisection.UNTAGGED;
                tags[3 * t + 1] = tag(complex, network, facet);
                tags[3 * t + 2] = LongestEdgeBisection.UNTAGGED;
                regions[t] = complex.grain(cell);
            }
        }
        return new LongestEdgeBisection(coordinates, corners, images, tags, regions, complex.sizeM(0));
    }

    private static int tag(CellComplex complex, BoundaryNetwork network, int facet) {
        int electrode = complex.borderTag(facet);
        return electrode == CellComplex.INTERIOR ? network.boundaryOfFacet()[facet] : NodeSplit.borderTag(electrode);
    }
}
