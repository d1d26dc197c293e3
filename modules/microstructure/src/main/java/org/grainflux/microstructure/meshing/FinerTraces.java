package org.grainflux.microstructure.meshing;

import java.io.Serializable;
import java.util.Arrays;
import org.grainflux.core.InvalidInputException;

/**
 * Places on the electrodes of a solid structure around which boundary traces are meshed more finely than elsewhere: where the
 * current is large.
 *
 * @param pointsM points × 3; none for the same size everywhere
 * @param radiusM the traces have the finer size up to this distance from a point
 * @param sizeM at the traces within it
 * @param growth of that size per distance beyond
 */
public record FinerTraces(double[][] pointsM, double radiusM, double sizeM, double growth) implements Serializable {
    public static final FinerTraces NOWHERE = new FinerTraces(new double[0][], 1, 1, 1);

    public FinerTraces {
        if (!(radiusM > 0 && sizeM > 0 && growth > 0)) {
            throw new InvalidInputException("radius, size and growth of finer traces must be > 0, got " + radiusM
                    + " m, " + sizeM + " m and " + growth);
        }
        pointsM = copy(pointsM);
    }

    /** Finer by a factor around the same points, so that meshes of several factors are of one family. */
    FinerTraces refined(double factor) {
        return new FinerTraces(pointsM, radiusM, sizeM / factor, growth / factor);
    }

    @Override
    public double[][] pointsM() {
        return copy(pointsM);
    }

    private static double[][] copy(double[][] points) {
        return Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
    }

    /** Looks sizes up in a cell of these periods along x and y. */
    Lookup lookup(double[] cellM) {
        return new Lookup(this, cellM[0], cellM[1]);
    }

    /** Sizes at traces in a periodic cell; few points, so all are looked at. */
    static final class Lookup {
        private final FinerTraces traces;
        private final double widthM;
        private final double depthM;

        private Lookup(FinerTraces traces, double widthM, double depthM) {
            this.traces = traces;
            this.widthM = widthM;
            this.depthM = depthM;
        }

        /** Smallest size wanted at traces near a position; infinite without points. */
        double sizeM(double x, double y, double z) {
            double nearest = Double.POSITIVE_INFINITY;
            for (double[] point : traces.pointsM) {
                double dx = Math.IEEEremainder(x - point[0], widthM);
                double dy = Math.IEEEremainder(y - point[1], depthM);
                double dz = z - point[2];
                nearest = Math.min(nearest, dx * dx + dy * dy + dz * dz);
            }
            return traces.sizeM + traces.growth * Math.max(0, Math.sqrt(nearest) - traces.radiusM);
        }
    }
}
