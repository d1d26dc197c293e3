package org.grainflux.microstructure.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.grid.CellGrid;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.junit.jupiter.api.Test;

class LabelGridTest {
    @Test
    void labelsAreChecked() {
        CellGrid grid = CellGrid.cubes(2, 3, 4, 1);
        assertThatThrownBy(() -> LabelGrid.of(grid, new int[23]))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("2 x 3 x 4 needs 24 labels, got 23");
        int[] negative = new int[24];
        negative[5] = -1;
        assertThatThrownBy(() -> LabelGrid.of(grid, negative))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("-1 in cell 5");
        short[] narrow = new short[24];
        narrow[7] = (short) 40_000;
        assertThat(LabelGrid.of(grid, narrow).labelCount()).isEqualTo(40_001);
    }

    /** Centres sample areas: the error of one grain is a fraction of its perimeter times the spacing. */
    @Test
    void drawnGrainsHaveTheirAreas() {
        Microstructure structure = MicrostructureGenerator.generate(
                MicrostructureSpec.planar(50e-6, 40e-6, 10e-6, Seeding.HARD_CORE),
                RandomStreams.stream(1, "grain-seeds", 0),
                RandomStreams.stream(1, "orientations", 0));
        LabelGrid labels = StructureRaster.draw(structure, 500, 400);
        int[] counts = new int[structure.grains().size()];
        for (int c = 0; c < labels.grid().cellCount(); c++) {
            counts[labels.label(c)]++;
        }
        for (int g = 0; g < counts.length; g++) {
            assertThat(counts[g] * 1e-14)
                    .isCloseTo(structure.grains().get(g).measure(), Percentage.withPercentage(0.5));
        }
    }

    /**
     * The same in space, faces that are not plane included, and at the electrodes: the layers there show the electrodes
     * themselves. Every cell belongs to some grain.
     */
    @Test
    void drawnVolumesHaveTheirMeasures() {
        Microstructure structure = MicrostructureGenerator.generate(
                MicrostructureSpec.solid(20e-6, 20e-6, 10e-6, 5e-6, Seeding.HARD_CORE),
                RandomStreams.stream(1, "grain-seeds", 0),
                RandomStreams.stream(1, "orientations", 0));
        LabelGrid labels = StructureRaster.draw(structure, 160, 160, 80);
        CellGrid grid = labels.grid();
        int grains = structure.grains().size();
        double[] volumes = new double[grains];
        double[][] contacts = new double[2][grains];
        for (int c = 0; c < grid.cellCount(); c++) {
            volumes[labels.label(c)] += 0.125e-6 * 0.125e-6 * 0.125e-6;
        }
        for (int c = 0; c < grid.layerCells(); c++) {
            contacts[0][labels.label(c)] += 0.125e-6 * 0.125e-6;
            contacts[1][labels.label(grid.cellCount() - grid.layerCells() + c)] += 0.125e-6 * 0.125e-6;
        }
        CellComplex complex = structure.complex();
        for (int f = 0; f < complex.facetCount(); f++) {
            if (complex.borderTag(f) != CellComplex.INTERIOR) {
                contacts[complex.borderTag(f)][complex.grain(complex.minusCell(f))] -= complex.facetMeasure(f);
            }
        }
        for (int g = 0; g < grains; g++) {
            assertThat(volumes[g]).isCloseTo(structure.grains().get(g).measure(), Percentage.withPercentage(0.5));
            // Centres sample a contact of some 16 µm² to about a tenth of the cells on its rim, or 2 % of it.
            assertThat(contacts[0][g]).isCloseTo(0, Offset.offset(0.3e-12));
            assertThat(contacts[1][g]).isCloseTo(0, Offset.offset(0.3e-12));
        }
    }

    /** A sphere has 6 sides of staircase, 3/2 times its area; windows see curved patches as flat, hence 3 %. */
    @Test
    void theAreaOfASphereIsRecovered() {
        int n = 60;
        CellGrid grid = CellGrid.cubes(n, n, n, 1);
        int[] cells = new int[grid.cellCount()];
        double radius = 24;
        Arrays.setAll(cells, c -> {
            double x = c % n + 0.5 - 30.2;
            double y = c / n % n + 0.5 - 29.7;
            double z = c / (n * n) + 0.5 - 30.4;
            return x * x + y * y + z * z < radius * radius ? 1 : 0;
        });
        LabelGrid labels = LabelGrid.of(grid, cells);
        BoundaryAreas areas = BoundaryAreas.of(labels);
        double corrected = 0;
        int faces = 0;
        for (int c = 0; c < cells.length; c++) {
            int i0 = c % n;
            int i1 = c / n % n;
            int i2 = c / (n * n);
            int[] others = {grid.cell((i0 + 1) % n, i1, i2), grid.cell(i0, (i1 + 1) % n, i2), i2 + 1 < n ? c + n * n : c
            };
            for (int other : others) {
                if (cells[c] != cells[other]) {
                    corrected += areas.ratio(c, i0, i1, i2, other);
                    faces++;
                }
            }
        }
        double exact = 4 * Math.PI * radius * radius;
        assertThat(faces / exact).isBetween(1.48, 1.52);
        assertThat(corrected / exact).isBetween(0.97, 1.03);
    }
}
