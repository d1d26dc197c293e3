package org.grainflux.physics.gridflux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.grid.CellGrid;
import org.grainflux.microstructure.grid.LabelGrid;
import org.grainflux.physics.transport.CellDesign;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.ElectrodeContact;
import org.grainflux.physics.transport.GrainAverage;
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
                TOLERANCE,
                1);
        assertThat(flux.surface(0).densityAPerM2(0)).isCloseTo(1.0 / 8, Percentage.withPercentage(1e-5));
        assertThat(flux.surface(0).densityAPerM2(1)).isCloseTo(1.0 / 16, Percentage.withPercentage(1e-5));
        assertThat(flux.surface(0).grainAverages()).hasSize(2).allSatisfy(grain -> {
            assertThat(grain.contact()).isEqualTo(1);
            assertThat(grain.meanAPerM2()).isEqualTo(flux.surface(0).densityAPerM2(grain.grain()));
            assertThat(grain.resolved()).isFalse();
        });
    }

    @Test
    void aWindowTheGridCannotGiveHasAReason() {
        CellGrid grid = CellGrid.cubes(24, 24, 8, 0.1e-6);
        CellCurrents surface =
                uniform(blocks(grid, 6), 0.05, 1e-4, SurfaceContact.perfect()).surface(0);
        assertThat(surface.slidingMaximum(1e-6)).isNaN();
        assertThat(surface.whyUnresolved(1e-6).orElseThrow()).contains("from 2000 nm, 20 of its cells");
        assertThat(surface.slidingMaximum(5e-6)).isNaN();
        assertThat(surface.whyUnresolved(5e-6).orElseThrow()).contains("to 2400 nm, the width");
        assertThat(surface.whyUnresolved(2e-6)).isEmpty();
        double largestGrain = surface.grainAverages().stream()
                .mapToDouble(GrainAverage::meanAPerM2)
                .max()
                .orElseThrow();
        assertThat(surface.slidingMaximum(2e-6)).isBetween(surface.meanAPerM2(), 2 * largestGrain);
    }

    /** Sums along lines against one by one, with and without periods; a plane wave keeps its mean over the discs. */
    @ParameterizedTest(name = "periodic {0}, {1} lines")
    @CsvSource({"true, 12", "false, 12", "true, 1", "false, 1"})
    void windowsAreAveragesOfTheirCells(boolean periodic, int lines) {
        CellGrid grid = new CellGrid(15, lines, 2, 1, 1.2, 1, periodic, periodic);
        double[] densities = new double[15 * lines];
        Arrays.setAll(densities, c -> 3 + Math.sin(2 * Math.PI * (c % 15) / 15) + 0.1 * (c * 7 % 5));
        CellCurrents current = new CellCurrents(grid, densities, new int[densities.length], 1);
        double window = 5.5;
        double[] averages = new double[densities.length];
        int whole = 0;
        for (int at = 0; at < densities.length; at++) {
            double[] position = {at % 15 + 0.5, 1.2 * (at / 15) + 0.6};
            double sum = 0;
            int inside = 0;
            int all = 0;
            for (int d1 = lines == 1 ? 0 : -2; d1 <= (lines == 1 ? 0 : 2); d1++) {
                // A strip of 5.5 cells is one of 6, the odd one after the middle.
                for (int d0 = -2; d0 <= (lines == 1 ? 3 : 2); d0++) {
                    if (lines > 1 && Math.hypot(d0, 1.2 * d1) > 0.5 * window) {
                        continue;
                    }
                    all++;
                    int i0 = at % 15 + d0;
                    int i1 = at / 15 + d1;
                    if (periodic || i0 >= 0 && i0 < 15 && i1 >= 0 && i1 < lines) {
                        sum += densities[Math.floorMod(i1, lines) * 15 + Math.floorMod(i0, 15)];
                        inside++;
                    }
                }
            }
            assertThat(current.averageAround(position, window))
                    .isCloseTo(sum / inside, Percentage.withPercentage(1e-10));
            if (inside == all) {
                averages[whole++] = sum / inside;
            }
        }
        double[] ascending = Arrays.copyOf(averages, whole);
        Arrays.sort(ascending);
        CellWindows windows = current.sliding(window);
        assertThat(windows.maximum()).isCloseTo(ascending[whole - 1], Percentage.withPercentage(1e-10));
        assertThat(windows.quantile(0.5)).isCloseTo(ascending[(whole + 1) / 2 - 1], Percentage.withPercentage(1e-10));
        double threshold = ascending[whole / 2] * (1 + 1e-9);
        long above =
                Arrays.stream(ascending).filter(average -> average > threshold).count();
        assertThat(windows.fractionAbove(threshold)).isCloseTo((double) above / whole, Offset.offset(1e-12));
    }

    /** Layers and charge transfer in series with plane grains: every resistance adds up, and lithium's share is told. */
    @Test
    void interlayersAddUp() {
        CellGrid grid = CellGrid.cubes(6, 5, 16, 1);
        int[] labels = new int[grid.cellCount()];
        Arrays.setAll(labels, c -> c / grid.layerCells() / 4);
        double[] sigma = {2, 2, 2, 2};
        GridCellSolver solver =
                new GridCellSolver(LabelGrid.of(grid, labels), sigma, PairResistance.uniform(3), TOLERANCE, 1);
        double grains = 16 / 2.0 + 3 * 3;
        assertThat(16 / solver.effectiveConductivitySPerM()).isCloseTo(grains, Percentage.withPercentage(1e-5));
        CellSolution solution = solver.solve(
                new CellDesign(new ElectrodeContact.IonicLayer(5.3, 0.5, 0.7, 1.1), ElectrodeContact.uniform(2.5)));
        double lower = 5.3 / 0.5 + 0.7 + 1.1;
        double total = grains + lower + 2.5;
        assertThat(solution.areaSpecificResistanceOhmM2()).isCloseTo(total, Percentage.withPercentage(1e-5));
        assertThat(solution.lower().resistanceFraction()).isCloseTo(lower / total, Percentage.withPercentage(1e-4));
        assertThat(solution.upper().resistanceFraction()).isCloseTo(2.5 / total, Percentage.withPercentage(1e-4));
        double[] field = solver.nodePotentialsV(solution);
        assertThat(field[0]).isCloseTo(1 - (lower + 0.25) / total, Offset.offset(1e-6));
        assertThat(field[field.length - 1]).isCloseTo((2.5 + 0.25) / total, Offset.offset(1e-6));
    }

    /** A wave forced through a thin layer fades towards lithium. */
    @Test
    void currentEvensOutInsideALayer() {
        CellGrid grid = CellGrid.squares(40, 20, 1);
        int[] labels = new int[grid.cellCount()];
        Arrays.setAll(labels, c -> c % 40 / 20);
        GridCellSolver solver = new GridCellSolver(
                LabelGrid.of(grid, labels), new double[] {1, 0.1}, PairResistance.uniform(10), TOLERANCE, 1);
        CellSolution solution = solver.solve(CellDesign.symmetric(new ElectrodeContact.IonicLayer(10, 1, 0, 0)));
        CellCurrents atGrains = (CellCurrents) solution.lower().electrolyteInterface();
        CellCurrents atLithium = (CellCurrents) solution.lower().lithiumInterface();
        assertThat(atLithium.meanAPerM2()).isCloseTo(atGrains.meanAPerM2(), Percentage.withPercentage(1e-6));
        // Potential fixed at depth t under a wave of wave number k: the current there is 1/cosh(kt) of that above.
        // Cells are
        // 1/40 of the wave, so their own cosh differs by kt (kh)²/12 = 0.3 %.
        double fading = 1 / Math.cosh(2 * Math.PI / 40 * 10);
        assertThat(wave(atLithium) / wave(atGrains)).isCloseTo(fading, Percentage.withPercentage(0.5));
    }

    /** Amplitude of the wave as long as the cell. */
    private static double wave(CellCurrents current) {
        double cosine = 0;
        double sine = 0;
        for (int c = 0; c < 40; c++) {
            cosine += current.densityAPerM2(c) * Math.cos(2 * Math.PI / 40 * c);
            sine += current.densityAPerM2(c) * Math.sin(2 * Math.PI / 40 * c);
        }
        return Math.hypot(cosine, sine);
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
        return GridFlux.solve(
                labels, conductivity, PairResistance.uniform(boundaryOhmM2), contact, contact, TOLERANCE, 1);
    }
}
