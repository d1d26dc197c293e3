package org.grainflux.fem.mesh;

/**
 * A conforming mesh of simplices whose vertices are shared between regions and between the images of a periodic cell.
 * Facets of a simplex are numbered 0 … dimension; seen from outside, the corners of a facet run from left to right (2D:
 * anticlockwise around the triangle) or anticlockwise (3D).
 */
public interface SharedVertexMesh {
    int dimension();

    int vertexCount();

    int elementCount();

    /** Vertex at a corner, 0 … dimension. */
    int corner(int element, int corner);

    /** Coordinate of a corner in the frame of its simplex, m; it may leave the period. */
    double cornerM(int element, int corner, int axis);

    int region(int element);

    /** Simplices of one group belong together in memory, for they lie side by side; a group belongs to one region. */
    int group(int element);

    int groupCount();

    /** Corner of the simplex at which the k-th corner of a facet stands. */
    int facetCorner(int facet, int k);

    /** Simplex across a facet; -1 on the border. */
    int neighbour(int element, int facet);

    /** Number, in the neighbour, of the facet shared with it. */
    int facetAcross(int element, int facet);

    /** Tag of a facet, inherited by refinement. */
    int facetTag(int element, int facet);
}
