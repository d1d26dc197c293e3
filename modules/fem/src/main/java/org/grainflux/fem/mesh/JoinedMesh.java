package org.grainflux.fem.mesh;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * A refined mesh with one node per vertex: regions share their nodes and nothing jumps. Vertices may be moved, which lets a
 * mesh of dyadic places follow a border that is not. Not for periodic meshes.
 */
public final class JoinedMesh {
    private JoinedMesh() {}

    /**
     * @param source its outer facets keep their tags
     * @param moved place of a vertex in the mesh, m, from its place in the source; must keep orientations
     * @param regionAt region of an element by its centroid in the source
     */
    public static SimplexMesh of(
            SharedVertexMesh source, UnaryOperator<double[]> moved, ToIntFunction<double[]> regionAt) {
        int d = source.dimension();
        double[] coordinatesM = new double[d * source.vertexCount()];
        int[] nodes = new int[(d + 1) * source.elementCount()];
        int[] regions = new int[source.elementCount()];
        int[] borderTags = new int[(d + 1) * source.elementCount()];
        int[] borderNodes = new int[d * borderTags.length];
        int borders = 0;
        for (int e = 0; e < regions.length; e++) {
            double[] centroidM = new double[d];
            for (int c = 0; c <= d; c++) {
                int vertex = source.corner(e, c);
                nodes[(d + 1) * e + c] = vertex;
                for (int axis = 0; axis < d; axis++) {
                    coordinatesM[d * vertex + axis] = source.cornerM(e, c, axis);
                    centroidM[axis] += source.cornerM(e, c, axis) / (d + 1);
                }
            }
            regions[e] = regionAt.applyAsInt(centroidM);
            for (int facet = 0; facet <= d; facet++) {
                if (source.neighbour(e, facet) < 0) {
                    for (int k = 0; k < d; k++) {
                        borderNodes[d * borders + k] = source.corner(e, source.facetCorner(facet, k));
                    }
                    borderTags[borders++] = source.facetTag(e, facet);
                }
            }
        }
        for (int v = 0; v < source.vertexCount(); v++) {
            double[] place = moved.apply(Arrays.copyOfRange(coordinatesM, d * v, d * (v + 1)));
            System.arraycopy(place, 0, coordinatesM, d * v, d);
        }
        return SimplexMesh.owning(
                d,
                coordinatesM,
                nodes,
                regions,
                new InterfaceFacets(d, new int[0], new int[0], new int[0]),
                new BorderFacets(d, Arrays.copyOf(borderTags, borders), Arrays.copyOf(borderNodes, d * borders)));
    }
}
