package org.grainflux.fem.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockAggregatesTest {
    /** Sheets so resistive that every block they cross is cut; odd numbers of cells leave blocks of one, two and four. */
    @ParameterizedTest(name = "{0} x {1} x {2}")
    @CsvSource({"12, 10, 8", "7, 5, 9", "1, 6, 3", "8, 1, 7"})
    void sumsAndValuesOfLinesAreThoseOfTheirCells(int cells0, int cells1, int cells2) {
        CellGrid grid = CellGrid.cubes(cells0, cells1, cells2, 1);
        int[] labels = LabelNetworks.nearestSeeds(grid, 6, LabelNetworks.random(30));
        double[] conductivity = LabelNetworks.conductivities(labels, 1, LabelNetworks.random(31));
        BlockAggregates aggregates = BlockAggregation.of(LabelNetworks.network(grid, labels, conductivity, 100, 0))
                .aggregates();
        float[] values = new float[grid.cellCount()];
        var random = LabelNetworks.random(32);
        double[] expected = new double[aggregates.count()];
        for (int c = 0; c < values.length; c++) {
            values[c] = random.nextFloat();
            expected[of(aggregates, grid, c)] += values[c];
        }

        float[] sums = new float[aggregates.count()];
        Arrays.fill(sums, Float.NaN);
        for (int i2 = 0; i2 < cells2; i2 += 2) {
            for (int i1 = 0; i1 < cells1; i1 += 2) {
                float[][] lines = {
                    line(values, grid, i1, i2),
                    line(values, grid, i1 + 1, i2),
                    line(values, grid, i1, i2 + 1),
                    line(values, grid, i1 + 1, i2 + 1)
                };
                aggregates.restrict(i1 / 2, i2 / 2, lines, new float[cells0], sums);
            }
        }
        for (int a = 0; a < sums.length; a++) {
            // At most eight terms below 1 in single precision.
            assertThat((double) sums[a]).isCloseTo(expected[a], Offset.offset(4e-6));
        }

        float[] line = new float[cells0];
        for (int c = 0; c < values.length; c += cells0) {
            int i1 = c / cells0 % cells1;
            int i2 = c / grid.layerCells();
            aggregates.expand(i1 / 2, i2 / 2, sums, line);
            aggregates.expandCut(i1, i2, sums, line);
            for (int x = 0; x < cells0; x++) {
                assertThat(line[x]).isEqualTo(sums[of(aggregates, grid, c + x)]);
            }
        }
    }

    private static int of(BlockAggregates aggregates, CellGrid grid, int cell) {
        return aggregates.of(cell % grid.cells0(), cell / grid.cells0() % grid.cells1(), cell / grid.layerCells());
    }

    /** Zeros beyond the grid. */
    private static float[] line(float[] values, CellGrid grid, int i1, int i2) {
        if (i1 >= grid.cells1() || i2 >= grid.cells2()) {
            return new float[grid.cells0()];
        }
        int first = grid.cell(0, i1, i2);
        return Arrays.copyOfRange(values, first, first + grid.cells0());
    }
}
