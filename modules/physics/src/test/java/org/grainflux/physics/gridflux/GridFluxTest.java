package org.grainflux.physics.gridflux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.grid.CellGrid;
import org.grainflux.microstructure.grid.LabelGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridFluxTest {
    private static final double TOLERANCE = 1e-12;

    /** Layers of d = 4 cells: 1/σ_eff = 1/σ + R (layers − 1)/H, contacts 2 R_int/H on top. */
    @ParameterizedTest(name = "sigma {0}, boundary {1}, contact {2}")
    @CsvSource({
        // Powers of two have conductances that single precision holds exactly.
        "1, 3, 0, 1e-10",
        "1, 0, 3.5, 1e-10",
        "0.5, 14, 0, 1e-10",
        // Others are rounded to 6e-8 per face.
        "0.05, 1e-4, 0, 1e-7",
        "0.05, 123, 1, 1e-7"
    })
    void layersAreExact(double sigma, double boundaryOhmM2, double contactOhmM2, double relativeError) {
        CellGrid grid = CellGrid.cubes(6, 5, 16, 1);
        int[] labels = new int[grid.cellCount()];
        Arrays.setAll(labels, c -> c / grid.layerCells() / 4);
        GridFlux flux = uniform(LabelGrid.of(grid, labels), sigma, boundaryOhmM2, SurfaceContact.uniform(contactOhmM2));
        double expected = 1 / (1 / sigma + (3 * boundaryOhmM2 + 2 * contactOhmM2) / 16);
        assertThat(flux.effectiveConductivitySPerM())
                .isCloseTo(expected, Percentage.withPercentage(100 * relativeError));
    }

    @Test
    void theSameCurrentCrossesEveryCut() {
        CellGrid grid = CellGrid.cubes(24, 24, 24, 1e-6);
        GridFlux flux = uniform(blocks(grid, 7), 0.05, 1e-4, SurfaceContact.uniform(1e-4));
        double current = flux.currentA(0);
        for (int cut = 1; cut <= grid.cells2(); cut++) {
            // The residual is 10⁻¹² of the load, which is some hundred times the current.
            assertThat(flux.currentA(cut)).isCloseTo(current, Percentage.withPercentage(1e-7));
        }
        assertThat(flux.surface(0).meanAPerM2())
                .isCloseTo(flux.surface(1).meanAPerM2(), Percentage.withPercentage(1e-7));
    }

    /**
     * Two crystals with a plane between them so resistive that each has one potential: the current is (true area)/R. Faces
     * would overstate the area by up to 73 %. The staircase lacks its last step at the sides, 1 in 40, which is up to 1.7 %.
     */
    @ParameterizedTest(name = "slopes {0}, {1}")
    @CsvSource({"0, 0", "0.5, 0", "1, 0", "1, 1", "0.4, 0.8", "0.1, 0.05"})
    void obliqueBoundariesHaveTheirTrueArea(double slope0, double slope1) {
        int n = 40;
        CellGrid grid = new CellGrid(n, n, 100, 1, 1, 1, false, false);
        int[] labels = new int[grid.cellCount()];
        Arrays.setAll(labels, c -> {
            double height = 9.3 + slope0 * (c % n + 0.5) + slope1 * (c / n % n + 0.5);
            return c / grid.layerCells() + 0.5 > height ? 1 : 0;
        });
        double resistance = 1e6;
        GridFlux flux = uniform(LabelGrid.of(grid, labels), 1, resistance, SurfaceContact.perfect());
        double area = n * n * Math.sqrt(1 + slope0 * slope0 + slope1 * slope1);
        assertThat(flux.currentA(0) * resistance / area).isCloseTo(1, Offset.offset(0.02));
    }

    /** Columns in parallel: patches of contact do not mix when every column is a grain that touches no other. */
    @Test
    void patchesOfContactActOnTheirColumns() {
        CellGrid grid = new CellGrid(2, 1, 8, 1, 1, 1, false, false);
        int[] labels = new int[16];
        Arrays.setAll(labels, c -> c % 2);
        GridFlux flux = GridFlux.solve(
                LabelGrid.of(grid, labels),
                new double[] {1, 1},
                PairResistance.uniform(1e12),
                SurfaceContact.patches(new double[] {0, 8}),
                SurfaceContact.perfect(),
                TOLERANCE);
        assertThat(flux.surface(0).densityAPerM2(0)).isCloseTo(1.0 / 8, Percentage.withPercentage(1e-5));
        assertThat(flux.surface(0).densityAPerM2(1)).isCloseTo(1.0 / 16, Percentage.withPercentage(1e-5));
        double[] averages = flux.surface(0).grainAveragesAPerM2(2);
        assertThat(averages[1]).isEqualTo(flux.surface(0).densityAPerM2(1));
    }

    @Test
    void aWindowTheGridCannotGiveHasAReason() {
        CellGrid grid = CellGrid.cubes(24, 24, 8, 0.1e-6);
        CellCurrents surface =
                uniform(blocks(grid, 6), 0.05, 1e-4, SurfaceContact.perfect()).surface(0);
        WindowAverage small = surface.largestAverage(1e-6);
        assertThat(small.maximumAPerM2()).isNaN();
        assertThat(small.reason()).contains("fewer than 20 cells");
        WindowAverage large = surface.largestAverage(5e-6);
        assertThat(large.maximumAPerM2()).isNaN();
        assertThat(large.reason()).contains("larger than the surface");
        WindowAverage disc = surface.largestAverage(2e-6);
        assertThat(disc.reason()).isEmpty();
        assertThat(disc.maximumAPerM2())
                .isBetween(
                        surface.meanAPerM2(),
                        Arrays.stream(surface.grainAveragesAPerM2(64))
                                        .filter(a -> a > 0)
                                        .max()
                                        .orElseThrow()
                                * 2);
    }

    @Test
    void impossibleInputIsRefused() {
        CellGrid grid = CellGrid.squares(4, 4, 1);
        LabelGrid labels = LabelGrid.of(grid, new int[16]);
        assertThatThrownBy(() -> uniform(labels, 0, 1, SurfaceContact.perfect()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("conductivity of a grain");
        assertThatThrownBy(() -> uniform(labels, 1, 1, SurfaceContact.patches(new double[3])))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("3 contact resistances for a surface of 4 cells");
        assertThatThrownBy(() -> SurfaceContact.uniform(Double.POSITIVE_INFINITY))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("contact somewhere");
    }

    private static LabelGrid blocks(CellGrid grid, int edge) {
        int[] labels = new int[grid.cellCount()];
        Arrays.setAll(labels, c -> {
            int b0 = c % grid.cells0() / edge;
            int b1 = c / grid.cells0() % grid.cells1() / edge;
            int b2 = c / grid.layerCells() / edge;
            return (b2 * 4 + (b1 + b2) % 4) * 4 + (b0 + b1) % 4;
        });
        return LabelGrid.of(grid, labels);
    }

    private static GridFlux uniform(LabelGrid labels, double sigma, double boundaryOhmM2, SurfaceContact contact) {
        double[] conductivity = new double[labels.labelCount()];
        Arrays.fill(conductivity, sigma);
        return GridFlux.solve(labels, conductivity, PairResistance.uniform(boundaryOhmM2), contact, contact, TOLERANCE);
    }
}
