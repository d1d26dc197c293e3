package org.grainflux.physics.fracture;

import java.util.Arrays;
import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;
import org.grainflux.microstructure.BoundaryFoot;
import org.grainflux.microstructure.BoundaryNetwork;

/**
 * The places of one electrode of a 2D structure where flaws may sit.
 *
 * @param widthM length of the electrode, m
 * @param footPositionsM ascending positions of boundary feet, m
 * @param triplePointPositionsM ascending positions of the triple points close under the electrode, m
 */
public record ElectrodeSites(double widthM, double[] footPositionsM, double[] triplePointPositionsM) {
    public ElectrodeSites {
        Require.positive("electrode width", widthM, "m");
        footPositionsM = sorted(footPositionsM);
        triplePointPositionsM = sorted(triplePointPositionsM);
    }

    /**
     * Collects the sites of one electrode.
     *
     * @param sizeM edge lengths of the cell, m; the last axis runs from electrode 0 (at 0) to electrode 1
     * @param triplePointDepthM triple points nearer to the electrode than this count as its sites, m
     */
    public static ElectrodeSites of(BoundaryNetwork network, int electrode, double[] sizeM, double triplePointDepthM) {
        if (sizeM.length != 2) {
            throw new InvalidInputException("flaw sites along an electrode line need a 2D cell, got dimension "
                    + sizeM.length + "; use a 2D structure");
        }
        if (electrode != 0 && electrode != 1) {
            throw new InvalidInputException("electrode must be 0 or 1, got " + electrode);
        }
        double surfaceM = electrode == 0 ? 0 : sizeM[1];
        double[] triplePoints = network.junctions().stream()
                .map(BoundaryNetwork.Junction::positionM)
                .filter(p -> Math.abs(p[1] - surfaceM) < triplePointDepthM)
                .mapToDouble(p -> wrap(p[0], sizeM[0]))
                .toArray();
        return new ElectrodeSites(sizeM[0], feetOf(network.feet(), electrode, sizeM[0]), triplePoints);
    }

    /** Feet only, no triple points. */
    public static ElectrodeSites ofFeet(List<BoundaryFoot> feet, int electrode, double widthM) {
        return new ElectrodeSites(widthM, feetOf(feet, electrode, widthM), new double[0]);
    }

    @Override
    public double[] footPositionsM() {
        return footPositionsM.clone();
    }

    @Override
    public double[] triplePointPositionsM() {
        return triplePointPositionsM.clone();
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

    private static double[] sorted(double[] positionsM) {
        double[] copy = positionsM.clone();
        Arrays.sort(copy);
        return copy;
    }
}
