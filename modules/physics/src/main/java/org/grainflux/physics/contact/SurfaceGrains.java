package org.grainflux.physics.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.Microstructure;

/**
 * Which grain lies under each position of one electrode of a 2D structure, read from the facets on that border, and how
 * far the nearest boundary foot is.
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
        if (structure.dimension() != 2) {
            throw new InvalidInputException(
                    "the grains along an electrode line need a 2D structure, got dimension " + structure.dimension());
        }
        CellComplex complex = structure.complex();
        double widthM = structure.sizeM()[0];
        List<Integer> border = IntStream.range(0, complex.facetCount())
                .filter(facet -> complex.borderTag(facet) == electrode)
                .boxed()
                .sorted(Comparator.comparingDouble(facet -> leftEndM(complex, facet, widthM)))
                .toList();
        if (border.isEmpty()) {
            throw new InvalidInputException("no facet of the structure lies on electrode " + electrode);
        }
        double[] feetM = structure.network().feet().stream()
                .filter(foot -> foot.electrode() == electrode)
                .mapToDouble(foot -> foot.positionM()[0])
                .sorted()
                .toArray();
        return new SurfaceGrains(
                widthM,
                border.stream()
                        .mapToDouble(facet -> leftEndM(complex, facet, widthM))
                        .toArray(),
                border.stream()
                        .mapToInt(facet -> complex.grain(complex.minusCell(facet)))
                        .toArray(),
                feetM);
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
        double leftM = Math.min(complex.facetCornerM(facet, 0, 0), complex.facetCornerM(facet, 1, 0));
        double wrappedM = leftM - widthM * Math.floor(leftM / widthM);
        return wrappedM < widthM ? wrappedM : 0;
    }
}
