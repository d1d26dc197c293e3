package org.grainflux.fem.grid;

import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;

/**
 * A box of equal cells. Cells are numbered with axis 0 fastest, then axis 1, then axis 2, which runs from the lower to
 * the upper electrode. A plane problem has one cell along axis 1.
 *
 * @param cells0 along axis 0, at least 1
 * @param cells1 along axis 1, at least 1
 * @param cells2 along axis 2, at least 1
 * @param spacing0M edge of a cell along axis 0, m
 * @param spacing1M along axis 1, m; the depth of the slice in a plane problem
 * @param spacing2M along axis 2, m
 * @param periodic0 whether the last cell along axis 0 is a neighbour of the first
 * @param periodic1 the same along axis 1
 */
public record CellGrid(
        int cells0,
        int cells1,
        int cells2,
        double spacing0M,
        double spacing1M,
        double spacing2M,
        boolean periodic0,
        boolean periodic1) {
    public CellGrid {
        if (cells0 < 1 || cells1 < 1 || cells2 < 1) {
            throw new InvalidInputException(
                    "a grid needs at least one cell per axis, got " + cells0 + " x " + cells1 + " x " + cells2);
        }
        // One plane more than the cells is stored for faces across axis 2.
        if ((long) cells0 * cells1 * (cells2 + 1L) > Integer.MAX_VALUE - 8) {
            throw new InvalidInputException("a grid holds at most 2^31 cells, got " + cells0 + " x " + cells1 + " x "
                    + cells2 + "; crop or coarsen the image");
        }
        Require.positive("cell spacing along axis 0", spacing0M, "m");
        Require.positive("cell spacing along axis 1", spacing1M, "m");
        Require.positive("cell spacing along axis 2", spacing2M, "m");
    }

    /** Cubes, periodic across. */
    public static CellGrid cubes(int cells0, int cells1, int cells2, double spacingM) {
        return new CellGrid(cells0, cells1, cells2, spacingM, spacingM, spacingM, true, true);
    }

    /** Squares, periodic along axis 0, one metre deep. */
    public static CellGrid squares(int cells0, int cells2, double spacingM) {
        return new CellGrid(cells0, 1, cells2, spacingM, 1, spacingM, true, false);
    }

    public int cellCount() {
        return cells0 * cells1 * cells2;
    }

    /** Cells of one layer across axis 2. */
    public int layerCells() {
        return cells0 * cells1;
    }

    public int cell(int i0, int i1, int i2) {
        return (i2 * cells1 + i1) * cells0 + i0;
    }

    /**
     * Number of a line of cells along axis 0 in arrays of lines, in the layer above the last one too. Lines have colours,
     * see {@link #colour}; those of a layer that have colour 0 come first, so that a sweep over one colour, too, runs through
     * memory without gaps.
     */
    int line(int i1, int i2) {
        int colours0 = (cells1 + 1 - (i2 & 1)) / 2;
        return i2 * cells1 + i1 / 2 + colour(i1, i2) * colours0;
    }

    /** Colour of a line of cells along axis 0: neighbours differ, except around an odd number of lines. */
    static int colour(int i1, int i2) {
        return (i1 + i2) & 1;
    }

    public double spacingM(int axis) {
        return switch (axis) {
            case 0 -> spacing0M;
            case 1 -> spacing1M;
            default -> spacing2M;
        };
    }

    /** Area of a face across an axis, m². */
    public double faceAreaM2(int axis) {
        return spacing0M * spacing1M * spacing2M / spacingM(axis);
    }

    /** Whether faces across axis 0 exist between the last and the first cell; a single cell is not its own neighbour. */
    public boolean wraps0() {
        return periodic0 && cells0 > 1;
    }

    /** The same across axis 1. */
    public boolean wraps1() {
        return periodic1 && cells1 > 1;
    }
}
