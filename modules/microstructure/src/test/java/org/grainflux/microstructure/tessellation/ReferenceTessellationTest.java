package org.grainflux.microstructure.tessellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.grainflux.core.RandomStreams;
import org.grainflux.microstructure.CellComplex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTessellationTest {
    private static final int RUNS = 20;
    private static final int CELLS = 2_000;

    @Test
    void hasTheMomentsOfPlanePoissonVoronoi() {
        SummaryStatistics areaVariance = new SummaryStatistics();
        SummaryStatistics edgeVariance = new SummaryStatistics();
        SummaryStatistics perimeter = new SummaryStatistics();
        double side = 3.7;
        for (int run = 0; run < RUNS; run++) {
            CellComplex complex = complex(side, run);
            SummaryStatistics area = new SummaryStatistics();
            SummaryStatistics edges = new SummaryStatistics();
            SummaryStatistics length = new SummaryStatistics();
            for (int cell = 0; cell < CELLS; cell++) {
                area.addValue(complex.cellMeasure(cell));
                edges.addValue(complex.cellFacetCount(cell));
                double sum = 0;
                for (int k = 0; k < complex.cellFacetCount(cell); k++) {
                    sum += complex.facetMeasure(complex.cellFacet(cell, k));
                }
                length.addValue(sum);
            }
            // Euler's formula on a torus with three edges at each vertex: exactly six.
            assertThat(edges.getMean()).isCloseTo(6, within(1e-12));
            areaVariance.addValue(area.getVariance() / (area.getMean() * area.getMean()));
            edgeVariance.addValue(edges.getVariance());
            perimeter.addValue(length.getMean());
        }
        assertWithinThreeErrors(areaVariance, ReferenceTessellation.POISSON_AREA_VARIANCE);
        assertWithinThreeErrors(edgeVariance, 1.7808);
        assertWithinThreeErrors(perimeter, 4 * side / Math.sqrt(CELLS));
    }

    private static void assertWithinThreeErrors(SummaryStatistics runs, double expected) {
        double error = runs.getStandardDeviation() / Math.sqrt(runs.getN());
        assertThat(runs.getMean()).isCloseTo(expected, within(3 * error));
        // A wide error would make the check above empty.
        assertThat(error).isLessThan(0.02 * expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void fillsTheSquareWithEveryEdgeSharedByTwoCells(int run) {
        double side = 3.7;
        CellComplex complex = complex(side, run);
        double sum = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            assertThat(complex.cellMeasure(cell)).isPositive();
            sum += complex.cellMeasure(cell);
        }
        assertThat(sum / (side * side)).isCloseTo(1, within(1e-12));
        assertThat(complex.facetCount()).isEqualTo(3 * CELLS);
        assertThat(complex.vertexCount()).isEqualTo(2 * CELLS);
        for (int f = 0; f < complex.facetCount(); f++) {
            assertThat(complex.plusCell(f)).isNotEqualTo(CellComplex.NO_CELL);
            assertThat(complex.borderTag(f)).isEqualTo(CellComplex.INTERIOR);
        }
    }

    private static CellComplex complex(double side, int run) {
        return ReferenceTessellation.poissonVoronoi(side, CELLS, RandomStreams.stream(7, "reference-test", run));
    }
}
