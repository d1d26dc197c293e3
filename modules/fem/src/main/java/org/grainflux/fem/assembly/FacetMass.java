package org.grainflux.fem.assembly;

/** How ∫ g [u][v] over a facet is integrated. */
public enum FacetMass {
    /** Exact for P1: the default. */
    CONSISTENT,
    /** Row sums on the diagonal: each pair of copies couples alone, so the matrix stays an M-matrix for any g. */
    LUMPED
}
