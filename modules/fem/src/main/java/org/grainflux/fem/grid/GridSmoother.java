package org.grainflux.fem.grid;

import java.util.Arrays;

/**
 * Smoothing on the grid itself: Gauss–Seidel over lines of cells along axis 0 in two colours, Jacobi within a line. In a
 * uniform grid it damps every mode that oscillates between neighbours by 3 at least. It never increases the energy norm
 * of an error in any network, because 2 D − A restricted to a line is diagonally dominant. Lines of one colour do not
 * depend on each other, so results are the same in any order and on any number of threads.
 *
 * <p>Stages of a half cycle follow each other layer by layer, each one layer behind the stage it needs, so that a layer is
 * still in cache when the next stage reads it.
 */
final class GridSmoother {
    private final CellGrid grid;
    private final float[] across0;
    private final float[] inverseDiagonal;
    private final int[] aggregates;
    /** Sums over one line of cells at a time. */
    private final float[] line;

    GridSmoother(FaceConductances faces, int[] aggregates) {
        this.grid = faces.grid();
        this.across0 = faces.across0();
        this.aggregates = aggregates;
        this.line = new float[grid.cells0()];
        this.inverseDiagonal = new float[grid.cellCount()];
        for (int i2 = 0, c = 0; i2 < grid.cells2(); i2++) {
            for (int i1 = 0; i1 < grid.cells1(); i1++) {
                for (int i0 = 0; i0 < grid.cells0(); i0++, c++) {
                    inverseDiagonal[c] = (float) (1 / faces.diagonalS(i0, i1, i2));
                }
            }
        }
    }

    /** First half of a cycle: smooths from z = 0 and adds the residual up over aggregates. */
    void descend(RowNeighbours at, float[] load, float[] z, float[] restricted) {
        int layers = grid.cells2();
        Arrays.fill(restricted, 0);
        for (int step = 0; step < layers + 2; step++) {
            if (step < layers) {
                relaxFromZero(at, step, 0, load, z);
            }
            if (step >= 1 && step - 1 < layers) {
                relaxFromZero(at, step - 1, 1, load, z);
            }
            if (step >= 2) {
                restrictResidual(at, step - 2, z, restricted);
            }
        }
    }

    /** Second half: adds the correction of the aggregates and smooths with the adjoint of the first half. */
    void ascend(RowNeighbours at, float[] correction, float[] load, float[] z) {
        int layers = grid.cells2();
        for (int step = 0; step < layers + 2; step++) {
            if (step < layers) {
                correct(step, correction, z);
            }
            if (step >= 1 && step - 1 < layers) {
                relax(at, step - 1, 1, load, z);
            }
            if (step >= 2) {
                relax(at, step - 2, 0, load, z);
            }
        }
    }

    /**
     * Lines of one colour of a layer, in the first half of a cycle: one step from z = 0 with what has been swept so far.
     * The second colour needs the first in this layer and in the layers beside it.
     */
    private void relaxFromZero(RowNeighbours at, int layer, int colour, float[] load, float[] z) {
        for (int i1 = 0; i1 < grid.cells1(); i1++) {
            if (RowNeighbours.colour(i1, layer) != colour) {
                continue;
            }
            at.sweptBefore(i1, layer);
            if (at.isAlone()) {
                relaxAlone(at.start, load, z, inverseDiagonal);
            } else {
                at.sum(z, line);
                relaxSummed(at.start, line, load, z, inverseDiagonal);
            }
        }
    }

    private void relaxAlone(int s, float[] load, float[] z, float[] inverse) {
        int end = s + grid.cells0();
        for (int c = s; c < end; c++) {
            z[c] = load[c] * inverse[c];
        }
    }

    private static void relaxSummed(int s, float[] line, float[] load, float[] z, float[] inverse) {
        for (int x = 0; x < line.length; x++) {
            z[s + x] = (load[s + x] + line[x]) * inverse[s + x];
        }
    }

    /**
     * The residual that {@link #relaxFromZero} leaves in a layer, added up over aggregates. A line has solved for what
     * was there when it was swept, so only neighbours swept later, and those within the line, contribute.
     */
    private void restrictResidual(RowNeighbours at, int layer, float[] z, float[] restricted) {
        for (int i1 = 0; i1 < grid.cells1(); i1++) {
            at.sweptAfter(i1, layer);
            if (at.isAlone()) {
                Arrays.fill(line, 0);
            } else {
                at.sum(z, line);
            }
            addAlong(at.start, z);
            restrict(at.start, aggregates, line, restricted);
        }
    }

    private static void restrict(int s, int[] aggregates, float[] line, float[] restricted) {
        for (int x = 0; x < line.length; x++) {
            restricted[aggregates[s + x]] += line[x];
        }
    }

    private void addAlong(int s, float[] z) {
        float[] sums = line;
        float[] g = across0;
        int last = sums.length - 1;
        sums[0] += g[s + last] * z[s + last];
        for (int x = 1; x <= last; x++) {
            sums[x] += g[s + x - 1] * z[s + x - 1];
        }
        for (int x = 0; x < last; x++) {
            sums[x] += g[s + x] * z[s + x + 1];
        }
        sums[last] += g[s + last] * z[s];
    }

    /** Adds the coarse correction to a layer. */
    private void correct(int layer, float[] correction, float[] z) {
        int from = grid.cell(0, 0, layer);
        int to = from + grid.layerCells();
        int[] aggregate = aggregates;
        for (int c = from; c < to; c++) {
            z[c] += correction[aggregate[c]];
        }
    }

    /** Lines of one colour of a layer in the adjoint sweep: lines in reverse, colour 1 everywhere before colour 0. */
    private void relax(RowNeighbours at, int layer, int colour, float[] load, float[] z) {
        for (int i1 = grid.cells1() - 1; i1 >= 0; i1--) {
            if (RowNeighbours.colour(i1, layer) == colour) {
                at.all(i1, layer);
                relaxLine(at, load, z);
            }
        }
    }

    private void relaxLine(RowNeighbours at, float[] load, float[] z) {
        at.sum(z, line);
        float[] sums = line;
        float[] inverse = inverseDiagonal;
        float[] g0 = across0;
        int s = at.start;
        int last = sums.length - 1;
        float first = z[s];
        // What stood before the line's own update, so that cells of a line do not see each other's new values.
        float before = g0[s + last] * z[s + last];
        for (int x = 0; x < last; x++) {
            float here = z[s + x];
            float g = g0[s + x];
            float sum = load[s + x] + sums[x] + before + g * z[s + x + 1];
            before = g * here;
            z[s + x] = sum * inverse[s + x];
        }
        float sum = load[s + last] + sums[last] + before + g0[s + last] * first;
        z[s + last] = sum * inverse[s + last];
    }
}
