package org.grainflux.physics.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.Microstructure;

/**
 * Which grain lies under each position of one electrode, read from the facets on that border, and how far the nearest
 * boundary foot is. On the plane of a volume the positions are those of a line through its middle, along x, its feet are
 * where that line crosses boundary traces, and distances are along the line.
 */
public final class SurfaceGrains {
    private final double widthM;
    private final double[] startsM;
    private final int[] grains;
    private final double[] feetM;

    /**
     * @param startsM ascending left ends of the facets of the electrode, m, in [0, width)
     * @param grains grain of each facet
     * @param feetM ascending positions of the feet, m
     */
    SurfaceGrains(double widthM, double[] startsM, int[] grains, double[] feetM) {
        this.widthM = widthM;
        this.startsM = startsM;
        this.grains = grains;
        this.feetM = feetM;
    }

    public static SurfaceGrains of(Microstructure structure, int electrode) {
        CellComplex complex = structure.complex();
        double widthM = structure.sizeM()[0];
        List<Stretch> stretches = new ArrayList<>();
        for (int facet = 0; facet < complex.facetCount(); facet++) {
            if (complex.borderTag(facet) == electrode) {
                if (structure.dimension() == 2) {
                    stretches.add(new Stretch(leftEndM(complex, facet, widthM), grain(complex, facet)));
                } else {
                    addScanned(complex, facet, stretches);
                }
            }
        }
        if (stretches.isEmpty()) {
            throw new InvalidInputException("no facet of the structure lies on electrode " + electrode);
        }
        stretches.sort(Comparator.comparingDouble(Stretch::startM));
        double[] startsM = stretches.stream().mapToDouble(Stretch::startM).toArray();
        double[] feetM = structure.dimension() == 3
                ? startsM
                : structure.network().feet().stream()
                        .filter(foot -> foot.electrode() == electrode)
                        .mapToDouble(foot -> foot.positionM()[0])
                        .sorted()
                        .toArray();
        return new SurfaceGrains(
                widthM, startsM, stretches.stream().mapToInt(Stretch::grain).toArray(), feetM);
    }

    /** A part of the line in one grain, by its left end in [0, width). */
    private record Stretch(double startM, int grain) {}

    private static int grain(CellComplex complex, int facet) {
        return complex.grain(complex.minusCell(facet));
    }

    /** Where the line through the middle of the plane crosses a facet, in every period the facet reaches. */
    private static void addScanned(CellComplex complex, int facet, List<Stretch> stretches) {
        double depthM = complex.sizeM(1);
        int corners = complex.facetCornerCount(facet);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < corners; c++) {
            low = Math.min(low, complex.facetCornerM(facet, c, 1));
            high = Math.max(high, complex.facetCornerM(facet, c, 1));
        }
        for (double y = (Math.floor(low / depthM) + 0.5) * depthM; y < high; y += depthM) {
            double left = Double.POSITIVE_INFINITY;
            for (int c = 0; c < corners; c++) {
                int next = (c + 1) % corners;
                double from = complex.facetCornerM(facet, c, 1) - y;
                double to = complex.facetCornerM(facet, next, 1) - y;
                if (from < 0 != to < 0) {
                    double x = complex.facetCornerM(facet, c, 0);
                    left = Math.min(left, x + from / (from - to) * (complex.facetCornerM(facet, next, 0) - x));
                }
            }
            if (left < Double.POSITIVE_INFINITY) {
                stretches.add(new Stretch(wrapped(left, complex.sizeM(0)), grain(complex, facet)));
            }
        }
    }

    public double widthM() {
        return widthM;
    }

    /** The feet themselves, each with the grain to its right and distance 0. */
    public List<SurfacePoint> feet() {
        return Arrays.stream(feetM)
                .mapToObj(footM -> new SurfacePoint(footM, grainAt(footM), 0))
                .toList();
    }

    /** Equidistant points at the midpoints of {@code count} equal parts of the electrode. */
    public List<SurfacePoint> equidistant(int count) {
        Require.positive("number of surface points", count, "");
        List<SurfacePoint> points = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            points.add(at((i + 0.5) * widthM / count));
        }
        return List.copyOf(points);
    }

    /** The surface at a position in [0, width). */
    public SurfacePoint at(double positionM) {
        double distanceM = Double.POSITIVE_INFINITY;
        for (double footM : feetM) {
            double gapM = Math.abs(positionM - footM);
            distanceM = Math.min(distanceM, Math.min(gapM, widthM - gapM));
        }
        return new SurfacePoint(positionM, grainAt(positionM), distanceM);
    }

    private int grainAt(double positionM) {
        int found = Arrays.binarySearch(startsM, positionM);
        int facet = found >= 0 ? found : -found - 2;
        // Left of the first facet lies the last one, which wraps around.
        return grains[facet >= 0 ? facet : grains.length - 1];
    }

    private static double leftEndM(CellComplex complex, int facet, double widthM) {
        return wrapped(Math.min(complex.facetCornerM(facet, 0, 0), complex.facetCornerM(facet, 1, 0)), widthM);
    }

    private static double wrapped(double positionM, double widthM) {
        double wrappedM = positionM - widthM * Math.floor(positionM / widthM);
        return wrappedM < widthM ? wrappedM : 0;
    }
}
