package org.grainflux.microstructure;

import java.util.List;

/**
 * The graph of grain boundaries.
 *
 * @param boundaries indexed by boundary; the index is the tag of the mesh's interface facets
 * @param junctions triple (or higher) junctions
 * @param feet where boundaries meet the electrodes, ordered by electrode, then position
 * @param boundaryOfFacet index of the boundary each facet of the complex belongs to, -1 for a facet of none
 */
public record BoundaryNetwork(
        List<GrainBoundary> boundaries, List<Junction> junctions, List<BoundaryFoot> feet, int[] boundaryOfFacet) {

    /**
     * Where three or more boundaries meet.
     *
     * @param positionM coordinates, wrapped into the cell
     * @param boundaries indices of the boundaries that meet
     */
    public record Junction(double[] positionM, int[] boundaries) {}
}
