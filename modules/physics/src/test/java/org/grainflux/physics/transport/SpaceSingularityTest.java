package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.TreeSet;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Boundaries that lean over the electrode and whose traces run oblique to x and y, under perfect contact: the density
 * follows j ~ r^(π/(2θ) − 1) with the dihedral angle θ and the distance r from the trace, as in the plane, not with the
 * angle that a cut along x shows.
 */
class SpaceSingularityTest {
    private static final double WIDTH = 20e-6;
    private static final double HEIGHT = 10e-6;
    private static final double FINEST = 2e-11;
    private static final double GROWTH = 1.35;
    /** The traces advance by half a metre along x per metre along y. */
    private static final double TRACE_SLOPE = 0.5;

    private static double[] graded(double length, boolean bothEnds) {
        TreeSet<Double> lines = new TreeSet<>();
        double half = bothEnds ? 0.5 * length : length;
        for (double step = FINEST, x = 0; x < half; x += step, step *= GROWTH) {
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
    @ValueSource(doubles = {117.13, 135})
    void densityFollowsThePowerOfTheDihedralAngle(double angleDegrees) {
        double[] half = graded(0.5 * WIDTH, true);
        int n = half.length - 1;
        double[] x = new double[2 * n + 1];
        int[] columns = new int[2 * n];
        for (int k = 0; k < 2 * n; k++) {
            x[k] = k < n ? half[k] : 0.5 * WIDTH + half[k - n];
            columns[k] = k / n;
        }
        x[2 * n] = WIDTH;
        double[] z = graded(HEIGHT, false);
        SimplexMesh plane = BlockMesh.of(x, columns, z, new int[z.length - 1], true, p -> p);
        double across = Math.sqrt(1 + TRACE_SLOPE * TRACE_SLOPE);
        double shear = -across / Math.tan(Math.toRadians(angleDegrees));
        double[] y = BlockMesh.lines(WIDTH / TRACE_SLOPE, 2);
        // Boundaries lean to the left going up, so the grain to the right of a trace has the obtuse angle.
        SimplexMesh mesh = ExtrudedMesh.of(plane, y, new int[] {0, 1}, p ->
                new double[] {p[0] - shear * p[2] + TRACE_SLOPE * p[1], p[1], p[2]});
        double[][] tensors = new double[4][];
        Arrays.fill(tensors, new double[] {0.05, 0, 0, 0, 0.05, 0, 0, 0, 0.05});
        // The joints of the slabs across y are no boundaries: 1e-6 of a grain's resistance.
        IterativeCellSolver cell = new IterativeCellSolver(
                AssembledPolycrystal.of(
                        mesh, new double[] {WIDTH, y[2], HEIGHT}, tensors, new double[] {1e-2, 1e-10}, null),
                DirectSolver::new,
                1e-10);
        SurfaceCurrent current = (SurfaceCurrent) cell.solve(CellDesign.symmetric(ElectrodeContact.perfect()))
                .lower()
                .lithiumInterface();
        ElectrodeSurface surface = ElectrodeSurface.of(mesh, 0, new double[] {WIDTH, y[2], HEIGHT});
        SimpleRegression fit = new SimpleRegression();
        for (int t = 0; t < surface.triangleCount(); t++) {
            for (int c = 0; c < 3 && surface.grain(t) % 2 == 0; c++) {
                double r = (surface.cornerM(t, c, 0) - TRACE_SLOPE * surface.cornerM(t, c, 1)) / across;
                if (r > 1e-9 && r < 1e-7) {
                    fit.addData(Math.log(r), Math.log(current.densityAPerM2(t, c)));
                }
            }
        }
        double theta = Math.toRadians(angleDegrees);
        assertThat(fit.getN()).isGreaterThan(30);
        assertThat(fit.getSlope()).isCloseTo(Math.PI / (2 * theta) - 1, within(0.01));
    }
}
