package org.grainflux.microstructure.tessellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.RandomStreams;
import org.grainflux.microstructure.CellComplex;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SolidDiagramTest {
    /** Many small cubes rather than few large ones: the errors themselves are estimated from the cubes. */
    @Test
    void hasTheMomentsOfPoissonVoronoiInSpace() {
        requireMoments(20, 250);
    }

    @Tag("nightly")
    @Test
    void hasTheMomentsOfPoissonVoronoiInLargeCubes() {
        requireMoments(10, 1_000);
    }

    /** Known moments of infinite tessellations; periodic cubes differ by less than the errors here. */
    private static void requireMoments(int runs, int cells) {
        SummaryStatistics faces = new SummaryStatistics();
        SummaryStatistics edgesPerFace = new SummaryStatistics();
        SummaryStatistics variance = new SummaryStatistics();
        SummaryStatistics surface = new SummaryStatistics();
        double side = 3.7;
        for (int run = 0; run < runs; run++) {
            CellComplex complex = ReferenceTessellation.solidPoissonVoronoi(
                    side, cells, RandomStreams.stream(7, "solid-reference", run));
            SummaryStatistics volume = new SummaryStatistics();
            double corners = 0;
            double area = 0;
            for (int cell = 0; cell < cells; cell++) {
                volume.addValue(complex.cellMeasure(cell));
            }
            for (int f = 0; f < complex.facetCount(); f++) {
                corners += complex.facetCornerCount(f);
                area += 2 * complex.facetMeasure(f);
            }
            assertThat(volume.getSum() / (side * side * side)).isCloseTo(1, within(1e-12));
            // Four cells at each vertex: twice as many edges as vertices; the characteristic of a torus is 0.
            assertThat(complex.facetCount() - complex.vertexCount() - cells).isZero();
            faces.addValue(2.0 * complex.facetCount() / cells);
            edgesPerFace.addValue(corners / complex.facetCount());
            variance.addValue(volume.getVariance() / (volume.getMean() * volume.getMean()));
            surface.addValue(area / cells * Math.pow(cells / (side * side * side), 2.0 / 3));
        }
        assertWithinThreeErrors(faces, ReferenceTessellation.POISSON_FACES);
        assertWithinThreeErrors(edgesPerFace, 5.2276);
        assertWithinThreeErrors(variance, ReferenceTessellation.POISSON_VOLUME_VARIANCE);
        assertWithinThreeErrors(surface, ReferenceTessellation.POISSON_SURFACE);
    }

    private static void assertWithinThreeErrors(SummaryStatistics runs, double expected) {
        double error = runs.getStandardDeviation() / Math.sqrt(runs.getN());
        assertThat(runs.getMean()).isCloseTo(expected, within(3 * error));
        // A wide error would make the check above empty.
        assertThat(error).isLessThan(0.03 * expected);
    }

    /** Up to eight cells meet at a point: cells on a cubic, a body-centred and a face-centred-like lattice. */
    @ParameterizedTest
    @CsvSource({"1, false", "1, true", "2, true", "3, false"})
    void latticesWithManyCellsAtAPointAreJoined(int seedsPerCube, boolean periodicZ) {
        requireJoined(seedsPerCube, periodicZ);
    }

    @Tag("nightly")
    @ParameterizedTest
    @CsvSource({"2, false", "3, true"})
    void moreLatticesWithManyCellsAtAPointAreJoined(int seedsPerCube, boolean periodicZ) {
        requireJoined(seedsPerCube, periodicZ);
    }

    private static void requireJoined(int seedsPerCube, boolean periodicZ) {
        double[][] basis = {{0.3, 0.3, 0.25}, {0.8, 0.8, 0.75}, {0.8, 0.3, 0.75}};
        int n = 3;
        int count = n * n * n * seedsPerCube;
        double[] positions = new double[3 * count];
        for (int i = 0; i < count; i++) {
            int cube = i / seedsPerCube;
            int[] at = {cube % n, cube / n % n, cube / (n * n)};
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * i + axis] = (at[axis] + basis[i % seedsPerCube][axis]) / n;
            }
        }
        Seeds seeds = new Seeds(new double[] {1, 1, 1}, periodicZ, positions, new double[count]);
        SolidCells raw = SolidJoin.join(new SolidDiagram(seeds));
        CellComplex complex = raw.toComplex(IntStream.range(0, count).toArray());
        assertThat(IntStream.range(0, count).mapToDouble(complex::cellMeasure).sum())
                .isCloseTo(1, within(1e-12));
        // Edges of no length vanish even where nothing else is to be collapsed.
        CellComplex merged = SmallFaceCollapse.apply(raw, 0, 0)
                .cells()
                .toComplex(IntStream.range(0, count).toArray());
        assertThat(new SolidFan(merged).inverted).isZero();
        for (int cell = 0; cell < count; cell++) {
            assertThat(SolidFan.eulerCharacteristic(merged, cell)).isEqualTo(2);
            if (seedsPerCube == 1 && periodicZ) {
                assertThat(merged.cellFacetCount(cell)).isEqualTo(6);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyPointLiesInTheCellOfTheNearestSeedByPower(boolean periodicZ) {
        RandomGenerator random = RandomStreams.stream(3, "solid-power-test", periodicZ ? 1 : 0);
        int count = 200;
        double[] weights = random.doubles(count, 0, 0.01).toArray();
        double[] size = {1.0, 1.1, 0.8};
        Seeds seeds = new SeedPlacement(size, periodicZ).poisson(count, random).withWeights(weights);
        SolidDiagram diagram = new SolidDiagram(seeds);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += diagram.measure(i);
        }
        assertThat(sum).isCloseTo(0.88, within(1e-12));
        for (int trial = 0; trial < 2_000; trial++) {
            double[] point = {random.nextDouble(), 1.1 * random.nextDouble(), 0.8 * random.nextDouble()};
            int owner = -1;
            double smallest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                double power = power(seeds, i, point);
                if (power < smallest) {
                    smallest = power;
                    owner = i;
                }
            }
            // The owner is beaten by none of its neighbours at the point, so the point lies behind all its faces.
            assertThat(diagram.isEmpty(owner)).isFalse();
            for (int f = 0; f < diagram.facetCount(owner); f++) {
                int neighbour = diagram.neighbour(owner, f);
                if (neighbour >= 0) {
                    assertThat(power(seeds, neighbour, point)).isGreaterThanOrEqualTo(smallest);
                }
            }
        }
    }

    private static double power(Seeds seeds, int i, double[] point) {
        double squared = 0;
        for (int axis = 0; axis < 3; axis++) {
            double step = point[axis] - seeds.positionM(i, axis);
            step -= seeds.isPeriodic(axis) ? seeds.sizeM(axis) * Math.rint(step / seeds.sizeM(axis)) : 0;
            squared += step * step;
        }
        return squared - seeds.weightM2(i);
    }

    @Test
    void aCellThatMeetsItsOwnImageIsAClearFailure() {
        Seeds seeds = new SeedPlacement(new double[] {1, 1, 1}, false).poisson(2, RandomStreams.stream(1, "few", 0));
        assertThatThrownBy(() -> SolidJoin.join(new SolidDiagram(seeds)))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("wider cell");
    }
}
