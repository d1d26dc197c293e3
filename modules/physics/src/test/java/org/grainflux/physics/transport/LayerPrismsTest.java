package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A layer under a plane wave of potential, oblique to the mesh, against the exact operator: at depth z the current towards
 * lithium has the amplitude σk cosh(k(t − z))/sinh(kt).
 */
class LayerPrismsTest {
    private static final double WIDTH = 20e-6;
    private static final double SIGMA = 0.01;

    private static ElectrodeSurface surface(int lines) {
        int[] columns = new int[lines];
        Arrays.setAll(columns, k -> 4 * k / lines);
        SimplexMesh plane = BlockMesh.of(
                BlockMesh.lines(WIDTH, lines), columns, BlockMesh.lines(1e-6, 1), new int[1], true, p -> p);
        SimplexMesh mesh = ExtrudedMesh.of(plane, BlockMesh.lines(WIDTH, lines), columns, p -> p);
        return ElectrodeSurface.of(mesh, 0, new double[] {WIDTH, WIDTH, 1e-6});
    }

    /** Largest difference to the exact current over all points and planes, over the amplitude at the electrolyte. */
    private static double error(int lines, double thicknessM) {
        ElectrodeSurface surface = surface(lines);
        LayerPrisms prisms = new LayerPrisms(surface, thicknessM);
        double kx = 2 * Math.PI / WIDTH;
        double k = Math.hypot(kx, kx);
        double[] wave = new double[surface.pointCount()];
        for (int t = 0; t < surface.triangleCount(); t++) {
            for (int c = 0; c < 3; c++) {
                wave[surface.point(t, c)] = Math.cos(kx * (surface.cornerM(t, c, 0) + surface.cornerM(t, c, 1)));
            }
        }
        double[] potentials = new double[prisms.nodeCount()];
        int[] unknowns = new int[prisms.nodeCount()];
        int count = 0;
        for (int p = 0; p < wave.length; p++) {
            potentials[prisms.node(p, 0)] = wave[p];
            for (int plane = 0; plane < prisms.planeCount(); plane++) {
                boolean inside = plane > 0 && plane + 1 < prisms.planeCount();
                unknowns[prisms.node(p, plane)] = inside ? count++ : CellSystem.FIXED;
            }
        }
        CellSystem system = new CellSystem(count);
        system.add(prisms.matrix(SIGMA), unknowns, potentials);
        double[] solution = new double[count];
        new DirectSolver(system.matrix()).solve(system.load(), solution, 1e-12);
        for (int node = 0; node < unknowns.length; node++) {
            potentials[node] = unknowns[node] == CellSystem.FIXED ? potentials[node] : solution[unknowns[node]];
        }
        double scale = SIGMA * k / Math.tanh(k * thicknessM);
        double worst = 0;
        for (int plane = 1; plane < prisms.planeCount(); plane++) {
            double[] currents = prisms.currentsTowardsLithium(plane, potentials, SIGMA);
            double amplitude =
                    SIGMA * k * Math.cosh(k * (thicknessM - prisms.depthM(plane))) / Math.sinh(k * thicknessM);
            assertThat(Arrays.stream(currents).sum()).isCloseTo(0, within(1e-9 * scale * WIDTH * WIDTH));
            for (int p = 0; p < wave.length; p++) {
                double density = currents[p] / surface.pointAreaM2(p);
                worst = Math.max(worst, Math.abs(density - amplitude * wave[p]) / scale);
            }
        }
        return worst;
    }

    /** 24 lines per wave leave 0.6 %; what falls slower there is the error of the growing spacing in depth. */
    @ParameterizedTest
    @CsvSource({"1e-6", "3e-6", "10e-6"})
    void currentsAgreeWithTheFourierOperator(double thicknessM) {
        double coarse = error(12, thicknessM);
        double fine = error(24, thicknessM);
        assertThat(fine).isLessThan(0.006);
        assertThat(fine).isLessThan(coarse);
    }
}
