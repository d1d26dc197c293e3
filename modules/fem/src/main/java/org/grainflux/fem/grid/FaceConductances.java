package org.grainflux.fem.grid;

import java.util.Arrays;
import org.grainflux.core.InvalidInputException;

/**
 * A resistor network on a grid: one conductance per face between neighbouring cells, and one per face at the two
 * electrodes, which are held. The operator of the cell potentials u is (A u)ᵢ = Σⱼ gᵢⱼ (uᵢ − uⱼ), with u = 0 at the
 * electrodes: symmetric, positive definite, never assembled.
 *
 * <p>Conductances are kept in single precision, 12 bytes per cell: each is off by at most 6·10⁻⁸ of itself, and so is
 * the effective conductance, far below the error of the grid. Every line of cells along axis 0 has an array of its own,
 * see {@link Lines}.
 */
public final class FaceConductances {
    private final CellGrid grid;
    private final float[][] across0;
    private final float[][] across1;
    private final float[][] across2;

    /**
     * Copies the arrays.
     *
     * @param across0 S, one per cell: to the next cell along axis 0, from the last to the first where the axis wraps, 0
     *     there where it does not
     * @param across1 S, the same along axis 1
     * @param across2 S, one per cell and layer more: entry c is the face below cell c; the first layer is the lower
     *     electrode, the extra last layer the upper one
     */
    public FaceConductances(CellGrid grid, float[] across0, float[] across1, float[] across2) {
        int n = grid.cellCount();
        if (across0.length != n || across1.length != n || across2.length != n + grid.layerCells()) {
            throw new IllegalArgumentException("face arrays for " + n + " cells have lengths " + across0.length + ", "
                    + across1.length + ", " + across2.length);
        }
        requireConductances(across0);
        requireConductances(across1);
        requireConductances(across2);
        this.grid = grid;
        this.across0 = Lines.of(grid, across0);
        this.across1 = Lines.of(grid, across1);
        this.across2 = Lines.of(grid, across2);
        requireClosedSides();
    }

    private FaceConductances(CellGrid grid, float[][] across0, float[][] across1, float[][] across2) {
        this.grid = grid;
        this.across0 = across0;
        this.across1 = across1;
        this.across2 = across2;
    }

    /**
     * The same network with other faces at the electrodes. All other faces are shared, so this takes no memory to speak of.
     *
     * @param lower S, one per cell of the first layer
     * @param upper S, one per cell of the last layer
     */
    public FaceConductances withElectrodes(float[] lower, float[] upper) {
        int layer = grid.layerCells();
        if (lower.length != layer || upper.length != layer) {
            throw new IllegalArgumentException(
                    "electrodes of " + layer + " faces, got " + lower.length + " and " + upper.length);
        }
        requireConductances(lower);
        requireConductances(upper);
        float[][] faces = across2.clone();
        int n = grid.cells0();
        for (int i1 = 0; i1 < grid.cells1(); i1++) {
            faces[grid.line(i1, 0)] = Arrays.copyOfRange(lower, i1 * n, (i1 + 1) * n);
            faces[grid.line(i1, grid.cells2())] = Arrays.copyOfRange(upper, i1 * n, (i1 + 1) * n);
        }
        return new FaceConductances(grid, across0, across1, faces);
    }

    public CellGrid grid() {
        return grid;
    }

    /** S, to the next cell along axis 0. */
    public double across0S(int cell) {
        return at(across0, cell);
    }

    /** S, to the next cell along axis 1. */
    public double across1S(int cell) {
        return at(across1, cell);
    }

    /** S, to the cell below along axis 2; for cells of layer 0 to the lower electrode. */
    public double belowS(int cell) {
        return at(across2, cell);
    }

    /** S, to the cell above along axis 2; for cells of the last layer to the upper electrode. */
    public double aboveS(int cell) {
        return at(across2, cell + grid.layerCells());
    }

    private float at(float[][] lines, int cell) {
        int line = cell / grid.cells0();
        return lines[grid.line(line % grid.cells1(), line / grid.cells1())][cell % grid.cells0()];
    }

    /** To the next cell along axis 0, by line and place in it. The arrays themselves: not to be changed. */
    float[][] across0() {
        return across0;
    }

    /** To the next line along axis 1; likewise. */
    float[][] across1() {
        return across1;
    }

    /** To the line below along axis 2, with a layer more; likewise. */
    float[][] across2() {
        return across2;
    }

    /** The line before along axis 1, the last one for the first. */
    int lineBefore1(int i1, int i2) {
        return grid.line(i1 > 0 ? i1 - 1 : grid.cells1() - 1, i2);
    }

    /** Sum of the conductances of every cell of a line, the diagonal of A, S. */
    void diagonals(int i1, int i2, double[] sums) {
        int line = grid.line(i1, i2);
        float[] next0 = across0[line];
        float[] next1 = across1[line];
        float[] back1 = across1[lineBefore1(i1, i2)];
        float[] below = across2[line];
        float[] above = across2[grid.line(i1, i2 + 1)];
        for (int x = 0; x < sums.length; x++) {
            float back0 = next0[x > 0 ? x - 1 : sums.length - 1];
            sums[x] = (double) back0 + next0[x] + back1[x] + next1[x] + below[x] + above[x];
        }
    }

    private static void requireConductances(float[] values) {
        for (float g : values) {
            if (!(g >= 0 && g <= Float.MAX_VALUE)) {
                throw new InvalidInputException("face conductances must be finite and >= 0, got " + g
                        + " S; choose units in which they lie within the range of single precision");
            }
        }
    }

    private void requireClosedSides() {
        for (int i2 = 0; i2 < grid.cells2(); i2++) {
            for (int i1 = 0; i1 < grid.cells1(); i1++) {
                int last = grid.cell(grid.cells0() - 1, i1, i2);
                if (!grid.wraps0() && across0S(last) != 0) {
                    throw new IllegalArgumentException("a face conducts across the end of axis 0, cell " + last);
                }
            }
            for (int i0 = 0; i0 < grid.cells0(); i0++) {
                int last = grid.cell(i0, grid.cells1() - 1, i2);
                if (!grid.wraps1() && across1S(last) != 0) {
                    throw new IllegalArgumentException("a face conducts across the end of axis 1, cell " + last);
                }
            }
        }
    }
}
