package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flat layers in series: every resistance adds, so the cell's resistance is known exactly. */
class LayeredCellTest {
    private static final double WIDTH = 40e-6;
    private static final double HEIGHT = 50e-6;
    private static final double SIGMA = 0.05;
    private static final int GRAIN_ROWS = 5;

    /** Columns touch through boundaries of their own, which carry no current here. */
    private static CondensedPolycrystal bricks(double boundaryResistanceOhmM2) {
        double[] x = BlockMesh.lines(WIDTH, 40);
        double[] y = BlockMesh.lines(HEIGHT, 40);
        int[] columns = new int[40];
        int[] rows = new int[40];
        for (int k = 0; k < 40; k++) {
            columns[k] = k / 10;
            rows[k] = k / (40 / GRAIN_ROWS);
        }
        SimplexMesh mesh = BlockMesh.of(x, columns, y, rows, true, p -> new double[] {
            // Stretched lines, so that nothing is exact by symmetry of the grid.
            p[0] + 0.02 * WIDTH * Math.sin(2 * Math.PI * p[0] / WIDTH), p[1]
        });
        double[] resistances = new double[GRAIN_ROWS];
        Arrays.fill(resistances, boundaryResistanceOhmM2);
        return CondensedPolycrystal.withField(
                mesh, new double[] {WIDTH, HEIGHT}, BlockMesh.isotropic(20, SIGMA), resistances, null);
    }

    @ParameterizedTest
    @CsvSource({"1e-7, 1e-10", "1e-5, 1e-10", "1e-4, 1e-10", "1e-3, 1e-10", "1e-10, 1e-7", "1e-1, 1e-7"})
    void brickLayerCellIsExact(double boundaryResistanceOhmM2, double relativeTolerance) {
        CondensedPolycrystal cell = bricks(boundaryResistanceOhmM2);
        double exact = HEIGHT / (HEIGHT / SIGMA + (GRAIN_ROWS - 1) * boundaryResistanceOhmM2);
        assertThat(cell.effectiveConductivitySPerM() / exact).isCloseTo(1, within(relativeTolerance));
        // Backward error: of a contrast of 1e9 the residual over the load only shows the rounding of the potential.
        assertThat(cell.residual().backwardError()).isLessThan(1e-13);
        if (boundaryResistanceOhmM2 > 1e-9) {
            assertThat(cell.residual().relativeToLoad()).isLessThan(1e-11);
        }
    }

    @Test
    void robinSlabIsExact() {
        CondensedPolycrystal slab = bricks(1e-4);
        double bulk = HEIGHT / SIGMA + (GRAIN_ROWS - 1) * 1e-4;
        CellSolution solution = new InterfaceSolver(slab)
                .solve(new CellDesign(ElectrodeContact.uniform(2e-3), ElectrodeContact.uniform(5e-4)));
        assertThat(solution.areaSpecificResistanceOhmM2() / (bulk + 2.5e-3)).isCloseTo(1, within(1e-10));
        assertThat(solution.lower().resistanceFraction()).isCloseTo(2e-3 / (bulk + 2.5e-3), within(1e-10));
        assertThat(solution.upper().resistanceFraction()).isCloseTo(5e-4 / (bulk + 2.5e-3), within(1e-10));
        assertThat(solution.upper().lithiumInterface().cov(500e-9)).isNaN();
        assertThat(solution.lower().lithiumInterface().cov(5e-6)).isLessThan(1e-8);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1e-3, 0", "0, 1e-3", "2e-3, 7e-4"})
    void layersAddTheirResistances(double lithiumSideOhmM2, double electrolyteSideOhmM2) {
        CondensedPolycrystal slab = bricks(1e-4);
        ElectrodeContact.IonicLayer layer =
                new ElectrodeContact.IonicLayer(10e-6, 0.01, lithiumSideOhmM2, electrolyteSideOhmM2);
        CellSolution solution = new InterfaceSolver(slab).solve(new CellDesign(layer, ElectrodeContact.uniform(5e-4)));
        double layerResistance = 1e-3 + lithiumSideOhmM2 + electrolyteSideOhmM2;
        double exact = HEIGHT / SIGMA + (GRAIN_ROWS - 1) * 1e-4 + 5e-4 + layerResistance;
        assertThat(solution.areaSpecificResistanceOhmM2()).isCloseTo(exact, Percentage.withPercentage(1e-8));
        assertThat(solution.lower().resistanceFraction()).isCloseTo(layerResistance / exact, within(1e-9));
        DepthProfile depth = solution.lower().depth().orElseThrow();
        assertThat(depth.depthM(depth.count() - 1)).isEqualTo(10e-6);
        for (InterfaceCurrent current : new InterfaceCurrent[] {
            solution.lower().lithiumInterface(),
            solution.lower().electrolyteInterface(),
            solution.upper().lithiumInterface()
        }) {
            assertThat(current.meanAPerM2()).isCloseTo(1 / exact, Percentage.withPercentage(1e-7));
            assertThat(current.cov(5e-6)).isLessThan(1e-7);
        }
    }
}
