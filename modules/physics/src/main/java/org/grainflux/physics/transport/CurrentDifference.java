package org.grainflux.physics.transport;

/**
 * How far two solutions of one design on one plane structure differ in local current: largest difference of a window average over
 * the mean, at all interfaces. Windows are 200 nm, or what the mesh at the electrolyte resolves: the shortest whose averages do not
 * depend on the mesh.
 */
final class CurrentDifference {
    private static final double WINDOW_M = 200e-9;
    /** Positions per window, so that no step is passed over. */
    private static final int POSITIONS_PER_WINDOW = 3;

    private CurrentDifference() {}

    static double of(CellSolution own, CellSolution other) {
        double largest = 0;
        for (int e = 0; e < 2; e++) {
            CellSolution.Electrode a = own.electrode(e);
            CellSolution.Electrode b = other.electrode(e);
            largest = Math.max(largest, largest(a.electrolyteInterface(), b.electrolyteInterface()));
            if (a.depth().isPresent()) {
                largest = Math.max(largest, largest(a.lithiumInterface(), b.lithiumInterface()));
            }
        }
        return largest;
    }

    private static double largest(InterfaceCurrent a, InterfaceCurrent b) {
        double window = Math.max(WINDOW_M, Math.max(a.resolvedWindowM(), b.resolvedWindowM()));
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
