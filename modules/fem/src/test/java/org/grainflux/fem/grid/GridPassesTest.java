package org.grainflux.fem.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.grainflux.fem.solve.SolverPass;
import org.junit.jupiter.api.Test;

class GridPassesTest {
    /** In a uniform network cells are aggregated by blocks of eight: a number for each and for the end, a start for each line of them. */
    @Test
    void bytesAreThoseOfFacesAndVectors() {
        CellGrid grid = CellGrid.cubes(16, 16, 16, 1);
        int n = grid.cellCount();
        GridPasses passes = new GridPasses(new FaceConductances(grid, ones(n), ones(n), ones(n + 256)));
        double aggregates = 4.0 * (n / 8 + 1) + 4.0 * (8 * 8 + 1);
        assertThat(passes.smoothDown().bytes()).isEqualTo(24.0 * n + aggregates + 4.0 * n / 8);
        assertThat(passes.smoothUp().bytes()).isEqualTo(28.0 * n + aggregates + 4.0 * n / 8);
        for (SolverPass pass : new SolverPass[] {passes.smoothDown(), passes.smoothUp()}) {
            pass.prepare().run();
            pass.run().run();
        }
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
