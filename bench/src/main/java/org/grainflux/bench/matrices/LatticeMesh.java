package org.grainflux.bench.matrices;

import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/** The mesh of a lattice's simplices, without borders. */
final class LatticeMesh {
    private LatticeMesh() {}

    /** Grains share their nodes; there are no interfaces. */
    static SimplexMesh shared(GrainLattice lattice) {
        return of(lattice, OwnedNodes.shared(lattice), new int[0]);
    }

    /** Every grain owns its nodes; interfaces of tag 0 join them. */
    static SimplexMesh perGrain(GrainLattice lattice) {
        return of(lattice, OwnedNodes.perGrain(lattice), lattice.interfacePairs());
    }

    private static SimplexMesh of(GrainLattice lattice, OwnedNodes nodes, int[] pairs) {
        int dimension = lattice.dimension();
        int corners = dimension + 1;
        int[] elementNodes = new int[lattice.simplexCount() * corners];
        int[] regions = new int[lattice.simplexCount()];
        for (int e = 0; e < regions.length; e++) {
            regions[e] = lattice.grain(e);
            for (int c = 0; c < corners; c++) {
                // Corners of mirrored simplices change places, so that all are positively oriented.
                int from = lattice.isMirrored(e) && c < 2 ? 1 - c : c;
                elementNodes[e * corners + c] = nodes.of(lattice.corner(e, from), regions[e]);
            }
        }
        double[] coordinates = new double[nodes.count() * dimension];
        for (int i = 0; i < nodes.count(); i++) {
            for (int axis = 0; axis < dimension; axis++) {
                coordinates[i * dimension + axis] = lattice.coordinate(nodes.point(i), axis);
            }
        }
        InterfaceFacets interfaces = facets(lattice, nodes, pairs);
        BorderFacets none = new BorderFacets(dimension, new int[0], new int[0]);
        return new SimplexMesh(dimension, coordinates, elementNodes, regions, interfaces, none);
    }

    private static InterfaceFacets facets(GrainLattice lattice, OwnedNodes nodes, int[] pairs) {
        int dimension = lattice.dimension();
        int count = pairs.length / 2;
        int[][] sides = new int[2][count * dimension];
        for (int k = 0; k < pairs.length; k++) {
            int simplex = pairs[k] / (dimension + 1);
            int omitted = pairs[k] % (dimension + 1);
            int at = k / 2 * dimension;
            for (int c = 0; c <= dimension; c++) {
                if (c != omitted) {
                    sides[k % 2][at++] = nodes.of(lattice.corner(simplex, c), lattice.grain(simplex));
                }
            }
        }
        return new InterfaceFacets(dimension, new int[count], sides[0], sides[1]);
    }
}
