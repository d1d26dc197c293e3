package org.grainflux.physics.contact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;
import org.grainflux.microstructure.BoundaryFoot;
import org.grainflux.microstructure.Grain;
import org.grainflux.microstructure.GrainBoundary;
import org.grainflux.microstructure.Microstructure;

/**
 * Which grain lies under each position of one electrode of a 2D structure. Between two neighbouring feet lies the grain
 * both boundaries share, so the boundary network alone answers.
 */
public final class SurfaceGrains {
    private final double widthM;
    private final double[] feetM;
    private final int[] grainRightOfFoot;
    private final int loneGrain;

    private SurfaceGrains(double widthM, double[] feetM, int[] grainRightOfFoot, int loneGrain) {
        this.widthM = widthM;
        this.feetM = feetM;
        this.grainRightOfFoot = grainRightOfFoot;
        this.loneGrain = loneGrain;
    }

    public static SurfaceGrains of(Microstructure structure, int electrode) {
        if (structure.dimension() != 2) {
            throw new InvalidInputException(
                    "the grains along an electrode line need a 2D structure, got dimension " + structure.dimension());
        }
        List<BoundaryFoot> feet = structure.network().feet().stream()
                .filter(foot -> foot.electrode() == electrode)
                .sorted(Comparator.comparingDouble(foot -> foot.positionM()[0]))
                .toList();
        List<GrainBoundary> boundaries = structure.network().boundaries();
        double[] feetM = feet.stream().mapToDouble(foot -> foot.positionM()[0]).toArray();
        int[] right = new int[feet.size()];
        for (int k = 0; k < right.length; k++) {
            GrainBoundary here = boundaries.get(feet.get(k).boundary());
            GrainBoundary next = boundaries.get(feet.get((k + 1) % right.length).boundary());
            right[k] = between(here, next);
        }
        int lone = right.length == 0 ? nearestGrain(structure, electrode) : -1;
        return new SurfaceGrains(structure.sizeM()[0], feetM, right, lone);
    }

    public double widthM() {
        return widthM;
    }

    /** The feet themselves, each with the grain to its right and distance 0. */
    public List<SurfacePoint> feet() {
        List<SurfacePoint> points = new ArrayList<>();
        for (int k = 0; k < feetM.length; k++) {
            points.add(new SurfacePoint(feetM[k], grainRightOfFoot[k], 0));
        }
        return List.copyOf(points);
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
        if (feetM.length == 0) {
            return new SurfacePoint(positionM, loneGrain, Double.POSITIVE_INFINITY);
        }
        int left = feetM.length - 1; // left of the first foot lies the interval that wraps around
        double distanceM = Double.POSITIVE_INFINITY;
        for (int k = 0; k < feetM.length; k++) {
            if (feetM[k] <= positionM) {
                left = k;
            }
            double gapM = Math.abs(positionM - feetM[k]);
            distanceM = Math.min(distanceM, Math.min(gapM, widthM - gapM));
        }
        return new SurfacePoint(positionM, grainRightOfFoot[left], distanceM);
    }

    private static int between(GrainBoundary here, GrainBoundary next) {
        boolean minusShared = here.minusGrain() == next.minusGrain() || here.minusGrain() == next.plusGrain();
        boolean plusShared = here.plusGrain() == next.minusGrain() || here.plusGrain() == next.plusGrain();
        if (minusShared == plusShared) {
            // Two grains only, or a lone foot: the normal points from minus to plus.
            return here.normal()[0] > 0 ? here.plusGrain() : here.minusGrain();
        }
        return minusShared ? here.minusGrain() : here.plusGrain();
    }

    private static int nearestGrain(Microstructure structure, int electrode) {
        double surfaceM = electrode == 0 ? 0 : structure.sizeM()[1];
        List<Grain> grains = structure.grains();
        int nearest = 0;
        for (int g = 1; g < grains.size(); g++) {
            if (Math.abs(grains.get(g).centroidM()[1] - surfaceM)
                    < Math.abs(grains.get(nearest).centroidM()[1] - surfaceM)) {
                nearest = g;
            }
        }
        return nearest;
    }
}
