package org.grainflux.fem.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BorderConductanceTest {

    /** ∫ h (u₀ − u) with u = x and u₀ = 0 over patches that end anywhere, against the integral by hand. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void patchesAreIntegratedExactlyAndPeriodically(long seed) {
        RandomGenerator random = RandomStreams.stream(seed, "patches", 0);
        int patches = 1 + random.nextInt(9);
        double shift = 4 * random.nextDouble() - 2;
        double[] breaks = new double[patches + 1];
        for (int k = 1; k <= patches; k++) {
            breaks[k] = breaks[k - 1] + 0.05 + random.nextDouble();
        }
        double scale = 2 / breaks[patches];
        double[] h = new double[patches];
        for (int k = 0; k <= patches; k++) {
            breaks[k] = shift + scale * breaks[k];
        }
        Arrays.setAll(h, k -> k == 0 ? 0 : random.nextDouble());
        SimplexMesh mesh = StructuredMesh.of(new int[] {5, 2}, StructuredMesh.box(2, 1), c -> 0);
        double[] x = new double[mesh.nodeCount()];
        Arrays.setAll(x, v -> mesh.coordinateM(v, 0));
        BorderConductance profile = BorderConductance.piecewise(breaks, h);

        double inflow = new BorderAssembler(mesh).inflow(3, profile, 0, x);

        double expected = 0;
        for (int image = -2; image <= 2; image++) {
            for (int k = 0; k < patches; k++) {
                double from = Math.max(0, breaks[k] + 2.0 * image);
                double to = Math.min(2, breaks[k + 1] + 2.0 * image);
                expected -= to > from ? h[k] * (to * to - from * from) / 2 : 0;
            }
        }
        assertThat(inflow).isCloseTo(expected, within(1e-13));
    }

    @Test
    void patchesOnASideAcrossTheirAxisHaveOneValue() {
        SimplexMesh mesh = StructuredMesh.of(new int[] {2, 3}, StructuredMesh.box(1, 6), c -> 0);
        BorderConductance profile = BorderConductance.piecewise(new double[] {-1, 0.5, 2}, new double[] {3, 5});
        double[] ones = new double[mesh.nodeCount()];
        Arrays.fill(ones, 1);
        assertThat(new BorderAssembler(mesh).inflow(0, profile, 2, ones)).isCloseTo(3 * 6, within(1e-13));
        assertThat(new BorderAssembler(mesh).inflow(1, profile, 2, ones)).isCloseTo(5 * 6, within(1e-13));
    }

    /** The rule is exact for a constant, and for a linear function against a constant field. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void samplingIsExactForLinearFunctionsInSpace(int subdivisions) {
        SimplexMesh mesh = StructuredMesh.of(new int[] {2, 2, 2}, StructuredMesh.box(2, 3, 1), c -> 0);
        BorderConductance profile = BorderConductance.sampled(p -> 1 + p[0] + 2 * p[1], subdivisions);
        double[] zero = new double[mesh.nodeCount()];
        double inflow = new BorderAssembler(mesh).inflow(5, profile, 1, zero);
        assertThat(inflow).isCloseTo(6 * (1 + 1 + 3), within(1e-12));
    }

    @Test
    void samplingConvergesForAJumpAndAgreesWithExactPatches() {
        SimplexMesh mesh = StructuredMesh.of(new int[] {3, 1}, StructuredMesh.box(2, 1), c -> 0);
        double[] x = new double[mesh.nodeCount()];
        Arrays.setAll(x, v -> mesh.coordinateM(v, 0));
        BorderAssembler border = new BorderAssembler(mesh);
        double exact =
                border.inflow(2, BorderConductance.piecewise(new double[] {0, 0.77, 2}, new double[] {4, 1}), 3, x);
        double sampled = border.inflow(2, BorderConductance.sampled(p -> p[0] < 0.77 ? 4 : 1, 1000), 3, x);
        // One part of 2/3000 m may take the wrong value: 3 · 2.2 · 2/3000 at most.
        assertThat(sampled).isCloseTo(exact, within(0.0045));
        assertThat(exact)
                .isCloseTo(4 * (3 * 0.77 - 0.77 * 0.77 / 2) + (3 * 1.23 - (4 - 0.77 * 0.77) / 2), within(1e-13));
    }

    @Test
    void refusesNegativeConductance() {
        assertThatThrownBy(() -> BorderConductance.uniform(-1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> BorderConductance.piecewise(new double[] {0, 1}, new double[] {Double.NaN}))
                .isInstanceOf(InvalidInputException.class);
    }
}
