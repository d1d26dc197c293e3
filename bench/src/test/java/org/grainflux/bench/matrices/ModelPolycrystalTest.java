package org.grainflux.bench.matrices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Random;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.algebra.Residual;
import org.grainflux.fem.exchange.NodeCoordinates;
import org.grainflux.fem.exchange.SystemFiles;
import org.grainflux.fem.multigrid.elastic.ElasticMultigridSolver;
import org.grainflux.fem.solve.DenseCholesky;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelPolycrystalTest {
    @ParameterizedTest
    @CsvSource({"2, 1000", "3, 1000", "2, 1", "3, 2"})
    void nearestSeedIsTheOneThatComparingAllFinds(int dimension, int count) {
        Random random = new Random(dimension + count);
        double[][] seeds = new double[count][];
        for (int s = 0; s < count; s++) {
            seeds[s] = random.doubles(dimension).toArray();
        }
        NearestSeed nearest = new NearestSeed(seeds);
        for (int trial = 0; trial < 2000; trial++) {
            double[] point = random.doubles(dimension).toArray();
            int best = 0;
            for (int s = 1; s < count; s++) {
                best = squared(seeds[s], point) < squared(seeds[best], point) ? s : best;
            }
            assertThat(nearest.of(point)).isEqualTo(best);
        }
    }

    private static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return sum;
    }

    /** What leaves the electrode at 1 arrives at the one at 0; an element turned over would be refused by the assembler. */
    @ParameterizedTest
    @CsvSource({"2, 16, Infinity", "3, 5, Infinity", "2, 16, 1", "3, 5, 1e-4"})
    void currentIsConserved(int dimension, int cells, double facetConductance) {
        LinearSystem system = new ModelPolycrystal("test", dimension, cells, facetConductance).assemble();
        CsrMatrix matrix = system.matrix();
        double[] x = DenseCholesky.of(matrix.toDense()).solve(system.load());
        double in = current(system, x);
        double out = 0;
        double entries = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            // A full row sums to zero; what is missing in a free row beside its load led to the electrode at 0.
            double missing = -system.load()[i];
            for (int k = matrix.pattern().rowStart(i); k < matrix.pattern().rowEnd(i); k++) {
                missing += matrix.value(k);
                entries += Math.abs(matrix.value(k));
            }
            out += isFree(matrix, i) ? missing * x[i] : 0;
        }
        // Each row sum is rounded by some 1e-16 of its entries, however small the current is.
        assertThat(out).isCloseTo(in, within(1e-15 * entries));
        assertThat(1e-15 * entries).as("the tolerance against the current").isLessThan(1e-7 * in);
        assertThat(in).isPositive();
    }

    /** Grains that own their nodes and are joined by very good facets are the polycrystal that shares them. */
    @ParameterizedTest
    @CsvSource({"2, 16", "3, 5"})
    void goodFacetsComeNearToPerfectBoundaries(int dimension, int cells) {
        double shared = current(ModelPolycrystal.perfect("shared", dimension, cells));
        // The jump that is left is of the order of (current per area) / (facet conductance), 1e-8 of the potential.
        double joined = current(new ModelPolycrystal("joined", dimension, cells, 1e8));
        assertThat(joined).isCloseTo(shared, within(1e-5 * shared));
        double resistive = current(new ModelPolycrystal("resistive", dimension, cells, 1));
        assertThat(resistive).isLessThan(0.5 * shared);
    }

    private static double current(ModelPolycrystal model) {
        LinearSystem system = model.assemble();
        return current(system, DenseCholesky.of(system.matrix().toDense()).solve(system.load()));
    }

    /** The load of a free row is what it gets from the electrode at 1, per unit of the drop 1 − x. */
    private static double current(LinearSystem system, double[] x) {
        double current = 0;
        for (int i = 0; i < x.length; i++) {
            current += isFree(system.matrix(), i) ? system.load()[i] * (1 - x[i]) : 0;
        }
        return current;
    }

    private static boolean isFree(CsrMatrix matrix, int row) {
        return matrix.pattern().rowEnd(row) - matrix.pattern().rowStart(row) > 1;
    }

    @Test
    void suiteHasOneSystemPerName() {
        assertThat(Suite.COMPARISON).extracting(ModelPolycrystal::name).doesNotHaveDuplicates();
        assertThat(Suite.COMPARISON).hasSize(7);
        assertThat(Suite.GROWTH).extracting(ModelPolycrystal::name).doesNotHaveDuplicates();
    }

    /** Written, read and solved by the method that its coordinates ask for. */
    @Test
    void elasticSystemsBringTheirCoordinates(@TempDir Path folder) {
        SystemFiles files = SystemFiles.of(folder.resolve("e").toString());
        LinearSystem system = new ElasticPolycrystal("e", 3, 6, 1e4).write(files);
        NodeCoordinates nodes = files.readCoordinates(system.matrix().rows()).orElseThrow();
        assertThat(nodes.dimension()).isEqualTo(3);
        double[] x = new double[system.matrix().rows()];
        ElasticMultigridSolver.of(files.readMatrix(), nodes.values(), 3).solve(system.load(), x, 1e-6);
        assertThat(Residual.of(system.matrix(), x, system.load()).relativeToLoad())
                .isLessThanOrEqualTo(1e-6);
    }
}
