package org.grainflux.physics.tip;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.BoundaryTrace;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.Microstructure;

/**
 * The surface of a polycrystal seen from above: which grain lies under a place, and where boundaries run. Of a volume it
 * is the face at electrode 0, periodic in x and y; a plane structure is itself taken as the section that the surface shows,
 * periodic in x only.
 */
public final class SurfacePlan {
    private final double widthM;
    private final double depthM;
    private final boolean periodicInY;
    private final List<Face> faces;
    private final List<Line> lines;

    /** A face of a grain. @param cornersM corners × 2, in a frame of its own */
    private record Face(int grain, double[] cornersM) {}

    /** A straight piece of a boundary, from its middle; half its vector. */
    private record Line(int boundary, double middleXM, double middleYM, double halfXM, double halfYM) {
        static Line of(int boundary, double fromXM, double fromYM, double toXM, double toYM) {
            return new Line(
                    boundary,
                    0.5 * (fromXM + toXM),
                    0.5 * (fromYM + toYM),
                    0.5 * (toXM - fromXM),
                    0.5 * (toYM - fromYM));
        }

        double lengthM() {
            return 2 * Math.hypot(halfXM, halfYM);
        }
    }

    private SurfacePlan(double widthM, double depthM, boolean periodicInY, List<Face> faces, List<Line> lines) {
        this.widthM = widthM;
        this.depthM = depthM;
        this.periodicInY = periodicInY;
        this.faces = List.copyOf(faces);
        this.lines = List.copyOf(lines);
    }

    /** @throws InvalidInputException for a structure that is known as an image only */
    public static SurfacePlan of(Microstructure structure) {
        CellComplex complex = structure.complex();
        if (complex == null) {
            throw new InvalidInputException("the surface of an image has no boundary lines; generate the structure");
        }
        return structure.dimension() == 2 ? section(structure, complex) : face(structure, complex);
    }

    private static SurfacePlan section(Microstructure structure, CellComplex complex) {
        List<Face> faces = new ArrayList<>();
        for (int cell = 0; cell < complex.cellCount(); cell++) {
            double[] corners = new double[2 * complex.cellFacetCount(cell)];
            for (int k = 0; 2 * k < corners.length; k++) {
                corners[2 * k] = complex.loopCornerM(cell, k, 0);
                corners[2 * k + 1] = complex.loopCornerM(cell, k, 1);
            }
            faces.add(new Face(complex.grain(cell), corners));
        }
        List<Line> lines = new ArrayList<>();
        int[] boundaryOf = structure.network().boundaryOfFacet();
        for (int facet = 0; facet < complex.facetCount(); facet++) {
            if (boundaryOf[facet] >= 0) {
                lines.add(Line.of(
                        boundaryOf[facet],
                        complex.facetCornerM(facet, 0, 0),
                        complex.facetCornerM(facet, 0, 1),
                        complex.facetCornerM(facet, 1, 0),
                        complex.facetCornerM(facet, 1, 1)));
            }
        }
        return new SurfacePlan(complex.sizeM(0), complex.sizeM(1), false, faces, lines);
    }

    private static SurfacePlan face(Microstructure structure, CellComplex complex) {
        List<Face> faces = new ArrayList<>();
        for (int facet = 0; facet < complex.facetCount(); facet++) {
            if (complex.borderTag(facet) == 0) {
                double[] corners = new double[2 * complex.facetCornerCount(facet)];
                for (int k = 0; 2 * k < corners.length; k++) {
                    corners[2 * k] = complex.facetCornerM(facet, k, 0);
                    corners[2 * k + 1] = complex.facetCornerM(facet, k, 1);
                }
                faces.add(new Face(complex.grain(complex.minusCell(facet)), corners));
            }
        }
        List<Line> lines = new ArrayList<>();
        for (BoundaryTrace trace : structure.network().traces()) {
            if (trace.electrode() == 0 && trace.lengthM() > 0) {
                double[] from = trace.fromM();
                double[] to = trace.toM();
                lines.add(Line.of(trace.boundary(), from[0], from[1], to[0], to[1]));
            }
        }
        return new SurfacePlan(complex.sizeM(0), complex.sizeM(1), true, faces, lines);
    }

    public double widthM() {
        return widthM;
    }

    public double depthM() {
        return depthM;
    }

    public int lineCount() {
        return lines.size();
    }

    /** Index in the network of the boundary a line belongs to. */
    public int boundaryOfLine(int line) {
        return lines.get(line).boundary;
    }

    /** L_A, boundary length per area, 1/m. */
    public double boundaryLengthPerAreaPerM() {
        return lines.stream().mapToDouble(Line::lengthM).sum() / (widthM * depthM);
    }

    /** λ, grain faces per area, 1/m². */
    public double grainsPerAreaPerM2() {
        return faces.stream().mapToInt(Face::grain).distinct().count() / (widthM * depthM);
    }

    /** Shortest distance of a place to a line, m, whichever of its periodic images is nearest. */
    public double distanceM(double xM, double yM, int line) {
        Line l = lines.get(line);
        double dx = xM - l.middleXM;
        double dy = yM - l.middleYM;
        dx -= widthM * Math.rint(dx / widthM);
        dy -= periodicInY ? depthM * Math.rint(dy / depthM) : 0;
        double squared = l.halfXM * l.halfXM + l.halfYM * l.halfYM;
        double along = Math.max(-1, Math.min(1, (dx * l.halfXM + dy * l.halfYM) / squared));
        return Math.hypot(dx - along * l.halfXM, dy - along * l.halfYM);
    }

    /** The place at coordinates inside the plan. */
    public SurfacePlace at(double xM, double yM) {
        double distanceM = Double.POSITIVE_INFINITY;
        for (int line = 0; line < lines.size(); line++) {
            distanceM = Math.min(distanceM, distanceM(xM, yM, line));
        }
        return new SurfacePlace(xM, yM, grainAt(xM, yM), distanceM);
    }

    /** The middles of columns × rows equal rectangles, row by row. */
    public List<SurfacePlace> grid(int columns, int rows) {
        List<SurfacePlace> places = new ArrayList<>(columns * rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                places.add(at((column + 0.5) * widthM / columns, (row + 0.5) * depthM / rows));
            }
        }
        return places;
    }

    /** The place at a distance from another; where the plan is not periodic, what would lie outside is mirrored at its edge. */
    public SurfacePlace near(SurfacePlace from, double alongXM, double alongYM) {
        double y = from.yM() + alongYM;
        if (periodicInY) {
            y = wrapped(y, depthM);
        } else {
            y = Math.abs(y);
            y = y > depthM ? 2 * depthM - y : y;
        }
        return at(wrapped(from.xM() + alongXM, widthM), y);
    }

    /** Places spread evenly at random over the plan. */
    public List<SurfacePlace> anywhere(int count, RandomGenerator random) {
        List<SurfacePlace> places = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            places.add(at(widthM * random.nextDouble(), depthM * random.nextDouble()));
        }
        return places;
    }

    /** Places spread evenly at random along boundaries; none without boundaries. */
    public List<SurfacePlace> onBoundaries(int count, RandomGenerator random) {
        double totalM = lines.stream().mapToDouble(Line::lengthM).sum();
        List<SurfacePlace> places = new ArrayList<>();
        for (int i = 0; i < count && totalM > 0; i++) {
            double leftM = totalM * random.nextDouble();
            int line = 0;
            while (line < lines.size() - 1 && leftM > lines.get(line).lengthM()) {
                leftM -= lines.get(line++).lengthM();
            }
            Line l = lines.get(line);
            double along = 2 * leftM / l.lengthM() - 1;
            double x = wrapped(l.middleXM + along * l.halfXM, widthM);
            double y = l.middleYM + along * l.halfYM;
            y = periodicInY ? wrapped(y, depthM) : y;
            places.add(new SurfacePlace(x, y, grainAt(x, y), 0));
        }
        return places;
    }

    private static double wrapped(double positionM, double periodM) {
        return positionM - periodM * Math.floor(positionM / periodM);
    }

    private int grainAt(double xM, double yM) {
        for (Face face : faces) {
            for (int i = -1; i <= 1; i++) {
                for (int j = periodicInY ? -1 : 0; j <= (periodicInY ? 1 : 0); j++) {
                    if (contains(face.cornersM, xM + i * widthM, yM + j * depthM)) {
                        return face.grain;
                    }
                }
            }
        }
        // On a border, by rounding inside no face: either of its grains is right.
        return faces.stream()
                .min((a, b) -> Double.compare(gapM(a, xM, yM), gapM(b, xM, yM)))
                .orElseThrow()
                .grain;
    }

    private double gapM(Face face, double xM, double yM) {
        double leastM = Double.POSITIVE_INFINITY;
        int n = face.cornersM.length / 2;
        for (int k = 0; k < n; k++) {
            int next = (k + 1) % n;
            double dx = xM - 0.5 * (face.cornersM[2 * k] + face.cornersM[2 * next]);
            double dy = yM - 0.5 * (face.cornersM[2 * k + 1] + face.cornersM[2 * next + 1]);
            dx -= widthM * Math.rint(dx / widthM);
            dy -= periodicInY ? depthM * Math.rint(dy / depthM) : 0;
            leastM = Math.min(leastM, Math.hypot(dx, dy));
        }
        return leastM;
    }

    /** By the number of edges to the right of the point. */
    private static boolean contains(double[] corners, double x, double y) {
        boolean inside = false;
        int n = corners.length / 2;
        for (int k = 0, previous = n - 1; k < n; previous = k++) {
            double y0 = corners[2 * previous + 1];
            double y1 = corners[2 * k + 1];
            if (y0 > y != y1 > y) {
                double crossing = corners[2 * k] + (y - y1) / (y0 - y1) * (corners[2 * previous] - corners[2 * k]);
                inside ^= x < crossing;
            }
        }
        return inside;
    }
}
