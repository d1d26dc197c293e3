package org.grainflux.microstructure;

/**
 * The geometry of a structure as cells, facets and vertices, in any dimension.
 */
public final class CellComplex {}
