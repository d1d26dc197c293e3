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
    private final int[] aggregates;

    GridSmoother(FaceConductances faces, int[] aggregates) {
        this.grid = faces.grid();
        this.aggregates = aggregates;
        this.inverseDiagonal = Lines.of(grid);
        double[] sums = new double[grid.cells0()];
        for (int i2 = 0; i2 < grid.cells2(); i2++) {
            for (int i1 = 0; i1 < grid.cells1(); i1++) {
                float[] inverse = inverseDiagonal[i2 * grid.cells1() + i1];
                faces.diagonals(i1, i2, sums);
                for (int x = 0; x < sums.length; x++) {
                    inverse[x] = (float) (1 / sums[x]);
                }
            }
        }
    }

    /** First half of a cycle: smooths from z = 0 and adds the residual up over aggregates. */
    void descend(LayerSweep sweep, float[][] load, float[][] z, float[] restricted) {
        Arrays.fill(restricted, 0);
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
                (at, layer) -> correct(layer, correction, z),
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
            if (LineNeighbours.colour(i1, layer) != colour) {
                continue;
            }
            if (at.sweptBefore(i1, layer)) {
                at.sumBeside(z);
                Lines.relax(z[at.line], load[at.line], at.sums, inverseDiagonal[at.line]);
            } else {
                Lines.setProduct(z[at.line], load[at.line], inverseDiagonal[at.line]);
            }
        }
    }

    /**
     * The residual that {@link #relaxFromZero} leaves in a layer, added up over aggregates. A line has solved for what
     * was there when it was swept, so only neighbours swept later, and those within the line, contribute.
     */
    private void restrictResidual(LineNeighbours at, int layer, float[][] z, float[] restricted) {
        for (int i1 = 0; i1 < grid.cells1(); i1++) {
            if (at.sweptAfter(i1, layer)) {
                at.sumBeside(z);
            } else {
                Arrays.fill(at.sums, 0);
            }
            at.addAlong(z);
            restrict(at.line * grid.cells0(), aggregates, at.sums, restricted);
        }
    }

    private static void restrict(int s, int[] aggregates, float[] line, float[] restricted) {
        for (int x = 0; x < line.length; x++) {
            restricted[aggregates[s + x]] += line[x];
        }
    }

    /** Adds the coarse correction to a layer. */
    private void correct(int layer, float[] correction, float[][] z) {
        int first = layer * grid.cells1();
        for (int line = first; line < first + grid.cells1(); line++) {
            correct(line * grid.cells0(), aggregates, correction, z[line]);
        }
    }

    private static void correct(int s, int[] aggregates, float[] correction, float[] line) {
        for (int x = 0; x < line.length; x++) {
            line[x] += correction[aggregates[s + x]];
        }
    }

    /** Lines of one colour of a layer in the adjoint sweep: lines in reverse, colour 1 everywhere before colour 0. */
    private void relax(LineNeighbours at, int layer, int colour, float[][] load, float[][] z) {
        for (int i1 = grid.cells1() - 1; i1 >= 0; i1--) {
            if (LineNeighbours.colour(i1, layer) == colour) {
                at.all(i1, layer);
                at.sumBeside(z);
                at.addAlong(z);
                Lines.relax(z[at.line], load[at.line], at.sums, inverseDiagonal[at.line]);
            }
        }
    }
}
