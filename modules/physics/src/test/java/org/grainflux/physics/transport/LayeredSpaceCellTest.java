package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flat layers in series in 3D: every resistance adds, so the cell's resistance is known exactly. */
class LayeredSpaceCellTest {
    private static final double WIDTH = 40e-6;
    private static final double HEIGHT = 50e-6;
    private static final double SIGMA = 0.05;
    private static final int GRAIN_ROWS = 5;
    private static final double[] SIZE = {WIDTH, WIDTH, HEIGHT};

    /** Columns touch through boundaries of their own, which carry no current here. */
    private static IterativeCellSolver bricks(double boundaryResistanceOhmM2) {
        int n = 8;
        int[] columns = new int[n];
        Arrays.setAll(columns, k -> k / 2);
        int[] rows = new int[2 * GRAIN_ROWS];
        Arrays.setAll(rows, k -> k / 2);
        SimplexMesh plane = BlockMesh.of(
                BlockMesh.lines(WIDTH, n), columns, BlockMesh.lines(HEIGHT, rows.length), rows, true, p -> p);
        SimplexMesh mesh = ExtrudedMesh.of(plane, BlockMesh.lines(WIDTH, n), columns, p -> new double[] {
            // Bent lines, so that nothing is exact by symmetry of the grid.
            p[0] + 0.02 * WIDTH * Math.sin(2 * Math.PI * (p[0] + p[1]) / WIDTH),
            p[1] + 0.02 * WIDTH * Math.sin(2 * Math.PI * p[1] / WIDTH),
            p[2]
        });
        double[] resistances = new double[GRAIN_ROWS + 1];
        Arrays.fill(resistances, boundaryResistanceOhmM2);
        double[][] tensors = new double[4 * 4 * GRAIN_ROWS][];
        Arrays.fill(tensors, new double[] {SIGMA, 0, 0, 0, SIGMA, 0, 0, 0, SIGMA});
        return new IterativeCellSolver(
                AssembledPolycrystal.of(mesh, SIZE, tensors, resistances, null), DirectSolver::new, 1e-12);
    }

    /** At 1e-10 Ω m² the contrast of 1e5 leaves that much more of the rounding. */
    @ParameterizedTest
    @CsvSource({"1e-7, 1e-9", "1e-5, 1e-9", "1e-3, 1e-9", "1e-10, 1e-7", "1e-1, 1e-7"})
    void brickLayerCellIsExact(double boundaryResistanceOhmM2, double relativeTolerance) {
        IterativeCellSolver cell = bricks(boundaryResistanceOhmM2);
        double exact = HEIGHT / (HEIGHT / SIGMA + (GRAIN_ROWS - 1) * boundaryResistanceOhmM2);
        assertThat(cell.effectiveConductivitySPerM() / exact).isCloseTo(1, within(relativeTolerance));
        assertThat(cell.backwardError()).isLessThan(1e-12);
    }

    @Test
    void robinSlabIsExact() {
        IterativeCellSolver slab = bricks(1e-4);
        double bulk = HEIGHT / SIGMA + (GRAIN_ROWS - 1) * 1e-4;
        CellSolution solution =
                slab.solve(new CellDesign(ElectrodeContact.uniform(2e-3), ElectrodeContact.uniform(5e-4)));
        assertThat(solution.areaSpecificResistanceOhmM2() / (bulk + 2.5e-3)).isCloseTo(1, within(1e-10));
        assertThat(solution.lower().resistanceFraction()).isCloseTo(2e-3 / (bulk + 2.5e-3), within(1e-10));
        assertThat(solution.upper().resistanceFraction()).isCloseTo(5e-4 / (bulk + 2.5e-3), within(1e-10));
        assertThat(solution.lower().lithiumInterface().cov(1.6e-5)).isLessThan(1e-8);
        double[] potentials = slab.nodePotentialsV(solution);
        assertThat(Arrays.stream(potentials).max().orElseThrow()).isCloseTo(1 - 2e-3 / (bulk + 2.5e-3), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1e-3, 0", "0, 1e-3", "2e-3, 7e-4"})
    void layersAddTheirResistances(double lithiumSideOhmM2, double electrolyteSideOhmM2) {
        IterativeCellSolver slab = bricks(1e-4);
        ElectrodeContact.IonicLayer layer =
                new ElectrodeContact.IonicLayer(10e-6, 0.01, lithiumSideOhmM2, electrolyteSideOhmM2);
        double layerResistance = 1e-3 + lithiumSideOhmM2 + electrolyteSideOhmM2;
        double bulk = HEIGHT / SIGMA + (GRAIN_ROWS - 1) * 1e-4;
        double[] sides = {layerResistance, 5e-4};
        for (int e = 0; e < 2; e++) {
            ElectrodeContact other = ElectrodeContact.uniform(5e-4);
            CellSolution solution = slab.solve(e == 0 ? new CellDesign(layer, other) : new CellDesign(other, layer));
            double exact = bulk + sides[0] + sides[1];
            assertThat(solution.areaSpecificResistanceOhmM2()).isCloseTo(exact, Percentage.withPercentage(1e-8));
            assertThat(solution.electrode(e).resistanceFraction()).isCloseTo(layerResistance / exact, within(1e-9));
            DepthProfile depth = solution.electrode(e).depth().orElseThrow();
            assertThat(depth.depthM(depth.count() - 1)).isEqualTo(10e-6);
            for (int plane = 0; plane < depth.count(); plane++) {
                InterfaceCurrent current = depth.current(plane);
                assertThat(current.meanAPerM2()).isCloseTo(1 / exact, Percentage.withPercentage(1e-7));
                assertThat(current.cov(1.6e-5)).isLessThan(1e-7);
            }
            assertThat(solution.electrode(e).lithiumInterface()).isSameAs(depth.current(depth.count() - 1));
        }
        CellSolution both = slab.solve(CellDesign.symmetric(layer));
        assertThat(both.areaSpecificResistanceOhmM2())
                .isCloseTo(bulk + 2 * layerResistance, Percentage.withPercentage(1e-8));
    }
}
