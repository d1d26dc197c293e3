package org.grainflux.physics.fracture;

import java.util.Arrays;
import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;
import org.grainflux.microstructure.BoundaryFoot;
import org.grainflux.microstructure.BoundaryNetwork;

/**
 * The places of one electrode where flaws may sit: on a line (2D) the feet of boundaries, on a plane (3D) their traces.
 *
 * @param widthM first periodic width, m
 * @param depthM second periodic width, m; 0 for a line
 * @param boundaries feet in ascending position, or pieces of traces in the order of the network
 * @param triplePoints on a line: triple points close under it, ascending; on a plane: points where traces meet
 * @param contactCount faces of grains on the electrode; on a line one lies between each two feet
 */
public record ElectrodeSites(
        double widthM,
        double depthM,
        List<BoundarySite> boundaries,
        List<ElectrodePoint> triplePoints,
        int contactCount) {
    public ElectrodeSites {
        Require.positive("electrode width", widthM, "m");
        Require.nonNegative("second electrode width", depthM, "m");
        boundaries = List.copyOf(boundaries);
        triplePoints = List.copyOf(triplePoints);
    }

    /** Sites on a line, positions in any order, m. */
    public static ElectrodeSites onLine(double widthM, double[] footPositionsM, double[] triplePointPositionsM) {
        return new ElectrodeSites(
                widthM,
                0,
                Arrays.stream(footPositionsM)
                        .sorted()
                        .mapToObj(BoundarySite::foot)
                        .toList(),
                Arrays.stream(triplePointPositionsM)
                        .sorted()
                        .mapToObj(ElectrodePoint::onLine)
                        .toList(),
                footPositionsM.length);
    }

    /**
     * Collects the sites of one electrode.
     *
     * @param sizeM edge lengths of the cell, m; the last axis runs from electrode 0 (at 0) to electrode 1
     * @param triplePointDepthM triple points of a plane structure nearer to the electrode than this count as its sites,
     *     m; the triple lines of a volume count where they reach the electrode, however deep they run
     */
    public static ElectrodeSites of(BoundaryNetwork network, int electrode, double[] sizeM, double triplePointDepthM) {
        if (electrode != 0 && electrode != 1) {
            throw new InvalidInputException("electrode must be 0 or 1, got " + electrode);
        }
        double surfaceM = electrode == 0 ? 0 : sizeM[1];
        double[] triplePoints = network.junctions().stream()
                .map(BoundaryNetwork.Junction::positionM)
                .filter(p -> Math.abs(p[1] - surfaceM) < triplePointDepthM)
                .mapToDouble(p -> wrap(p[0], sizeM[0]))
                .toArray();
        return onLine(sizeM[0], feetOf(network.feet(), electrode, sizeM[0]), triplePoints);
    }

    /** Feet only, no triple points. */
    public static ElectrodeSites ofFeet(List<BoundaryFoot> feet, int electrode, double widthM) {
        return onLine(widthM, feetOf(feet, electrode, widthM), new double[0]);
    }

    /** Whether the electrode is the plane of a volume. */
    public boolean isPlane() {
        return depthM > 0;
    }

    /** Length of the line, m, or area of the plane, m². */
    public double measure() {
        return isPlane() ? widthM * depthM : widthM;
    }

    /** Number of feet, or length of all traces, m. */
    public double boundaryMeasure() {
        return boundaries.stream().mapToDouble(BoundarySite::measure).sum();
    }

    /** A point of the electrode from coordinates that may have left the cell. */
    ElectrodePoint wrapped(double xM, double yM) {
        return new ElectrodePoint(wrap(xM, widthM), isPlane() ? wrap(yM, depthM) : 0);
    }

    private static double[] feetOf(List<BoundaryFoot> feet, int electrode, double widthM) {
        return feet.stream()
                .filter(foot -> foot.electrode() == electrode)
                .mapToDouble(foot -> wrap(foot.positionM()[0], widthM))
                .toArray();
    }

    /** Into [0, width) of the periodic electrode. */
    static double wrap(double positionM, double widthM) {
        double wrappedM = positionM - widthM * Math.floor(positionM / widthM);
        return wrappedM < widthM ? wrappedM : 0; // rounding of a tiny negative position may reach the width
    }
}
