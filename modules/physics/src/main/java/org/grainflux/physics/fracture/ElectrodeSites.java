package org.grainflux.physics.fracture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;
import org.grainflux.microstructure.BoundaryFoot;
import org.grainflux.microstructure.BoundaryNetwork;
import org.grainflux.microstructure.BoundaryTrace;

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
    /** Far above rounding, far below the shortest trace that a mesh can hold; relative to the width. */
    private static final double SAME_POINT = 1e-9;

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
        return sizeM.length == 2
                ? ofLine(network, electrode, sizeM, triplePointDepthM)
                : ofPlane(network.traces(), electrode, sizeM);
    }

    private static ElectrodeSites ofLine(
            BoundaryNetwork network, int electrode, double[] sizeM, double triplePointDepthM) {
        double surfaceM = electrode == 0 ? 0 : sizeM[1];
        double[] triplePoints = network.junctions().stream()
                .map(BoundaryNetwork.Junction::positionM)
                .filter(p -> Math.abs(p[1] - surfaceM) < triplePointDepthM)
                .mapToDouble(p -> wrap(p[0], sizeM[0]))
                .toArray();
        return onLine(sizeM[0], feetOf(network.feet(), electrode, sizeM[0]), triplePoints);
    }

    private static ElectrodeSites ofPlane(List<BoundaryTrace> traces, int electrode, double[] sizeM) {
        List<BoundarySite> pieces = new ArrayList<>();
        List<ElectrodePoint> ends = new ArrayList<>();
        List<Integer> tracesAtEnd = new ArrayList<>();
        for (BoundaryTrace trace : traces) {
            if (trace.electrode() == electrode && trace.lengthM() > 0) {
                double[] from = trace.fromM();
                double[] to = trace.toM();
                ElectrodePoint start = new ElectrodePoint(wrap(from[0], sizeM[0]), wrap(from[1], sizeM[1]));
                pieces.add(BoundarySite.trace(start, to[0] - from[0], to[1] - from[1]));
                count(start, sizeM, ends, tracesAtEnd);
                count(new ElectrodePoint(wrap(to[0], sizeM[0]), wrap(to[1], sizeM[1])), sizeM, ends, tracesAtEnd);
            }
        }
        // Where two pieces meet one boundary goes on, and where one ends it meets a border.
        List<ElectrodePoint> triplePoints = IntStream.range(0, ends.size())
                .filter(k -> tracesAtEnd.get(k) > 2)
                .mapToObj(ends::get)
                .toList();
        // Euler on the periodic plane: points − traces + faces = 0.
        return new ElectrodeSites(sizeM[0], sizeM[1], pieces, triplePoints, pieces.size() - ends.size());
    }

    /** Each end is shared by the traces that meet there, up to the rounding of a period. */
    private static void count(
            ElectrodePoint point, double[] sizeM, List<ElectrodePoint> points, List<Integer> tracesAtPoint) {
        double toleranceM = SAME_POINT * Math.max(sizeM[0], sizeM[1]);
        for (int k = 0; k < points.size(); k++) {
            ElectrodePoint known = points.get(k);
            double dx = Math.abs(point.xM() - known.xM());
            double dy = Math.abs(point.yM() - known.yM());
            if (Math.min(dx, sizeM[0] - dx) < toleranceM && Math.min(dy, sizeM[1] - dy) < toleranceM) {
                tracesAtPoint.set(k, tracesAtPoint.get(k) + 1);
                return;
            }
        }
        points.add(point);
        tracesAtPoint.add(1);
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
