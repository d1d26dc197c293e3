package org.grainflux.fem.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.solve.UpdatedSolver.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conductors taken out of a chain and others put in, against a factorisation of what is left. */
class UpdatedSolverTest {
    private static final int N = 60;

    /** A ring of conductors, each node leaking to earth. */
    private static CsrMatrix ring(double leak) {
        int[] starts = new int[N + 1];
        int[] members = new int[2 * N];
        for (int e = 0; e < N; e++) {
            starts[e + 1] = 2 * (e + 1);
            members[2 * e] = e;
            members[2 * e + 1] = (e + 1) % N;
        }
        CsrMatrix matrix = new CsrMatrix(CsrPattern.ofCliques(N, starts, members));
        for (int e = 0; e < N; e++) {
            join(matrix, e, 1);
            matrix.add(e, e, leak);
        }
        return matrix;
    }

    private static void join(CsrMatrix matrix, int from, double g) {
        matrix.addBlock(new int[] {from, (from + 1) % N}, new double[] {g, -g, -g, g});
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void changesAsAFreshFactorisationDoes(long seed) {
        RandomGenerator random = RandomStreams.stream(seed, "updated", 0);
        CsrMatrix matrix = ring(0.1);
        UpdatedSolver updated = new UpdatedSolver(CholeskySolver.of(matrix), N, 1e-12);
        CsrMatrix now = matrix.copy();
        double[] load = random.doubles(N).toArray();
        int[] places = IntStream.range(0, 12).map(k -> (7 * k) % N).toArray();
        for (int step = 0; step < 3; step++) {
            // Conductors change by a jump; every other one also gets a conductor to earth, by an unknown of its own.
            for (int k = 4 * step; k < 4 * step + 4; k++) {
                int from = places[k];
                int first = updated.directionCount();
                updated.extend(List.of(
                        new Direction(new int[] {from, (from + 1) % N}, new double[] {-1, 1}),
                        Direction.ofUnknown(from)));
                double g = k % 2 == 0 ? -1 : 1e3 * random.nextDouble();
                double earth = k % 2 * random.nextDouble();
                updated.change(first, first, g);
                updated.change(first + 1, first + 1, earth);
                join(now, from, g);
                now.add(from, from, earth);
            }
            double[] found = updated.solve(load);
            double[] expected = new double[N];
            CholeskySolver.of(now).solve(load, expected, 1e-12);
            double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            for (int v = 0; v < N; v++) {
                assertThat(Math.abs(found[v] - expected[v])).isLessThan(1e-11 * scale);
            }
            double[] along = updated.along(expected);
            double[] y = updated.changed(updated.along(updated.solveUnchanged(load)));
            for (int a = 0; a < along.length; a++) {
                assertThat(Math.abs(y[a] - along[a])).isLessThan(1e-11 * scale);
            }
            // A load on the directions needs no solve.
            int solves = updated.solveCount();
            double[] weights = random.doubles(updated.directionCount()).toArray();
            double[] without = updated.complianceTimes(weights);
            assertThat(updated.solveCount()).isEqualTo(solves);
            double[] of = new double[N];
            for (int a = 0; a < weights.length; a++) {
                int from = places[a / 2];
                of[from] += a % 2 == 0 ? -weights[a] : weights[a];
                of[(from + 1) % N] += a % 2 == 0 ? weights[a] : 0;
            }
            double[] direct = updated.along(updated.solveUnchanged(of));
            for (int a = 0; a < direct.length; a++) {
                assertThat(Math.abs(without[a] - direct[a])).isLessThan(1e-10);
            }
        }
        // Twelve places of two directions; per step a solve to be compared, two of its own and one for y, one for
        // `direct`.
        assertThat(updated.solveCount()).isEqualTo(24 + 3 * 4);
    }

    @Test
    void aPartThatNothingHoldsIsRefused() {
        CsrMatrix matrix = ring(0);
        matrix.add(0, 0, 1);
        UpdatedSolver updated = new UpdatedSolver(CholeskySolver.of(matrix), N, 1e-12);
        updated.extend(List.of(Direction.ofUnknown(0)));
        // The only way to earth is taken.
        updated.change(0, 0, -1);
        assertThatThrownBy(() -> updated.solve(new double[N])).isInstanceOf(NumericalFailureException.class);
    }
}
