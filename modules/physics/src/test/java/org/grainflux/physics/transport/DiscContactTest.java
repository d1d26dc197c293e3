package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.TreeSet;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.multigrid.MultigridSolver;
import org.grainflux.physics.contact.Constriction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One disc of contact per period of a homogeneous slab, against formulas for the constriction of its current. */
class DiscContactTest {
    private static final double PERIOD = 10e-6;
    private static final double HEIGHT = 12e-6;
    private static final double SIGMA = 0.05;
    /** Between the quarters of the cell, whose joints are planes of symmetry: no current crosses them. */
    private static final double JOINT_OHM_M2 = 1e-6;

    private static final double[] SIZE = {PERIOD, PERIOD, HEIGHT};

    /** Lines of a period, the disc's centre in its middle, close to each other around the rim where it meets the axes. */
    private static double[] lines(double radiusM, double finestM) {
        TreeSet<Double> lines = new TreeSet<>();
        double middle = 0.5 * PERIOD;
        for (double step = finestM, r = radiusM; r > 0; r -= step, step = Math.min(1.1 * step, radiusM / 8)) {
            lines.add(r);
        }
        for (double step = finestM, r = radiusM; r < middle; r += step, step = Math.min(1.3 * step, PERIOD / 8)) {
            lines.add(r);
        }
        lines.add(0.0);
        lines.add(middle);
        return lines.stream()
                .flatMap(r -> java.util.stream.Stream.of(middle - r, middle + r))
                .distinct()
                .sorted()
                .mapToDouble(v -> v)
                .toArray();
    }

    private static IterativeCellSolver slab(double radiusM, double finestM) {
        double[] x = lines(radiusM, finestM);
        int[] halves = new int[x.length - 1];
        Arrays.setAll(halves, k -> x[k] + x[k + 1] < PERIOD ? 0 : 1);
        TreeSet<Double> heights = new TreeSet<>();
        for (double step = finestM, z = 0; z < HEIGHT; z += step, step = Math.min(1.3 * step, HEIGHT / 8)) {
            heights.add(z);
        }
        heights.add(HEIGHT);
        double[] z = heights.stream().mapToDouble(v -> v).toArray();
        SimplexMesh plane = BlockMesh.of(x, halves, z, new int[z.length - 1], true, p -> p);
        SimplexMesh mesh = ExtrudedMesh.of(plane, x, halves, DiscContactTest::rounded);
        double[][] tensors = new double[4][];
        Arrays.fill(tensors, new double[] {SIGMA, 0, 0, 0, SIGMA, 0, 0, 0, SIGMA});
        return new IterativeCellSolver(
                AssembledPolycrystal.of(mesh, SIZE, tensors, new double[] {JOINT_OHM_M2, JOINT_OHM_M2}, null),
                MultigridSolver::of,
                1e-10);
    }

    /** Squares about the middle become circles towards it and stay squares at the sides. */
    private static double[] rounded(double[] p) {
        double dx = p[0] - 0.5 * PERIOD;
        double dy = p[1] - 0.5 * PERIOD;
        double square = Math.max(Math.abs(dx), Math.abs(dy));
        double circle = Math.hypot(dx, dy);
        double beyond = Math.max(0, square / (0.25 * PERIOD) - 1);
        double factor = circle == 0 ? 1 : Math.min(1, beyond) + (1 - Math.min(1, beyond)) * square / circle;
        return new double[] {0.5 * PERIOD + factor * dx, 0.5 * PERIOD + factor * dy, p[2]};
    }

    private static double constrictionOhmM2(double radiusM, double resistanceOhmM2, double finestOverRadius) {
        CellDesign design = new CellDesign(
                new ElectrodeContact.DiscContact(PERIOD, PERIOD, radiusM, resistanceOhmM2), ElectrodeContact.perfect());
        return slab(radiusM, finestOverRadius * radiusM).solve(design).areaSpecificResistanceOhmM2() - HEIGHT / SIGMA;
    }

    /**
     * The potential goes like the square root of the distance from the rim, so the energy of linear elements converges as h
     * and two meshes give the limit: 1/(4σa) of a disc on a half-space (Holm 1967) times (1 − √f)^1.5 for the neighbours a
     * period away, an approximation good to 1 % for tubes.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2})
    void aPerfectDiscConstrictsAsTheFormulaSays(double radiusOverPeriod) {
        double radius = radiusOverPeriod * PERIOD;
        double fraction = Math.PI * radiusOverPeriod * radiusOverPeriod;
        double coarse = constrictionOhmM2(radius, 0, 0.12);
        double fine = constrictionOhmM2(radius, 0, 0.06);
        double exact = Constriction.discOhm(SIGMA, radius) * PERIOD * PERIOD * Math.pow(1 - Math.sqrt(fraction), 1.5);
        // Elements that are too large let too much current through.
        assertThat(coarse).isLessThan(fine);
        assertThat(fine).isLessThan(1.01 * exact);
        assertThat((2 * fine - coarse) / exact).isCloseTo(1, within(0.02));
        assertThat(Constriction.discInterfaceOhmM2(0, SIGMA, radius, fraction)).isCloseTo(exact, within(1e-12 * exact));
    }

    /** Where charge transfer dominates, only the area of the discs counts, and that is cut exactly out of any mesh. */
    @ParameterizedTest
    @CsvSource({"0.13, 1", "0.48, 1"})
    void chargeTransferAddsOverTheAreaOfTheDiscs(double radiusOverPeriod, double resistanceOhmM2) {
        double fraction = Math.PI * radiusOverPeriod * radiusOverPeriod;
        double interfacial = constrictionOhmM2(radiusOverPeriod * PERIOD, resistanceOhmM2, 0.12);
        // Constriction adds at most 1/(4σa) per disc: 4e-4 of the charge transfer at the smallest one.
        assertThat(interfacial * fraction / resistanceOhmM2).isBetween(1.0, 1.0005);
    }

    @Test
    void discsThatDoNotFitAreRefused() {
        IterativeCellSolver slab = slab(2e-6, 0.5e-6);
        CellDesign unfit = CellDesign.symmetric(new ElectrodeContact.DiscContact(0.7 * PERIOD, PERIOD, 1e-6, 1e-3));
        assertThatThrownBy(() -> slab.solve(unfit))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("whole number of times");
        assertThatThrownBy(() -> new ElectrodeContact.DiscContact(PERIOD, PERIOD, 6e-6, 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at most half");
    }
}
