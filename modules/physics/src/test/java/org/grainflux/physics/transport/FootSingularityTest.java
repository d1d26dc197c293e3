package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.TreeSet;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two grains with sheared boundaries under perfect contact: j ~ r^(π/(2θ) − 1) on the obtuse side of a foot. */
class FootSingularityTest {
    private static final double WIDTH = 20e-6;
    private static final double HEIGHT = 10e-6;
    /** Smallest cell, far below the range of the fit, which lies far below ℓ_K = σR = 0.5 mm and the cell. */
    private static final double FINEST = 1e-13;

    private static double[] graded(double length, boolean bothEnds) {
        TreeSet<Double> lines = new TreeSet<>();
        double half = bothEnds ? 0.5 * length : length;
        for (double step = FINEST, x = 0; x < half; x += step, step *= 1.15) {
            lines.add(x);
            if (bothEnds) {
                lines.add(length - x);
            }
        }
        lines.add(half);
        lines.add(length);
        return lines.stream().mapToDouble(v -> v).toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {100, 117.13, 135, 150})
    void densityFollowsThePowerOfTheObtuseAngle(double angleDegrees) {
        double[] half = graded(0.5 * WIDTH, true);
        int n = half.length - 1;
        double[] x = new double[2 * n + 1];
        int[] columns = new int[2 * n];
        for (int k = 0; k < 2 * n; k++) {
            x[k] = k < n ? half[k] : 0.5 * WIDTH + half[k - n];
            columns[k] = k / n;
        }
        x[2 * n] = WIDTH;
        double[] y = graded(HEIGHT, false);
        double shear = -1 / Math.tan(Math.toRadians(angleDegrees));
        // Boundaries lean to the left going up, so the grain to the right of a foot has the obtuse angle.
        SimplexMesh mesh =
                BlockMesh.of(x, columns, y, new int[y.length - 1], true, p -> new double[] {p[0] - shear * p[1], p[1]});
        CondensedPolycrystal cell = CondensedPolycrystal.of(
                mesh, new double[] {WIDTH, HEIGHT}, BlockMesh.isotropic(2, 0.05), new double[] {1e-2}, null);
        TraceCurrent current = (TraceCurrent) new InterfaceSolver(cell)
                .solve(CellDesign.symmetric(ElectrodeContact.perfect()))
                .lower()
                .lithiumInterface();
        SimpleRegression fit = new SimpleRegression();
        for (int k = 0; k < current.cellCount(); k++) {
            double r = 0.5 * (current.cellStartM(k) + current.cellEndM(k));
            if (r > 1e-11 && r < 1e-8) {
                fit.addData(Math.log(r), Math.log(current.cellDensityAPerM2(k)));
            }
        }
        double theta = Math.toRadians(angleDegrees);
        assertThat(fit.getN()).isGreaterThan(30);
        assertThat(fit.getSlope()).isCloseTo(Math.PI / (2 * theta) - 1, within(0.01));
    }
}
