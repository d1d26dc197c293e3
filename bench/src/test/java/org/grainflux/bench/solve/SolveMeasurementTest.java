package org.grainflux.bench.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.solve.LinearSolver;
import org.grainflux.fem.solve.SolveReport;
import org.junit.jupiter.api.Test;

class SolveMeasurementTest {
    private static final List<String> KEYS = List.of(
            "dofs",
            "nnz",
            "method",
            "setup_s",
            "solve_s",
            "iterations",
            "rel_residual",
            "bytes_per_dof",
            "cold_setup_s",
            "cold_solve_s",
            "setup_wall_s",
            "solve_wall_s");

    /** Claims little, holds much, and answers with x = b / 2 whatever the matrix is. */
    private static final class Halving implements LinearSolver {
        static final int HELD_BYTES = 32 << 20;
        private final byte[] held = new byte[HELD_BYTES];
        private final List<Double> guesses;

        Halving(List<Double> guesses) {
            this.guesses = guesses;
        }

        @Override
        public SolveReport solve(double[] load, double[] solution, double relativeTolerance) {
            guesses.add(Arrays.stream(solution).sum());
            Arrays.setAll(solution, i -> load[i] / 2 + held[i]);
            return new SolveReport(7, 0);
        }

        @Override
        public String method() {
            return "halving";
        }

        @Override
        public long storedBytes() {
            return 8;
        }
    }

    @Test
    void figuresAreMeasuredNotBelieved() throws IOException {
        CsrMatrix matrix = CsrMatrix.ofDense(new DMatrixRMaj(new double[][] {{2, 0}, {0, 2.2}}));
        List<Double> guesses = new ArrayList<>();
        SolveMeasurement measured =
                SolveMeasurement.of(new LinearSystem(matrix, new double[] {3, 4}), () -> new Halving(guesses));

        // The second row is left with 4 − 2.2 · 2 = −0.4, relative to |b| = 5.
        assertThat(measured.relativeResidual()).isCloseTo(0.08, within(1e-15));
        // What the heap holds counts, not what the solver says; collectors round large arrays up to whole regions.
        assertThat(measured.bytesPerDof()).isBetween(Halving.HELD_BYTES / 2.0, 1.25 * Halving.HELD_BYTES / 2);
        assertThat(guesses).as("both solves start from zero").containsExactly(0.0, 0.0);

        JsonNode line = new ObjectMapper().readTree(measured.json());
        assertThat(line.fieldNames()).toIterable().containsExactlyElementsOf(KEYS);
        assertThat(line.path("iterations").asInt()).isEqualTo(7);
        assertThat(line.path("method").asText()).isEqualTo("halving");
    }
}
