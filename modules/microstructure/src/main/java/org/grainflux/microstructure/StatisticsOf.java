package org.grainflux.microstructure;

import java.util.Arrays;
import java.util.List;
import org.grainflux.microstructure.RealizedStatistics.Collapse;
import org.grainflux.microstructure.RealizedStatistics.Target;

/** Measures a structure. */
final class StatisticsOf {
    private StatisticsOf() {}

    static RealizedStatistics structure(
            List<Grain> grains, List<GrainBoundary> boundaries, double cellMeasure, Collapse collapse, Target target) {
        int count = grains.size();
        double[] measures = grains.stream().mapToDouble(Grain::measure).sorted().toArray();
        double mean = Arrays.stream(measures).sum() / count;
        double variance =
                Arrays.stream(measures).map(a -> (a - mean) * (a - mean)).sum() / count;
        int[] neighbours = new int[count];
        double length = 0;
        double weightedAngle = 0;
        for (GrainBoundary boundary : boundaries) {
            neighbours[boundary.minusGrain()]++;
            neighbours[boundary.plusGrain()]++;
            length += boundary.measure();
            weightedAngle += boundary.measure() * boundary.misorientationRad();
        }
        double meanNeighbours = 2.0 * boundaries.size() / count;
        double neighboursVariance = Arrays.stream(neighbours)
                        .mapToDouble(n -> (n - meanNeighbours) * (n - meanNeighbours))
                        .sum()
                / count;
        int[] histogram = new int[Arrays.stream(neighbours).max().orElse(0) + 1];
        for (int n : neighbours) {
            histogram[n]++;
        }
        return new RealizedStatistics(
                count,
                mean,
                Math.sqrt(variance) / mean,
                meanNeighbours,
                neighboursVariance,
                length / cellMeasure,
                length > 0 ? weightedAngle / length : 0,
                measures,
                histogram,
                collapse,
                target);
    }
}
