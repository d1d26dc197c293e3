package org.grainflux.physics.transport;

import org.grainflux.core.InvalidInputException;

/** Equal discs on a rectangular lattice over a plane, the first centre half a period from the origin; they do not overlap. */
record DiscLattice(double periodXM, double periodYM, double radiusM) {

    /** @throws InvalidInputException if a cell of these periods does not hold whole numbers of discs */
    void requireFits(double[] sizeM) {
        double[] periods = {periodXM, periodYM};
        for (int axis = 0; axis < 2; axis++) {
            double count = sizeM[axis] / periods[axis];
            if (Math.abs(count - Math.rint(count)) > 1e-9 * count) {
                throw new InvalidInputException(
                        "discs of contact must repeat a whole number of times, got a distance of " + periods[axis]
                                + " m in a cell of " + sizeM[axis] + " m");
            }
        }
    }

    /** Whether a place lies in a disc or on its rim. */
    boolean holds(double xM, double yM, double toleranceM) {
        double dx = Math.IEEEremainder(xM - 0.5 * periodXM, periodXM);
        double dy = Math.IEEEremainder(yM - 0.5 * periodYM, periodYM);
        return Math.hypot(dx, dy) <= radiusM + toleranceM;
    }

    /** Adds to each corner of a triangle the area that its third shares with the discs, exactly. */
    void addThirdsWithin(ElectrodeSurface surface, int triangle, double[] areasM2) {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int c = 0; c < 3; c++) {
            for (int axis = 0; axis < 2; axis++) {
                low[axis] = Math.min(low[axis], surface.cornerM(triangle, c, axis));
                high[axis] = Math.max(high[axis], surface.cornerM(triangle, c, axis));
            }
        }
        for (int i = first(low[0], periodXM); i <= last(high[0], periodXM); i++) {
            for (int j = first(low[1], periodYM); j <= last(high[1], periodYM); j++) {
                double x = (i + 0.5) * periodXM;
                double y = (j + 0.5) * periodYM;
                for (int c = 0; c < 3; c++) {
                    areasM2[c] += DiscCut.integral(
                            surface.cornerM(triangle, 0, 0) - x,
                            surface.cornerM(triangle, 0, 1) - y,
                            surface.cornerM(triangle, 1, 0) - x,
                            surface.cornerM(triangle, 1, 1) - y,
                            surface.cornerM(triangle, 2, 0) - x,
                            surface.cornerM(triangle, 2, 1) - y,
                            c == 0 ? 1 : 0,
                            c == 1 ? 1 : 0,
                            c == 2 ? 1 : 0,
                            radiusM * radiusM);
                }
            }
        }
    }

    /** Number of the first disc that reaches beyond a coordinate. */
    private int first(double low, double period) {
        return (int) Math.ceil((low - radiusM) / period - 0.5);
    }

    private int last(double high, double period) {
        return (int) Math.floor((high + radiusM) / period - 0.5);
    }
}
