package org.grainflux.microstructure;

import java.util.List;

/**
 * A polycrystal: a complex of cells, the grains they form, and the network of boundaries between grains. Nothing here
 * assumes that a grain is convex or a single cell, nor the dimension.
 *
 * @param sizeM edge lengths of the cell, one per axis; all axes but the last are periodic
 * @param grains indexed by grain
 */
public record Microstructure(
        int dimension,
        double[] sizeM,
        CellComplex complex,
        List<Grain> grains,
        BoundaryNetwork network,
        RealizedStatistics statistics) {}
