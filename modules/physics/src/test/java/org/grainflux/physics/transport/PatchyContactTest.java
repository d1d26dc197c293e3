package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.TreeSet;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.physics.contact.Constriction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchyContactTest {
    private static final double PERIOD = 10e-6;
    private static final double HEIGHT = 40e-6;
    private static final double SIGMA = 0.05;
    /** Joins the two columns without a resistance that counts: a period of slab has 2e-4 Ω m². */
    private static final double JOINT_OHM_M2 = 1e-12;

    /** Two periods, so that spots also begin inside; lines graded to the ends of all spots and to the electrode. */
    private static InterfaceSolver slab(double fraction) {
        TreeSet<Double> lines = new TreeSet<>();
        double[] ends = {0, fraction * PERIOD, PERIOD, (1 + fraction) * PERIOD, 2 * PERIOD};
        for (int k = 0; k + 1 < ends.length; k++) {
            for (double step = 5e-9, x = 0; x < 0.5 * (ends[k + 1] - ends[k]); x += step, step *= 1.2) {
                lines.add(ends[k] + x);
                lines.add(ends[k + 1] - x);
            }
        }
        TreeSet<Double> heights = new TreeSet<>();
        for (double step = 5e-9, y = 0; y < HEIGHT; y += step, step *= 1.2) {
            heights.add(y);
        }
        heights.add(HEIGHT);
        double[] x = lines.stream().mapToDouble(v -> v).toArray();
        int[] columns = new int[x.length - 1];
        for (int k = 0; k < columns.length; k++) {
            columns[k] = x[k] < PERIOD ? 0 : 1;
        }
        double[] y = heights.stream().mapToDouble(v -> v).toArray();
        SimplexMesh mesh = BlockMesh.of(x, columns, y, new int[y.length - 1], true, p -> p);
        return new InterfaceSolver(CondensedPolycrystal.of(
                mesh,
                new double[] {2 * PERIOD, HEIGHT},
                BlockMesh.isotropic(2, SIGMA),
                new double[] {JOINT_OHM_M2},
                null));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 0.5, 0.8})
    void perfectStripsConstrictAsTheFormulaSays(double fraction) {
        CellSolution solution = slab(fraction)
                .solve(new CellDesign(PatchyContact.strips(fraction, PERIOD, 0), ElectrodeContact.perfect()));
        double constriction = solution.areaSpecificResistanceOhmM2() - HEIGHT / SIGMA;
        assertThat(constriction / Constriction.stripsOhmM2(SIGMA, PERIOD, fraction))
                .isCloseTo(1, within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 1e-2, 1.02", "0.3, 1e-7, 1.02", "0.3, 1e-5, 1.06", "0.5, 1e-3, 1.02"})
    void chargeTransferAddsOverTheContactFraction(double fraction, double chargeTransferOhmM2, double most) {
        CellSolution solution = slab(fraction)
                .solve(new CellDesign(
                        PatchyContact.strips(fraction, PERIOD, chargeTransferOhmM2), ElectrodeContact.perfect()));
        double interfacial = solution.areaSpecificResistanceOhmM2() - HEIGHT / SIGMA;
        double expected = Constriction.stripsOhmM2(SIGMA, PERIOD, fraction) + chargeTransferOhmM2 / fraction;
        // The sum is a lower bound (Rayleigh): it lets the current choose its path anew for each part. Where both are
        // of
        // one size (1e-5) the truth lies 5 % above.
        assertThat(interfacial / expected).isBetween(0.995, most);
    }

    @Test
    void aPeriodMustFitTheCell() {
        InterfaceSolver slab = slab(0.5);
        assertThatThrownBy(() ->
                        slab.solve(new CellDesign(PatchyContact.strips(0.5, 7e-6, 1e-3), ElectrodeContact.perfect())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("whole number of times");
    }
}
