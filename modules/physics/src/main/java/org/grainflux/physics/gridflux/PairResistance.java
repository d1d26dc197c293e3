package org.grainflux.physics.gridflux;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.GrainBoundary;

/** Area-specific resistance of the boundary between two grains, Ω m²; symmetric, ≥ 0 and finite. */
@FunctionalInterface
public interface PairResistance {

    /** Of the boundary between two different grains. */
    double ohmM2(int grain, int other);

    /** The same everywhere. */
    static PairResistance uniform(double areaSpecificResistanceOhmM2) {
        return (grain, other) -> areaSpecificResistanceOhmM2;
    }

    /**
     * Of the boundaries of a network. Cells may touch near a junction whose grains share no boundary there: the mean of
     * all resistances is taken. Two grains that meet in several boundaries, as across a narrow period, must have
     * one resistance there, since cells know their grains only.
     *
     * @param resistancesOhmM2 one per boundary
     */
    static PairResistance of(List<GrainBoundary> boundaries, double[] resistancesOhmM2) {
        Map<Long, Double> table = new HashMap<>();
        double sum = 0;
        for (int b = 0; b < resistancesOhmM2.length; b++) {
            GrainBoundary boundary = boundaries.get(b);
            sum += resistancesOhmM2[b];
            Double before = table.put(key(boundary.minusGrain(), boundary.plusGrain()), resistancesOhmM2[b]);
            if (before != null && before != resistancesOhmM2[b]) {
                throw new InvalidInputException("grains " + boundary.minusGrain() + " and " + boundary.plusGrain()
                        + " meet in boundaries of " + before + " and " + resistancesOhmM2[b]
                        + " ohm m2, which cells cannot tell apart; use the conforming mesh");
            }
        }
        double mean = sum / resistancesOhmM2.length;
        return (grain, other) -> table.getOrDefault(key(grain, other), mean);
    }

    private static long key(int a, int b) {
        return ((long) Math.min(a, b) << 32) | Math.max(a, b);
    }
}
