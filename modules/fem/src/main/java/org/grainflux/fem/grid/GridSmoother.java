package org.grainflux.fem.grid;

import java.util.Arrays;

/**
 * Smoothing on the grid itself: Gauss–Seidel over lines of cells along axis 0 in two colours, Jacobi within a line. In a
 * uniform grid it damps every mode that oscillates between neighbours by 3 at least. It never increases the energy norm
 * of an error in any network, because 2 D − A restricted to a line is diagonally dominant. Lines of one colour do not
 * depend on each other, so results are the same in any order and on any number of threads.
 */
final class GridSmoother {
    private final CellGrid grid;
    private final float[][] inverseDiagonal;
    private final BlockAggregates aggregates;

    GridSmoother(FaceConductances faces, BlockAggregates aggregates) {
        this.grid = faces.grid();
        this.aggregates = aggregates;
        this.inverseDiagonal = Lines.of(grid);
        double[] sums = new double[grid.cells0()];
        for (int i2 = 0; i2 < grid.cells2(); i2++) {
            for (int i1 = 0; i1 < grid.cells1(); i1++) {
                float[] inverse = inverseDiagonal[grid.line(i1, i2)];
                faces.diagonals(i1, i2, sums);
                for (int x = 0; x < sums.length; x++) {
                    inverse[x] = (float) (1 / sums[x]);
                }
            }
        }
    }

    /** First half of a cycle: smooths from z = 0 and adds the residual up over aggregates. */
    void descend(LayerSweep sweep, float[][] load, float[][] z, float[] restricted) {
        sweep.run(
                (at, layer) -> relaxFromZero(at, layer, 0, load, z),
                (at, layer) -> relaxFromZero(at, layer, 1, load, z),
                (at, layer) -> restrictResidual(at, layer, z, restricted));
    }

    /**
     * Second half: adds the correction of the aggregates and smooths with the adjoint of the first half.
     *
     * @param finished called for a layer when nothing in it will change any more
     */
    void ascend(LayerSweep sweep, float[] correction, float[][] load, float[][] z, LayerSweep.Stage finished) {
        sweep.run(
                (at, layer) -> correct(at, layer, correction, z),
                (at, layer) -> relax(at, layer, 1, load, z),
                (at, layer) -> {
                    relax(at, layer, 0, load, z);
                    finished.run(at, layer);
                });
    }

    /**
     * Lines of one colour of a layer, in the first half of a cycle: one step from z = 0 with what has been swept so far.
     * The second colour needs the first in this layer and in the layers beside it.
     */
    private void relaxFromZero(LineNeighbours at, int layer, int colour, float[][] load, float[][] z) {
        for (int i1 = 0; i1 < grid.cells1(); i1++) {
            if (CellGrid.colour(i1, layer) != colour) {
                continue;
            }
            if (at.sweptBefore(i1, layer)) {
                at.sumBeside(z, at.sums);
                Lines.relax(z[at.line], load[at.line], at.sums, inverseDiagonal[at.line]);
            } else {
                Lines.setProduct(z[at.line], load[at.line], inverseDiagonal[at.line]);
            }
        }
    }

    /**
     * The residual that {@link #relaxFromZero} leaves in blocks that end in a layer, added up over aggregates.
     */
    private void restrictResidual(LineNeighbours at, int layer, float[][] z, float[] restricted) {
        int lower = layer & ~1;
        if (layer == lower && layer < grid.cells2() - 1) {
            return;
        }
        float[][] residuals = at.sumsOfBlocks;
        for (int i1 = 0; i1 < grid.cells1(); i1 += 2) {
            for (int k = 0; k < residuals.length; k++) {
                int line = i1 + (k & 1);
                int lineLayer = lower + (k >> 1);
                if (line < grid.cells1() && lineLayer <= layer) {
                    residual(at, line, lineLayer, z, residuals[k]);
                } else {
                    Arrays.fill(residuals[k], 0);
                }
            }
            aggregates.restrict(i1 / 2, lower / 2, residuals, at.sums, restricted);
        }
    }

    /**
     * A line has solved for what was there when it was swept, so only neighbours swept later, and those within the line,
     * contribute.
     */
    private static void residual(LineNeighbours at, int i1, int i2, float[][] z, float[] residual) {
        if (at.sweptAfter(i1, i2)) {
            at.sumBeside(z, residual);
            at.addAlong(z, residual);
        } else {
            at.sumAlong(z, residual);
        }
    }

    /** Adds the coarse correction to a layer. */
    private void correct(LineNeighbours at, int layer, float[] correction, float[][] z) {
        float[] expanded = at.sums;
        for (int i1 = 0; i1 < grid.cells1(); i1++) {
            if ((i1 & 1) == 0) {
                aggregates.expand(i1 / 2, layer / 2, correction, expanded);
            }
            aggregates.expandCut(i1, layer, correction, expanded);
            Lines.add(z[grid.line(i1, layer)], expanded);
        }
    }

    /**
     * Lines of one colour of a layer in the adjoint sweep: colour 1 everywhere before colour 0. Where lines of one colour are
     * neighbours, the last one and the first, the order is turned round too; all others keep it, since memory is read faster
     * forwards than backwards.
     */
    private void relax(LineNeighbours at, int layer, int colour, float[][] load, float[][] z) {
        for (int k = 1; k <= grid.cells1(); k++) {
            int i1 = k < grid.cells1() ? k : 0;
            if (CellGrid.colour(i1, layer) == colour) {
                at.all(i1, layer);
                at.sumBeside(z, at.sums);
                at.addAlong(z, at.sums);
                Lines.relax(z[at.line], load[at.line], at.sums, inverseDiagonal[at.line]);
            }
        }
    }
}
