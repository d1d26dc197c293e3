/**
 * Sparse symmetric matrices in full compressed-row storage. The pattern is built once from the unknowns that couple
 * (elements and facets); values are then added quickly, as often as the coefficients change.
 */
package org.grainflux.fem.algebra;
