package org.grainflux.microstructure.tessellation;

import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/** The power cells of weighted seeds: polygons or polyhedra, each about its own seed. */
interface PowerCells {
    /** Label of a facet on electrode 0, in place of a neighbour. */
    int LOWER = -1;

    /** Label of a facet on electrode 1, in place of a neighbour. */
    int UPPER = -2;

    /** Label of the artificial first box; none is left in a finished cell. */
    int OPEN = -3;

    static PowerCells of(Seeds seeds) {
        return seeds.dimension() == 2 ? new PowerDiagram(seeds) : new SolidDiagram(seeds);
    }

    /** @throws NumericalFailureException DEGENERATE_TESSELLATION when a finished cell has kept a facet of its first box */
    static void requireClosed(int seed, boolean hasOpenFacet) {
        if (hasOpenFacet) {
            throw new NumericalFailureException(
                    Reason.DEGENERATE_TESSELLATION, "cell " + seed + " spans more than a period; use a wider cell");
        }
    }

    Seeds seeds();

    /** Whether the seed's weight is too small for a cell of its own. */
    boolean isEmpty(int seed);

    /** Area or volume of a cell; 0 when it is empty. */
    double measure(int seed);

    /** Coordinate of the centroid of a cell that is not empty, relative to its seed, m. */
    double centroidM(int seed, int axis);

    int facetCount(int seed);

    /** Neighbouring seed across a facet, {@link #LOWER} or {@link #UPPER}. */
    int neighbour(int seed, int facet);

    /** Image, in periods, in which the neighbour across a facet lies. */
    int neighbourImage(int seed, int facet, int axis);

    /** Length or area of a facet. */
    double facetMeasure(int seed, int facet);
}
