package org.grainflux.fem.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.algebra.Residual;
import org.grainflux.fem.assembly.BorderAssembler;
import org.grainflux.fem.assembly.BorderConductance;
import org.grainflux.fem.assembly.DiffusionAssembler;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskySolverTest {

    /** Conductors between random unknowns, every unknown leaking to earth: several parts, some of one unknown only. */
    private static CsrMatrix network(int n, int edges, RandomGenerator random) {
        int[] starts = new int[edges + 1];
        int[] members = new int[2 * edges];
        for (int e = 0; e < edges; e++) {
            starts[e + 1] = 2 * (e + 1);
            members[2 * e] = random.nextInt(n);
            members[2 * e + 1] = (members[2 * e] + 1 + random.nextInt(n - 1)) % n;
        }
        CsrMatrix matrix = new CsrMatrix(CsrPattern.ofCliques(n, starts, members));
        for (int e = 0; e < edges; e++) {
            double g = Math.exp(4 * random.nextDouble() - 2);
            matrix.addBlock(new int[] {members[2 * e], members[2 * e + 1]}, new double[] {g, -g, -g, g});
        }
        for (int v = 0; v < n; v++) {
            matrix.add(v, v, 0.1 + random.nextDouble());
        }
        return matrix;
    }

    private static double[] randomLoad(int n, RandomGenerator random) {
        double[] load = new double[n];
        Arrays.setAll(load, v -> random.nextDouble() - 0.5);
        return load;
    }

    /** Grains of 8 × 8 or 4 × 4 × 4 cells that own their nodes, joined by facets; one side is held by a Robin border. */
    private static CsrMatrix polycrystal(int dimension, int cells, double contrast, double facetRatio) {
        int grain = dimension == 2 ? 8 : 4;
        int perAxis = cells / grain;
        int[] cellCounts = new int[dimension];
        Arrays.fill(cellCounts, cells);
        double[] lengths = new double[dimension];
        Arrays.fill(lengths, cells);
        SimplexMesh mesh = StructuredMesh.of(cellCounts, StructuredMesh.box(lengths), cell -> {
            int region = 0;
            for (int index : cell) {
                region = region * perAxis + index / grain;
            }
            return region;
        });
        double[][] tensors = new double[(int) Math.pow(perAxis, dimension)][dimension * dimension];
        for (int r = 0; r < tensors.length; r++) {
            for (int k = 0; k < dimension; k++) {
                tensors[r][k * dimension + k] = r % 2 == 0 ? 1 : contrast;
            }
        }
        double[] conductance = new double[mesh.interfaces().count()];
        Arrays.fill(conductance, facetRatio);
        CsrMatrix matrix = DiffusionAssembler.stiffness(mesh, tensors, conductance, null);
        new BorderAssembler(mesh).addRobin(matrix, 0, BorderConductance.uniform(1));
        return matrix;
    }

    @ParameterizedTest
    @CsvSource({"1,1,0", "2,40,20", "3,150,300", "4,300,2000"})
    void agreesWithDenseAlgebraOnSeveralParts(long seed, int n, int edges) {
        RandomGenerator random = RandomStreams.stream(seed, "network", n);
        CsrMatrix matrix = network(n, edges, random);
        double[] load = randomLoad(n, random);
        DMatrixRMaj inverse = new DMatrixRMaj(n, n);
        CommonOps_DDRM.invert(matrix.toDense(), inverse);
        DMatrixRMaj expected = new DMatrixRMaj(n, 1);
        CommonOps_DDRM.mult(inverse, DMatrixRMaj.wrap(n, 1, load), expected);

        double[] x = new double[n];
        SolveReport report = CholeskySolver.of(matrix).solve(load, x, 1e-12);

        assertThat(report.iterations()).isZero();
        for (int v = 0; v < n; v++) {
            // Condition number below 1e4.
            assertThat(x[v]).isCloseTo(expected.data[v], within(1e-11));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2,1e-6,1",
        "2,1e6,1",
        "2,1,1e-6",
        "2,1,1e6",
        "2,1e6,1e-6",
        "2,1e-6,1e6",
        "3,1e-6,1e-6",
        "3,1e6,1e6",
        "3,1,1e-6"
    })
    void solvesAnyContrastOfGrainsAndFacets(int dimension, double contrast, double facetRatio) {
        CsrMatrix matrix = polycrystal(dimension, dimension == 2 ? 64 : 12, contrast, facetRatio);
        int n = matrix.rows();
        double[] exact = new double[n];
        Arrays.setAll(exact, v -> Math.sin(0.01 * v));
        double[] load = matrix.multiply(exact);
        double[] x = new double[n];

        SolveReport report = CholeskySolver.of(matrix).solve(load, x, 1e-12);

        // The tolerance of multigrid is 1e-8; a stable factorisation leaves rounding.
        assertThat(report.relativeResidual()).isLessThan(1e-12);
        assertThat(Residual.of(matrix, x, load).backwardError()).isLessThan(1e-13);
        assertThat(report.relativeResidual())
                .isCloseTo(Residual.of(matrix, x, load).relativeToLoad(), within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 33, 50})
    void manyLoadsGiveWhatEachGivesAlone(int count) {
        RandomGenerator random = RandomStreams.stream(20, "loads", count);
        CsrMatrix matrix = network(700, 1800, random);
        CholeskySolver solver = CholeskySolver.of(matrix);
        double[][] loads = new double[count][];
        Arrays.setAll(loads, r -> randomLoad(700, random));
        loads[count - 1] = new double[700];
        double[][] together = new double[count][700];
        Arrays.fill(together[count - 1], 7);

        List<SolveReport> reports = solver.solveAll(loads, together, 1e-12);

        assertThat(reports).hasSize(count);
        double[] alone = new double[700];
        for (int r = 0; r < count; r++) {
            SolveReport single = solver.solve(loads[r], alone, 1e-12);
            for (int v = 0; v < 700; v++) {
                assertThat(together[r][v]).isCloseTo(alone[v], within(1e-13));
            }
            assertThat(reports.get(r).relativeResidual()).isCloseTo(single.relativeResidual(), within(1e-15));
        }
        assertThat(together[count - 1]).containsOnly(0);
        double[][] again = new double[count][700];
        assertThat(solver.solveAll(loads, again, 1e-12)).isEqualTo(reports);
        assertThat(again).isDeepEqualTo(together);
    }

    @Test
    void repeatsBitByBit() {
        CsrMatrix matrix = polycrystal(2, 64, 1e3, 1e-2);
        double[] load = randomLoad(matrix.rows(), RandomStreams.stream(21, "load", 0));
        double[] first = new double[load.length];
        double[] second = new double[load.length];
        CholeskySolver.of(matrix).solve(load, first, 1e-8);
        CholeskySolver.of(matrix.copy()).solve(load, second, 1e-8);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void bothOrdersGiveTheSameSolution() {
        SimplexMesh mesh = StructuredMesh.of(new int[] {40, 40}, StructuredMesh.box(1, 1), c -> 0);
        CsrMatrix matrix = DiffusionAssembler.stiffness(mesh, new double[][] {{1, 0, 0, 1}}, new double[0], null);
        new BorderAssembler(mesh).addRobin(matrix, 0, BorderConductance.uniform(1));
        double[] load = randomLoad(matrix.rows(), RandomStreams.stream(22, "load", 0));
        double[] byPattern = new double[load.length];
        double[] byPosition = new double[load.length];
        CholeskySolver.of(matrix).solve(load, byPattern, 1e-12);
        CholeskySolver.of(matrix, EliminationPlan.of(matrix.pattern(), mesh, new int[0]))
                .solve(load, byPosition, 1e-12);
        for (int v = 0; v < load.length; v++) {
            // Condition number about 1e4, solution of order one.
            assertThat(byPattern[v]).isCloseTo(byPosition[v], within(1e-10));
        }
    }

    @Test
    void namesThePivotOfAnIndefiniteMatrix() {
        CsrMatrix matrix = network(60, 120, RandomStreams.stream(25, "network", 0));
        matrix.add(17, 17, -1e3);
        assertThatThrownBy(() -> CholeskySolver.of(matrix))
                .isInstanceOfSatisfying(
                        NumericalFailureException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.NOT_POSITIVE_DEFINITE))
                .hasMessageContaining("pivot -")
                .hasMessageContaining("of unknown 17");
    }

    /** Rounding may leave a pivot just above zero; then the solution cannot pass the check of its residual. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 61})
    void aFloatingBodyIsAFailureNotAResult(int cells) {
        SimplexMesh mesh = StructuredMesh.of(new int[] {cells, cells}, StructuredMesh.box(1, 1), c -> 0);
        CsrMatrix floating = DiffusionAssembler.stiffness(mesh, new double[][] {{1, 0, 0, 1}}, new double[0], null);
        double[] load = new double[floating.rows()];
        Arrays.fill(load, 1);
        assertThatThrownBy(() -> CholeskySolver.of(floating).solve(load, new double[load.length], 1e-8))
                .isInstanceOf(NumericalFailureException.class);
    }

    @Test
    void saysWhatWasReachedWhenTheToleranceIsNot() {
        CsrMatrix matrix = polycrystal(2, 32, 1, 1e6);
        double[] load = randomLoad(matrix.rows(), RandomStreams.stream(23, "load", 0));
        double[] x = new double[load.length];
        // No solution stored in double precision has a residual this small.
        assertThatThrownBy(() -> CholeskySolver.of(matrix).solve(load, x, 1e-30))
                .isInstanceOfSatisfying(
                        NumericalFailureException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.RESIDUAL_TOO_LARGE))
                .hasMessageContaining("tolerance 1.00e-30")
                .hasMessageContaining("relative residual");
    }

    @Test
    void refusesAPlanThatKeepsUnknowns() {
        CsrMatrix matrix = network(10, 20, RandomStreams.stream(24, "network", 0));
        EliminationPlan plan = EliminationPlan.of(matrix.pattern(), new int[] {3});
        assertThatThrownBy(() -> CholeskySolver.of(matrix, plan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keeps 1");
    }
}
