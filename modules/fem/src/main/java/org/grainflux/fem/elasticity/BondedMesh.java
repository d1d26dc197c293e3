package org.grainflux.fem.elasticity;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.grainflux.fem.algebra.DisjointSets;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * A mesh in which the two sides of chosen interface facets share their nodes: perfect bonding, without a spring to choose.
 * Elements keep their regions and order; the other interface facets stay. Facets across a period cannot be bonded, their
 * sides lie apart.
 *
 * @param nodeOf node of this mesh per node of the original one
 * @param facetOf interface facet of the original mesh per interface facet of this one
 */
public record BondedMesh(SimplexMesh mesh, int[] nodeOf, int[] facetOf) {
    /** Largest distance between the sides of a bonded facet, of its length: copies of a point differ by rounding. */
    private static final double COINCIDENCE = 1e-9;

    /** @param bonded interface facets by index */
    public static BondedMesh of(SimplexMesh mesh, IntPredicate bonded) {
        int d = mesh.dimension();
        InterfaceFacets facets = mesh.interfaces();
        DisjointSets sets = new DisjointSets(mesh.nodeCount());
        int[] kept = new int[facets.count()];
        int keptCount = 0;
        for (int f = 0; f < facets.count(); f++) {
            if (!bonded.test(f)) {
                kept[keptCount++] = f;
                continue;
            }
            for (int c = 0; c < d; c++) {
                checkCoincidence(mesh, f, c);
                sets.join(facets.minusNode(f, c), facets.plusNode(f, c));
            }
        }
        int[] facetOf = Arrays.copyOf(kept, keptCount);
        int[] nodeOf = sets.numbered();
        int count = 0;
        double[] coordinatesM = new double[mesh.nodeCount() * d];
        for (int v = 0; v < nodeOf.length; v++) {
            if (nodeOf[v] == count) {
                for (int axis = 0; axis < d; axis++) {
                    coordinatesM[count * d + axis] = mesh.coordinateM(v, axis);
                }
                count++;
            }
        }
        return new BondedMesh(rebuilt(mesh, nodeOf, Arrays.copyOf(coordinatesM, count * d), facetOf), nodeOf, facetOf);
    }

    private static SimplexMesh rebuilt(SimplexMesh mesh, int[] nodeOf, double[] coordinatesM, int[] facetOf) {
        int d = mesh.dimension();
        int[] elementNodes = new int[mesh.elementCount() * (d + 1)];
        Arrays.setAll(elementNodes, k -> nodeOf[mesh.elementNode(k / (d + 1), k % (d + 1))]);
        int[] regions = new int[mesh.elementCount()];
        Arrays.setAll(regions, mesh::elementRegion);
        InterfaceFacets facets = mesh.interfaces();
        int[] tags = new int[facetOf.length];
        Arrays.setAll(tags, k -> facets.tag(facetOf[k]));
        int[] minus = new int[facetOf.length * d];
        Arrays.setAll(minus, k -> nodeOf[facets.minusNode(facetOf[k / d], k % d)]);
        int[] plus = new int[facetOf.length * d];
        Arrays.setAll(plus, k -> nodeOf[facets.plusNode(facetOf[k / d], k % d)]);
        BorderFacets borders = mesh.borders();
        int[] borderTags = new int[borders.count()];
        Arrays.setAll(borderTags, borders::tag);
        int[] borderNodes = new int[borders.count() * d];
        Arrays.setAll(borderNodes, k -> nodeOf[borders.node(k / d, k % d)]);
        return SimplexMesh.owning(
                d,
                coordinatesM,
                elementNodes,
                regions,
                new InterfaceFacets(d, tags, minus, plus),
                new BorderFacets(d, borderTags, borderNodes));
    }

    private static void checkCoincidence(SimplexMesh mesh, int facet, int corner) {
        InterfaceFacets facets = mesh.interfaces();
        int minus = facets.minusNode(facet, corner);
        int plus = facets.plusNode(facet, corner);
        int next = facets.minusNode(facet, (corner + 1) % mesh.dimension());
        double apart = 0;
        double length = 0;
        for (int axis = 0; axis < mesh.dimension(); axis++) {
            apart = Math.max(apart, Math.abs(mesh.coordinateM(plus, axis) - mesh.coordinateM(minus, axis)));
            length = Math.max(length, Math.abs(mesh.coordinateM(next, axis) - mesh.coordinateM(minus, axis)));
        }
        if (apart > COINCIDENCE * length) {
            throw new IllegalArgumentException(
                    "the sides of interface facet " + facet + " lie " + apart + " m apart and cannot share nodes");
        }
    }
}
