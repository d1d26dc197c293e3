package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A zigzag boundary as a surface of zero thickness against the same boundary as a layer of 5 nm with elements of its own.
 * Slope 1 and period 5 µm, so the current must choose between crossing obliquely and bending.
 */
class ResolvedBoundaryTest {
    private static final double WIDTH = 10e-6;
    private static final double HEIGHT = 10e-6;
    private static final double SIGMA = 0.05;
    private static final double DELTA = 5e-9;
    private static final double SLOPE = 1;

    /** Joins the layer to its grains: 1e-8 of the boundary's own resistance. */
    private static final double JOINT_OHM_M2 = 1e-12;

    private static double[] map(double[] p) {
        double phase = p[0] / (0.5 * WIDTH);
        double triangle = 0.25 * WIDTH * (0.5 - Math.abs(phase - Math.floor(phase) - 0.5)) * 2;
        double fade = Math.min(1, Math.min(p[1], HEIGHT - p[1]) / (0.25 * HEIGHT));
        return new double[] {p[0], p[1] + SLOPE * (triangle - 0.125 * WIDTH) * fade};
    }

    /** The boundary lies at mid-height; {@code thickness} &gt; 0 gives it two rows of elements. */
    private static SimplexMesh mesh(double thickness) {
        List<Double> y = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        int n = 40;
        double lower = 0.5 * (HEIGHT - thickness);
        for (int k = 0; k < n; k++) {
            // Finer towards the boundary, where the current bends.
            double t = (double) k / n;
            y.add(lower * (1 - (1 - t) * (1 - t)));
            rows.add(0);
        }
        int upperRow = 1;
        if (thickness > 0) {
            y.add(lower);
            y.add(lower + 0.5 * thickness);
            rows.add(1);
            rows.add(1);
            upperRow = 2;
        }
        for (int k = 0; k < n; k++) {
            double t = (double) k / n;
            y.add(lower + thickness + lower * t * t);
            rows.add(upperRow);
        }
        y.add(HEIGHT);
        double[] x = BlockMesh.lines(WIDTH, 80);
        return BlockMesh.of(
                x,
                new int[80],
                y.stream().mapToDouble(v -> v).toArray(),
                rows.stream().mapToInt(v -> v).toArray(),
                false,
                ResolvedBoundaryTest::map);
    }

    @ParameterizedTest
    @CsvSource({"1e-2", "1e-3", "1e-4"})
    void zeroThicknessAgreesWithAResolvedLayer(double contrast) {
        double resistance = DELTA / (contrast * SIGMA);
        double thin = CondensedPolycrystal.of(
                        mesh(0),
                        new double[] {WIDTH, HEIGHT},
                        BlockMesh.isotropic(2, SIGMA),
                        new double[] {resistance, 1},
                        null)
                .effectiveConductivitySPerM();
        double[][] tensors = BlockMesh.isotropic(3, SIGMA);
        tensors[1] = BlockMesh.isotropic(1, contrast * SIGMA)[0];
        // The vertical extent of a layer of normal thickness δ on a slope.
        double vertical = DELTA * Math.sqrt(1 + SLOPE * SLOPE);
        double resolved = CondensedPolycrystal.of(
                        mesh(vertical),
                        new double[] {WIDTH, HEIGHT},
                        tensors,
                        new double[] {JOINT_OHM_M2, JOINT_OHM_M2, 1},
                        null)
                .effectiveConductivitySPerM();
        assertThat(thin / resolved).isCloseTo(1, within(1e-3));
        // The layer matters: without it the cell would conduct as its grains.
        assertThat(thin).isLessThan(0.995 * SIGMA);
    }
}
