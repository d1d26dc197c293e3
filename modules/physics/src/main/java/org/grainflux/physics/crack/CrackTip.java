package org.grainflux.physics.crack;

/**
 * Where a crack of a plane body ends.
 *
 * @param xM first coordinate, m
 * @param yM second coordinate, m
 * @param directionRad direction of growth, from the first axis towards the second: the crack comes from behind along it
 */
public record CrackTip(double xM, double yM, double directionRad) {

    /** Coordinate of a point along the direction of growth, m; negative beside the crack. */
    double aheadM(double x, double y) {
        return (x - xM) * Math.cos(directionRad) + (y - yM) * Math.sin(directionRad);
    }

    /** Coordinate of a point to the left of the direction of growth, m. */
    double leftM(double x, double y) {
        return (y - yM) * Math.cos(directionRad) - (x - xM) * Math.sin(directionRad);
    }
}
