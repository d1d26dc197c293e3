package org.grainflux.study.measured;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.core.InvalidInputException;

/**
 * One measured current–voltage loop, in the order of measurement.
 *
 * @param cycle its number, from 1 where the table has none
 */
public record MeasuredLoop(int cycle, double[] biasV, double[] currentA) {
    private static final int FEWEST_POINTS = 8;

    /** The loops of a table: by its column of cycles, or one for every passage from positive to negative bias. */
    public static List<MeasuredLoop> of(String source, MeasuredTable table) {
        double[] bias = table.biasV();
        double[] current = table.currentA();
        double[] cycles = table.cycle().orElseGet(() -> passages(bias));
        Map<Integer, List<Integer>> points = new LinkedHashMap<>();
        for (int i = 0; i < bias.length; i++) {
            if (Double.isFinite(bias[i]) && Double.isFinite(current[i]) && Double.isFinite(cycles[i])) {
                points.computeIfAbsent((int) cycles[i], cycle -> new ArrayList<>())
                        .add(i);
            }
        }
        List<MeasuredLoop> loops = new ArrayList<>();
        points.forEach((cycle, indices) -> {
            if (indices.size() >= FEWEST_POINTS) {
                loops.add(new MeasuredLoop(
                        cycle,
                        indices.stream().mapToDouble(i -> bias[i]).toArray(),
                        indices.stream().mapToDouble(i -> current[i]).toArray()));
            }
        });
        if (loops.isEmpty()) {
            throw new InvalidInputException(source + ": no loop of " + FEWEST_POINTS + " points or more");
        }
        return loops;
    }

    private static double[] passages(double[] bias) {
        double[] cycles = new double[bias.length];
        int cycle = 1;
        boolean wasPositive = false;
        for (int i = 0; i < bias.length; i++) {
            if (wasPositive && bias[i] < 0) {
                cycle++;
                wasPositive = false;
            }
            wasPositive |= bias[i] > 0;
            cycles[i] = cycle;
        }
        return cycles;
    }

    public double lowestBiasV() {
        return Arrays.stream(biasV).min().orElse(0);
    }

    public double highestBiasV() {
        return Arrays.stream(biasV).max().orElse(0);
    }
}
