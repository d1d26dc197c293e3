package org.grainflux.microstructure.grid;

import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.grid.CellGrid;

/** A structure as an image: the grain of every cell of a grid. */
public final class LabelGrid {
    private final CellGrid grid;
    private final int[] labels;
    private final int labelCount;

    private LabelGrid(CellGrid grid, int[] labels, int labelCount) {
        this.grid = grid;
        this.labels = labels;
        this.labelCount = labelCount;
    }

    /**
     * Takes the array over; it is not to be changed afterwards.
     *
     * @param labels grain of each cell, axis 0 fastest and axis 2 last; ≥ 0, best without gaps, since tables by label
     *     are as long as the largest one
     */
    public static LabelGrid of(CellGrid grid, int[] labels) {
        if (labels.length != grid.cellCount()) {
            throw new InvalidInputException("a grid of " + grid.cells0() + " x " + grid.cells1() + " x "
                    + grid.cells2() + " needs " + grid.cellCount() + " labels, got " + labels.length
                    + "; check the shape of the image and the order of its axes");
        }
        int largest = 0;
        for (int cell = 0; cell < labels.length; cell++) {
            if (labels[cell] < 0) {
                throw new InvalidInputException("labels must be >= 0, got " + labels[cell] + " in cell " + cell
                        + "; give unindexed cells a grain first");
            }
            largest = Math.max(largest, labels[cell]);
        }
        return new LabelGrid(grid, labels, largest + 1);
    }

    /** From 16-bit labels, read as unsigned. */
    public static LabelGrid of(CellGrid grid, short[] labels) {
        int[] wide = new int[labels.length];
        for (int cell = 0; cell < labels.length; cell++) {
            wide[cell] = Short.toUnsignedInt(labels[cell]);
        }
        return of(grid, wide);
    }

    public CellGrid grid() {
        return grid;
    }

    public int label(int cell) {
        return labels[cell];
    }

    /** One more than the largest label. */
    public int labelCount() {
        return labelCount;
    }
}
