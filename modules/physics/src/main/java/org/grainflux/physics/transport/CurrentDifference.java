package org.grainflux.physics.transport;

/**
 * How far two solutions of one design on one plane structure differ in local current: largest difference of a window average over
 * the mean, at all interfaces. Windows are 200 nm at the electrolyte, or what its mesh resolves, and 500 nm at lithium
 * behind a layer: there the meshed layer has cells as long as those between the feet, whose steps a shorter window sees.
 */
final class CurrentDifference {
    private static final double ELECTROLYTE_WINDOW_M = 200e-9;
    private static final double LITHIUM_WINDOW_M = 500e-9;
    /** Positions per window, so that no step is passed over. */
    private static final int POSITIONS_PER_WINDOW = 3;

    private CurrentDifference() {}

    static double of(CellSolution own, CellSolution other) {
        double largest = 0;
        for (int e = 0; e < 2; e++) {
            CellSolution.Electrode a = own.electrode(e);
            CellSolution.Electrode b = other.electrode(e);
            largest = Math.max(
                    largest, largest(a.electrolyteInterface(), b.electrolyteInterface(), ELECTROLYTE_WINDOW_M));
            if (a.depth().isPresent()) {
                largest = Math.max(largest, largest(a.lithiumInterface(), b.lithiumInterface(), LITHIUM_WINDOW_M));
            }
        }
        return largest;
    }

    private static double largest(InterfaceCurrent a, InterfaceCurrent b, double wantedWindowM) {
        double window = Math.max(wantedWindowM, Math.max(a.resolvedWindowM(), b.resolvedWindowM()));
        double width = a.sizeM()[0];
        int positions = (int) Math.ceil(POSITIONS_PER_WINDOW * width / window);
        double meanA = a.meanAPerM2();
        double meanB = b.meanAPerM2();
        double largest = 0;
        for (int k = 0; k < positions; k++) {
            double[] centre = {k * width / positions + 0.5 * window};
            double own = a.averageAround(centre, window) / meanA;
            double other = b.averageAround(centre, window) / meanB;
            largest = Math.max(largest, Math.abs(own - other));
        }
        return largest;
    }
}
