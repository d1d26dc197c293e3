package org.grainflux.fem.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.grainflux.core.NumericalFailureException;
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

class SparseCholeskyTest {

    /** A random geometric graph with random weights: conductors between points, leaking a little to earth. */
    private record RandomNetwork(CsrMatrix matrix, double[] coordinates) {
        static RandomNetwork of(int n, int dimension, RandomGenerator random, double leak) {
            double[] coordinates = new double[n * dimension];
            Arrays.setAll(coordinates, k -> random.nextDouble());
            int edges = 3 * n;
            int[] starts = new int[edges + 1];
            int[] members = new int[2 * edges];
            for (int e = 0; e < edges; e++) {
                starts[e + 1] = 2 * (e + 1);
                // The first n − 1 edges are a path, so that the graph is connected.
                int a = e < n - 1 ? e : random.nextInt(n);
                members[2 * e] = a;
                members[2 * e + 1] = e < n - 1 ? e + 1 : (a + 1 + random.nextInt(n - 1)) % n;
            }
            CsrMatrix matrix = new CsrMatrix(CsrPattern.ofCliques(n, starts, members));
            for (int e = 0; e < edges; e++) {
                double g = Math.exp(4 * random.nextDouble() - 2);
                matrix.addBlock(new int[] {members[2 * e], members[2 * e + 1]}, new double[] {g, -g, -g, g});
            }
            for (int v = 0; v < n; v++) {
                matrix.add(v, v, leak);
            }
            return new RandomNetwork(matrix, coordinates);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,40,2,7", "2,150,2,20", "3,150,3,1", "4,400,2,60", "5,400,3,399", "6,300,2,300"})
    void condensesAndExtendsLikeDenseAlgebra(long seed, int n, int dimension, int keptCount) {
        RandomGenerator random = RandomStreams.stream(seed, "network", n);
        // Without leak the whole matrix is singular; its interior block is not.
        RandomNetwork network = RandomNetwork.of(n, dimension, random, 0);
        int[] kept = choose(n, keptCount, random);
        double[] load = new double[n];
        Arrays.setAll(load, v -> random.nextDouble() - 0.5);

        CondensedSystem condensed = SparseCholesky.condense(network.matrix, network.coordinates, dimension, kept);

        DMatrixRMaj dense = network.matrix.toDense();
        int[] interior = complement(n, kept);
        DMatrixRMaj kk = block(dense, kept, kept);
        DMatrixRMaj ki = block(dense, kept, interior);
        DMatrixRMaj ii = block(dense, interior, interior);
        DMatrixRMaj inverse = new DMatrixRMaj(interior.length, interior.length);
        if (interior.length > 0) {
            assertThat(CommonOps_DDRM.invert(ii, inverse)).isTrue();
        }
        DMatrixRMaj kiInverse = new DMatrixRMaj(keptCount, interior.length);
        CommonOps_DDRM.mult(ki, inverse, kiInverse);
        DMatrixRMaj product = new DMatrixRMaj(keptCount, keptCount);
        CommonOps_DDRM.multTransB(kiInverse, ki, product);
        CommonOps_DDRM.subtract(kk, product, kk);
        double scale = network.matrix.infinityNorm();
        for (int a = 0; a < keptCount; a++) {
            double expectedLoad = load[kept[a]];
            for (int i = 0; i < interior.length; i++) {
                expectedLoad -= kiInverse.get(a, i) * load[interior[i]];
            }
            // 1e-10 leaves room for the dense inverse, whose condition number is about 1e4.
            assertThat(condensed.condensedLoad(load)[a]).isCloseTo(expectedLoad, within(1e-10));
            for (int b = 0; b < keptCount; b++) {
                assertThat(condensed.schur().get(a, b)).isCloseTo(kk.get(a, b), within(1e-10 * scale));
                assertThat(condensed.schur().get(a, b))
                        .isEqualTo(condensed.schur().get(b, a));
            }
        }

        double[] keptValues = new double[keptCount];
        Arrays.setAll(keptValues, a -> random.nextDouble());
        double[] x = condensed.extend(keptValues, load);
        for (int a = 0; a < keptCount; a++) {
            assertThat(x[kept[a]]).isEqualTo(keptValues[a]);
        }
        assertThat(Residual.of(network.matrix, x, load, kept).backwardError()).isLessThan(1e-13);
        // The reaction of a kept unknown is the condensed equation's.
        double[] unloaded = condensed.extend(keptValues);
        for (int a = 0; a < keptCount; a++) {
            double reaction = 0;
            for (int b = 0; b < keptCount; b++) {
                reaction += condensed.schur().get(a, b) * keptValues[b];
            }
            assertThat(network.matrix.rowTimes(kept[a], unloaded)).isCloseTo(reaction, within(1e-11 * scale));
        }
    }

    @Test
    void solvesWithoutKeptUnknownsAndRefines() {
        RandomNetwork network = RandomNetwork.of(500, 2, RandomStreams.stream(9, "network", 0), 1e-3);
        double[] exact = new double[500];
        Arrays.setAll(exact, v -> Math.sin(v));
        double[] load = network.matrix.multiply(exact);
        CondensedSystem system = SparseCholesky.condense(network.matrix, network.coordinates, 2, new int[0]);

        double[] x = system.solve(load);
        system.refine(network.matrix, load, x);

        assertThat(Residual.of(network.matrix, x, load).relativeToLoad()).isLessThan(1e-14);
        for (int v = 0; v < 500; v++) {
            // Condition number about 1e5.
            assertThat(x[v]).isCloseTo(exact[v], within(1e-10));
        }
    }

    @Test
    void repeatsBitByBitAndTheSchurComplementAloneIsTheSame() {
        RandomNetwork network = RandomNetwork.of(600, 2, RandomStreams.stream(10, "network", 0), 0);
        int[] kept = choose(600, 50, RandomStreams.stream(10, "kept", 0));
        EliminationPlan plan = EliminationPlan.of(network.matrix.pattern(), network.coordinates, 2, kept);
        double[] first = SparseCholesky.condense(network.matrix, network.coordinates, 2, kept)
                .schur()
                .data;
        assertThat(SparseCholesky.condense(network.matrix, plan).schur().data).isEqualTo(first);
        assertThat(SparseCholesky.schurComplement(network.matrix, plan).data).isEqualTo(first);
    }

    /** A body with periodic sides and jumping interfaces, conductance from almost insulating to almost perfect. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-3, 1, 1e3, 1e6})
    void trueResidualIsSmallForAnyContrast(double ratio) {
        int cells = 48;
        double sigma = 0.05;
        double elementM = 1e-6;
        SimplexMesh mesh = StructuredMesh.periodic(
                new int[] {cells, cells},
                StructuredMesh.box(cells * elementM, cells * elementM),
                c -> c[0] / 8 + 6 * (c[1] / 8));
        double[] conductance = new double[mesh.interfaces().count()];
        Arrays.fill(conductance, ratio * sigma / elementM);
        double[][] tensors = new double[36][];
        Arrays.fill(tensors, new double[] {sigma, 0.01, 0.01, 2 * sigma});
        CsrMatrix a = DiffusionAssembler.stiffness(mesh, tensors, conductance, null);
        BorderAssembler border = new BorderAssembler(mesh);
        int[] kept = border.nodes(2);
        double[] load = new double[mesh.nodeCount()];
        border.addRobin(a, 3, BorderConductance.uniform(1e4));
        border.addRobinLoad(load, 3, BorderConductance.uniform(1e4), 0.1);

        CondensedSystem system = SparseCholesky.condense(a, EliminationPlan.of(a.pattern(), mesh, kept));
        double[] x = system.extend(new double[kept.length], load);

        Residual residual = Residual.of(a, x, load, kept);
        assertThat(residual.backwardError()).isLessThan(1e-14);
        // Rounding x alone moves the load by about ε · contrast.
        assertThat(residual.relativeToLoad()).isLessThan(1e-11 * Math.max(1, ratio / 1e2));
        double inflow = border.inflow(3, BorderConductance.uniform(1e4), 0.1, x);
        double outflow = 0;
        for (int node : kept) {
            outflow -= a.rowTimes(node, x);
        }
        // The inflow is a difference of terms h φ0; the reactions sum terms g u, both rounded.
        double grossInflow = 1e4 * 0.1 * cells * elementM;
        assertThat(outflow).isCloseTo(inflow, within(1e-12 * grossInflow + 2e-14 * ratio * inflow));
    }

    @Test
    void namesTheUnknownOfAFloatingPart() {
        // Two cells insulated from each other; only the left one has an electrode.
        SimplexMesh mesh = StructuredMesh.of(new int[] {40, 20}, StructuredMesh.box(2, 1), c -> c[0] < 20 ? 0 : 1);
        CsrMatrix a =
                DiffusionAssembler.stiffness(mesh, new double[][] {{1, 0, 0, 1}, {1, 0, 0, 1}}, new double[] {0}, null);
        int[] left = new BorderAssembler(mesh).nodes(0);
        assertThatThrownBy(() -> SparseCholesky.condense(a, EliminationPlan.of(a.pattern(), mesh, left)))
                .isInstanceOfSatisfying(
                        NumericalFailureException.class,
                        failure -> assertThat(failure.reason())
                                .isEqualTo(NumericalFailureException.Reason.NOT_POSITIVE_DEFINITE))
                .hasMessageContaining("unknown")
                .hasMessageContaining("floats");
    }

    @Test
    void nestedDissectionKeepsTheFactorSmall() {
        int cells = 128;
        SimplexMesh mesh = StructuredMesh.of(new int[] {cells, cells}, StructuredMesh.box(1, 1), c -> 0);
        CsrPattern pattern = new DiffusionAssembler(mesh).pattern();
        EliminationPlan plan = EliminationPlan.of(pattern, mesh, new int[0]);
        double n = pattern.rows();
        // George (1973): 31/4 n log2 n entries to leading order for a square grid, and 829/84 n^1.5 multiplications,
        // that
        // is 20 n^1.5 operations. A band order has n^1.5 = 9.2 n log2 n entries and n² = 129 n^1.5 operations.
        assertThat((double) plan.nonZeros()).isLessThan(31.0 / 4 * n * Math.log(n) / Math.log(2));
        assertThat(plan.flops()).isLessThan(23 * Math.pow(n, 1.5));
    }

    private static int[] choose(int n, int count, RandomGenerator random) {
        int[] all = new int[n];
        Arrays.setAll(all, v -> v);
        for (int k = 0; k < count; k++) {
            int other = k + random.nextInt(n - k);
            int swap = all[k];
            all[k] = all[other];
            all[other] = swap;
        }
        return Arrays.copyOf(all, count);
    }

    private static int[] complement(int n, int[] kept) {
        boolean[] isKept = new boolean[n];
        for (int v : kept) {
            isKept[v] = true;
        }
        return java.util.stream.IntStream.range(0, n).filter(v -> !isKept[v]).toArray();
    }

    private static DMatrixRMaj block(DMatrixRMaj a, int[] rows, int[] columns) {
        DMatrixRMaj block = new DMatrixRMaj(rows.length, columns.length);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                block.set(i, j, a.get(rows[i], columns[j]));
            }
        }
        return block;
    }
}
