package org.grainflux.bench.kernels;

import java.util.Arrays;
import org.grainflux.fem.grid.CellGrid;
import org.grainflux.fem.grid.FaceConductances;
import org.grainflux.fem.grid.GridPasses;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * The smoother of label grids on seven million voxels, in single precision. All faces conduct alike: what the loops read
 * and do does not depend on the values.
 */
public class GridKernelBenchmark extends KernelBenchmark {
    private static final int CELLS_PER_SIDE = 192;

    private GridPasses passes;

    @Setup
    public void setUp() {
        CellGrid grid = CellGrid.cubes(CELLS_PER_SIDE, CELLS_PER_SIDE, CELLS_PER_SIDE, 1);
        int n = grid.cellCount();
        passes = new GridPasses(new FaceConductances(grid, ones(n), ones(n), ones(n + grid.layerCells())));
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Benchmark
    public void gridSmoothDown(Work work) {
        work.time(passes.smoothDown());
    }

    @Benchmark
    public void gridSmoothUp(Work work) {
        work.time(passes.smoothUp());
    }
}
