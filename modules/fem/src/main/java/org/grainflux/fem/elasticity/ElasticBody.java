package org.grainflux.fem.elasticity;

import java.util.function.IntPredicate;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * A linear elastic body: what its regions and its interfaces are made of, and which interface facets are open. Small
 * strains; plane strain in two dimensions.
 *
 * @param regions stiffness per region of the mesh
 * @param springs per interface tag of the mesh
 * @param open interface facets, by index, that transmit nothing
 */
public record ElasticBody(SimplexMesh mesh, StiffnessTensor[] regions, FacetSprings springs, IntPredicate open) {

    /** A body whose interfaces all hold. */
    public static ElasticBody closed(SimplexMesh mesh, StiffnessTensor[] regions, FacetSprings springs) {
        return new ElasticBody(mesh, regions, springs, facet -> false);
    }

    /** The same body with other facets open. */
    public ElasticBody withOpen(IntPredicate facets) {
        return new ElasticBody(mesh, regions, springs, facets);
    }

    /** Displacements: nodes times dimension. */
    public int unknowns() {
        return mesh.nodeCount() * mesh.dimension();
    }

    StiffnessTensor regionOf(int element) {
        return regions[mesh.elementRegion(element)];
    }
}
