package org.grainflux.microstructure;

import java.util.List;

/**
 * The graph of grain boundaries.
 *
 * @param boundaries indexed by boundary; the index is the tag of the mesh's interface facets
 * @param junctions triple (or higher) junctions
 * @param feet where boundaries meet the electrodes, ordered by electrode, then position; in 3D one per trace
 * @param traces in 3D the lines in which boundaries meet the electrodes, in the order of the feet; empty in 2D
 * @param boundaryOfFacet index of the boundary each facet of the complex belongs to, -1 for a facet of none
 */
public record BoundaryNetwork(
        List<GrainBoundary> boundaries,
        List<Junction> junctions,
        List<BoundaryFoot> feet,
        List<BoundaryTrace> traces,
        int[] boundaryOfFacet) {

    /**
     * Where three or more boundaries meet: a point in 2D, an edge in 3D.
     *
     * @param positionM coordinates, wrapped into the cell; in 3D of the middle of the edge
     * @param boundaries indices of the boundaries that meet
     */
    public record Junction(double[] positionM, int[] boundaries) {}
}
