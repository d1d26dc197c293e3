package org.grainflux.bench.kernels;

import org.grainflux.fem.grid.CellGrid;
import org.grainflux.fem.grid.FaceConductances;
import org.grainflux.fem.grid.GridPasses;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * The smoother of label grids on seven million voxels, in single precision. Grains are cut out by three families of oblique
 * planes, 24 voxels apart, since blocks of voxels that a resistive boundary cuts cost more than others.
 */
public class GridKernelBenchmark extends KernelBenchmark {
    private static final int CELLS_PER_SIDE = 192;
    private static final int GRAIN_CELLS = 24;
    /** Normals of the planes in tenths of a voxel: none lies along the grid. */
    private static final int[][] NORMALS = {{10, 3, 2}, {-3, 10, 2}, {2, -3, 10}};

    private GridPasses passes;

    @Setup
    public void setUp() {
        CellGrid grid = CellGrid.cubes(CELLS_PER_SIDE, CELLS_PER_SIDE, CELLS_PER_SIDE, 1);
        passes = new GridPasses(new FaceConductances(grid, across(grid, 0), across(grid, 1), across(grid, 2)));
    }

    /** 1 within a grain, a third across a boundary; to the next cell, and along axis 2 from the one below. */
    private static float[] across(CellGrid grid, int axis) {
        float[] conductances = new float[grid.cellCount() + (axis == 2 ? grid.layerCells() : 0)];
        int[] cell = new int[3];
        for (int c = 0; c < conductances.length; c++) {
            cell[0] = c % grid.cells0();
            cell[1] = c / grid.cells0() % grid.cells1();
            cell[2] = c / grid.layerCells();
            conductances[c] = isBoundary(cell, axis, axis == 2 ? -1 : 1) ? 1f / 3 : 1;
        }
        return conductances;
    }

    private static boolean isBoundary(int[] cell, int axis, int step) {
        for (int[] normal : NORMALS) {
            int place = normal[0] * cell[0] + normal[1] * cell[1] + normal[2] * cell[2];
            int next = place + step * normal[axis];
            if (Math.floorDiv(place, 10 * GRAIN_CELLS) != Math.floorDiv(next, 10 * GRAIN_CELLS)) {
                return true;
            }
        }
        return false;
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
