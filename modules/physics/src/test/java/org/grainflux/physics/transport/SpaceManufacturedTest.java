package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.multigrid.MultigridSolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A wave oblique to x and y over three rows of grains with unlike, anisotropic conductivities, which jumps at the level
 * boundaries between them: a known harmonic field, given at the electrodes, on a bent mesh.
 *
 * <pre>φ = (A cosh κz + B/κ sinh κz) cos(k·x) + C + D z in each row, κ² σ_zz = k·σ k</pre>
 */
class SpaceManufacturedTest {
    private static final double WIDTH = 1.6;
    private static final double ROW = 0.4;
    private static final int ROWS = 3;
    private static final double[] SIZE = {WIDTH, WIDTH, ROWS * ROW};
    private static final double K = 2 * Math.PI / WIDTH;
    private static final double[][] ROW_TENSORS = {
        {1, 0.3, 0, 0.3, 2, 0, 0, 0, 3}, {0.5, 0, 0, 0, 0.5, 0, 0, 0, 1.5}, {2, -0.4, 0, -0.4, 1, 0, 0, 0, 2}
    };

    private record Row(double kappa, double a, double b, double c, double d) {
        double value(double[] p, double z) {
            double wave = a * Math.cosh(kappa * z) + b / kappa * Math.sinh(kappa * z);
            return wave * Math.cos(K * (p[0] + p[1])) + c + d * z;
        }

        /** Amplitude of the wave's ∂/∂z. */
        double slope(double z) {
            return a * kappa * Math.sinh(kappa * z) + b * Math.cosh(kappa * z);
        }

        double[] gradient(double[] p, double z) {
            double wave = a * Math.cosh(kappa * z) + b / kappa * Math.sinh(kappa * z);
            double lateral = -K * wave * Math.sin(K * (p[0] + p[1]));
            return new double[] {lateral, lateral, slope(z) * Math.cos(K * (p[0] + p[1])) + d};
        }
    }

    /** Row by row upwards: the current goes on, the potential falls by R times the current. */
    private static Row[] exact(double resistance) {
        Row[] rows = new Row[ROWS];
        double a = 1;
        double b = -1.5;
        double c = 2;
        double d = -0.8;
        for (int r = 0; r < ROWS; r++) {
            double[] s = ROW_TENSORS[r];
            Row row = new Row(K * Math.sqrt((s[0] + 2 * s[1] + s[4]) / s[8]), a, b, c, d);
            rows[r] = row;
            double wave = a * Math.cosh(row.kappa * ROW) + b / row.kappa * Math.sinh(row.kappa * ROW);
            double waveFlux = s[8] * row.slope(ROW);
            double meanFlux = s[8] * d;
            a = wave + resistance * waveFlux;
            c = c + d * ROW + resistance * meanFlux;
            if (r + 1 < ROWS) {
                b = waveFlux / ROW_TENSORS[r + 1][8];
                d = meanFlux / ROW_TENSORS[r + 1][8];
            }
        }
        return rows;
    }

    private static SimplexMesh mesh(int cellsPerRow) {
        int lines = 4 * cellsPerRow;
        int[] halves = new int[lines];
        Arrays.setAll(halves, k -> 2 * k / lines);
        int[] rows = new int[ROWS * cellsPerRow];
        Arrays.setAll(rows, k -> k / cellsPerRow);
        SimplexMesh plane = BlockMesh.of(
                BlockMesh.lines(WIDTH, lines), halves, BlockMesh.lines(ROWS * ROW, rows.length), rows, true, p -> p);
        return ExtrudedMesh.of(plane, BlockMesh.lines(WIDTH, lines), halves, p -> new double[] {
            p[0] + 0.03 * Math.sin(K * (p[0] + 2 * p[1])),
            p[1] + 0.03 * Math.sin(K * p[1]),
            // Level at the boundaries.
            p[2] + 0.02 * Math.sin(K * (p[0] - p[1])) * Math.sin(Math.PI * p[2] / ROW)
        });
    }

    private record Errors(double h1, double l2, double current) {}

    /** From a nearly perfect to a resistive boundary; upright joints within the rows conduct perfectly. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 20})
    void convergesWithTheTextbookOrder(double resistance) {
        Errors coarse = errors(4, resistance);
        Errors fine = errors(8, resistance);
        assertThat(rate(coarse.h1, fine.h1)).isBetween(0.95, 1.1);
        assertThat(rate(coarse.l2, fine.l2)).isBetween(1.9, 2.2);
        assertThat(rate(coarse.current, fine.current)).isGreaterThan(1.9);
    }

    private static double rate(double coarse, double fine) {
        return Math.log(coarse / fine) / Math.log(2);
    }

    private static Errors errors(int cellsPerRow, double resistance) {
        Row[] rows = exact(resistance);
        SimplexMesh mesh = mesh(cellsPerRow);
        double[][] tensors = new double[4 * ROWS][];
        // Regions of a slab are numbered by row, then column.
        Arrays.setAll(tensors, region -> ROW_TENSORS[region % (2 * ROWS) / 2]);
        double joint = 1e-6;
        AssembledPolycrystal polycrystal =
                AssembledPolycrystal.of(mesh, SIZE, tensors, new double[] {resistance, resistance, joint, joint}, null);
        CellSolution.Electrode[] given = new CellSolution.Electrode[2];
        for (int e = 0; e < 2; e++) {
            ElectrodeSurface surface = ElectrodeSurface.of(mesh, e, SIZE);
            Row row = rows[e * (ROWS - 1)];
            double z = e * ROW;
            double[] potentials = new double[surface.nodeCount()];
            Arrays.setAll(potentials, i -> row.value(point(mesh, surface.meshNode(i)), z));
            given[e] = new CellSolution.Electrode(0, null, null, Optional.empty(), potentials);
        }
        double[] u = new IterativeCellSolver(polycrystal, MultigridSolver::of, 1e-11)
                .nodePotentialsV(new CellSolution(0, given[0], given[1]));
        double[] norms = norms(mesh, u, rows);
        return new Errors(norms[0], norms[1], currentError(polycrystal, mesh, u, rows[0]));
    }

    /** Of the wave's share of the reactions at the lower electrode. */
    private static double currentError(AssembledPolycrystal polycrystal, SimplexMesh mesh, double[] u, Row row) {
        ElectrodeSurface surface = ElectrodeSurface.of(mesh, 0, SIZE);
        int[] nodes = new int[surface.nodeCount()];
        Arrays.setAll(nodes, surface::meshNode);
        double[] reactions = polycrystal.operator().reactions(nodes, u);
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            double[] p = point(mesh, nodes[i]);
            sum += reactions[i] * Math.cos(K * (p[0] + p[1]));
        }
        return Math.abs(sum + ROW_TENSORS[0][8] * row.slope(0) * WIDTH * WIDTH / 2);
    }

    private static double[] point(SimplexMesh mesh, int node) {
        return new double[] {mesh.coordinateM(node, 0), mesh.coordinateM(node, 1), mesh.coordinateM(node, 2)};
    }

    /** Seminorm of H1 and norm of L2 of the error, by the rule of degree two with four points. */
    private static double[] norms(SimplexMesh mesh, double[] u, Row[] rows) {
        double near = (5 + 3 * Math.sqrt(5)) / 20;
        double far = (1 - near) / 3;
        double h1 = 0;
        double l2 = 0;
        for (int e = 0; e < mesh.elementCount(); e++) {
            int r = mesh.elementRegion(e) % (2 * ROWS) / 2;
            LinearElement element = LinearElement.of(mesh, e, u);
            for (int q = 0; q < 4; q++) {
                double[] p = new double[3];
                double approximate = 0;
                for (int c = 0; c < 4; c++) {
                    double weight = c == q ? near : far;
                    int node = mesh.elementNode(e, c);
                    approximate += weight * u[node];
                    for (int axis = 0; axis < 3; axis++) {
                        p[axis] += weight * mesh.coordinateM(node, axis);
                    }
                }
                double z = p[2] - r * ROW;
                double difference = approximate - rows[r].value(p, z);
                l2 += element.volumeM3() / 4 * difference * difference;
                double[] gradient = rows[r].gradient(p, z);
                for (int axis = 0; axis < 3; axis++) {
                    h1 += element.volumeM3() / 4 * Math.pow(element.gradient()[axis] - gradient[axis], 2);
                }
            }
        }
        return new double[] {Math.sqrt(h1), Math.sqrt(l2)};
    }
}
