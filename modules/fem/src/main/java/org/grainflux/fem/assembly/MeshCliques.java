package org.grainflux.fem.assembly;

import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;

/** What couples in a mesh: the nodes of each element, then both sides of each interface facet, read from the mesh itself. */
public record MeshCliques(SimplexMesh mesh) implements CsrPattern.Cliques {
    @Override
    public int count() {
        return mesh.elementCount() + mesh.interfaces().count();
    }

    @Override
    public int size(int clique) {
        return clique < mesh.elementCount() ? mesh.dimension() + 1 : 2 * mesh.dimension();
    }

    @Override
    public int member(int clique, int place) {
        int elements = mesh.elementCount();
        if (clique < elements) {
            return mesh.elementNode(clique, place);
        }
        InterfaceFacets facets = mesh.interfaces();
        int facet = clique - elements;
        return place < mesh.dimension()
                ? facets.minusNode(facet, place)
                : facets.plusNode(facet, place - mesh.dimension());
    }
}
