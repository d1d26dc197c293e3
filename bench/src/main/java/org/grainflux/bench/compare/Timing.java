package org.grainflux.bench.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One solve of one contender, or the middle of several.
 *
 * @param blas library of the dense work, empty when the contender names none
 */
record Timing(
        String contender,
        int dofs,
        long nnz,
        double setupS,
        double solveS,
        int iterations,
        double relativeResidual,
        double bytesPerDof,
        String blas) {

    /** Missing keys become NaN. */
    static Timing of(Contender.Reading reading, JsonNode line) {
        return new Timing(
                reading.name(),
                line.path("dofs").asInt(),
                line.path("nnz").asLong(),
                line.path(reading.setupKey()).asDouble(Double.NaN),
                line.path(reading.solveKey()).asDouble(Double.NaN),
                line.path("iterations").asInt(),
                line.path("rel_residual").asDouble(Double.NaN),
                line.path("bytes_per_dof").asDouble(Double.NaN),
                line.path("blas").asText(""));
    }

    double totalS() {
        return setupS + solveS;
    }

    /** Medians of seconds and memory over rounds of the same contender and system. */
    static Timing median(List<Timing> rounds) {
        Timing first = rounds.get(0);
        return new Timing(
                first.contender,
                first.dofs,
                first.nnz,
                median(rounds, Timing::setupS),
                median(rounds, Timing::solveS),
                first.iterations,
                first.relativeResidual,
                median(rounds, Timing::bytesPerDof),
                first.blas);
    }

    private static double median(List<Timing> rounds, ToDoubleFunction<Timing> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
    }
}
