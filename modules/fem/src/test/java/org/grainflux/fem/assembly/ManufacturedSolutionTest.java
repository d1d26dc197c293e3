package org.grainflux.fem.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.Residual;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.CondensedSystem;
import org.grainflux.fem.solve.EliminationPlan;
import org.grainflux.fem.solve.SparseCholesky;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A parallelogram with no side along an axis, cut by an oblique interface with a jump; a different full tensor on either
 * side; Robin on the first side, given values on the opposite one, given flux on the others.
 */
class ManufacturedSolutionTest {
    private static final double[][] TENSORS = {{1.3, 0.4, 0.4, 0.7}, {0.5, -0.2, -0.2, 1.9}};
    private static final double ROBIN = 3.7;
    private static final double[] ALONG = {1, 0.25};
    private static final double[] UP = {0.4, 1};

    private record Errors(double h1, double l2, double current) {}

    /** From a resistive to an almost perfect interface. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 2, 500})
    void convergesWithTheTextbookOrder(double conductance) {
        Errors[] errors = new Errors[5];
        for (int level = 0; level < errors.length; level++) {
            errors[level] = solve(8 << level, conductance);
        }
        Errors coarse = errors[errors.length - 2];
        Errors fine = errors[errors.length - 1];
        assertThat(rate(coarse.h1, fine.h1)).isGreaterThan(0.95).isLessThan(1.1);
        assertThat(rate(coarse.l2, fine.l2)).isGreaterThan(1.9).isLessThan(2.2);
        assertThat(rate(coarse.current, fine.current)).isGreaterThan(1.9);
        for (int level = 1; level < errors.length; level++) {
            assertThat(errors[level].h1).isLessThan(errors[level - 1].h1);
            assertThat(errors[level].l2).isLessThan(errors[level - 1].l2);
        }
    }

    private static double rate(double coarse, double fine) {
        return Math.log(coarse / fine) / Math.log(2);
    }

    private static Errors solve(int cells, double conductance) {
        double[][] map = {{ALONG[0], UP[0]}, {ALONG[1], UP[1]}};
        SimplexMesh mesh = StructuredMesh.of(new int[] {cells, cells}, map, c -> 2 * c[0] < cells ? 0 : 1);
        double upLength = Math.hypot(UP[0], UP[1]);
        double alongLength = Math.hypot(ALONG[0], ALONG[1]);
        double[] normal = {UP[1] / upLength, -UP[0] / upLength};
        double[] below = {ALONG[1] / alongLength, -ALONG[0] / alongLength};
        JumpSolution exact = new JumpSolution(TENSORS, conductance, new double[] {ALONG[0] / 2, ALONG[1] / 2}, normal);

        CsrMatrix a = DiffusionAssembler.stiffness(mesh, TENSORS, new double[] {conductance}, null);
        double[] load = new double[mesh.nodeCount()];
        SourceAssembler.addSource(load, mesh, exact::source);
        BorderAssembler border = new BorderAssembler(mesh);
        BorderConductance robin = BorderConductance.uniform(ROBIN);
        border.addRobin(a, 0, robin);
        PointField outside = p -> ROBIN * exact.value(p, 0) - exact.flux(p, 0, normal);
        border.addFlux(load, 0, outside);
        border.addFlux(load, 2, p -> exact.flux(p, sideOf(p), below));
        border.addFlux(load, 3, p -> -exact.flux(p, sideOf(p), below));
        int[] given = border.nodes(1);
        double[] values = Arrays.stream(given)
                .mapToDouble(v -> exact.value(new double[] {mesh.coordinateM(v, 0), mesh.coordinateM(v, 1)}, 1))
                .toArray();

        CondensedSystem system = SparseCholesky.condense(a, EliminationPlan.of(a.pattern(), mesh, given));
        double[] u = system.extend(values, load);

        assertThat(Residual.of(a, u, load, given).relativeToLoad()).isLessThan(1e-11);
        double[] outsideLoad = new double[load.length];
        border.addFlux(outsideLoad, 0, outside);
        double current = Arrays.stream(outsideLoad).sum() + border.inflow(0, robin, 0, u);
        return new Errors(
                h1Error(mesh, exact, u), l2Error(mesh, exact, u), Math.abs(current - exactCurrent(exact, normal)));
    }

    /** Which side of the interface a point on the lower or upper side is on; facets never straddle it. */
    private static int sideOf(double[] p) {
        double along = (p[0] * UP[1] - p[1] * UP[0]) / (ALONG[0] * UP[1] - ALONG[1] * UP[0]);
        return along < 0.5 ? 0 : 1;
    }

    /** Through the Robin side, by a fine midpoint rule (error 1e-9). */
    private static double exactCurrent(JumpSolution exact, double[] normal) {
        int n = 20_000;
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double t = (k + 0.5) / n;
            sum -= exact.flux(new double[] {t * UP[0], t * UP[1]}, 0, normal);
        }
        return sum * Math.hypot(UP[0], UP[1]) / n;
    }

    private static double l2Error(SimplexMesh mesh, JumpSolution exact, double[] u) {
        double sum = 0;
        SimplexGeometry geometry = new SimplexGeometry(2);
        for (int e = 0; e < mesh.elementCount(); e++) {
            geometry.load(mesh, e);
            for (int q = 0; q < 3; q++) {
                double[] p = new double[2];
                double approximate = 0;
                for (int c = 0; c < 3; c++) {
                    double weight = QuadratureRule.degreeTwo(3, q, c);
                    int node = mesh.elementNode(e, c);
                    p[0] += weight * mesh.coordinateM(node, 0);
                    p[1] += weight * mesh.coordinateM(node, 1);
                    approximate += weight * u[node];
                }
                double difference = approximate - exact.value(p, mesh.elementRegion(e));
                sum += geometry.measure() / 3 * difference * difference;
            }
        }
        return Math.sqrt(sum);
    }

    private static double h1Error(SimplexMesh mesh, JumpSolution exact, double[] u) {
        double sum = 0;
        SimplexGeometry geometry = new SimplexGeometry(2);
        for (int e = 0; e < mesh.elementCount(); e++) {
            geometry.load(mesh, e);
            double[] gradient = new double[2];
            for (int c = 0; c < 3; c++) {
                gradient[0] += geometry.gradient(c, 0) * u[mesh.elementNode(e, c)];
                gradient[1] += geometry.gradient(c, 1) * u[mesh.elementNode(e, c)];
            }
            for (int q = 0; q < 3; q++) {
                double[] p = new double[2];
                for (int c = 0; c < 3; c++) {
                    double weight = QuadratureRule.degreeTwo(3, q, c);
                    p[0] += weight * mesh.coordinateM(mesh.elementNode(e, c), 0);
                    p[1] += weight * mesh.coordinateM(mesh.elementNode(e, c), 1);
                }
                double[] expected = exact.gradient(p, mesh.elementRegion(e));
                double dx = gradient[0] - expected[0];
                double dy = gradient[1] - expected[1];
                sum += geometry.measure() / 3 * (dx * dx + dy * dy);
            }
        }
        return Math.sqrt(sum);
    }
}
