package org.grainflux.microstructure.grid;

import java.util.Arrays;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.grid.CellGrid;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.Microstructure;

/** Draws a plane structure on a grid: a cell belongs to the grain in which its centre lies. */
public final class StructureRaster {
    private final CellComplex complex;
    private final CellGrid grid;
    private final int[] labels;

    private StructureRaster(CellComplex complex, CellGrid grid) {
        this.complex = complex;
        this.grid = grid;
        this.labels = new int[grid.cellCount()];
        Arrays.fill(labels, -1);
    }

    /**
     * @param structure plane
     * @param cells0 cells along the width
     * @param cells2 cells along the height, from electrode to electrode
     */
    public static LabelGrid draw(Microstructure structure, int cells0, int cells2) {
        if (structure.dimension() != 2) {
            throw new InvalidInputException("structures are drawn in dimension 2, got " + structure.dimension());
        }
        double[] sizeM = structure.sizeM();
        CellGrid grid = new CellGrid(cells0, 1, cells2, sizeM[0] / cells0, 1, sizeM[1] / cells2, true, false);
        StructureRaster raster = new StructureRaster(structure.complex(), grid);
        for (int cell = 0; cell < structure.complex().cellCount(); cell++) {
            raster.fill(cell);
        }
        raster.closeGaps();
        return LabelGrid.of(grid, raster.labels);
    }

    /** Even-odd filling along the lines of centres. */
    private void fill(int cell) {
        int corners = complex.cellFacetCount(cell);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < corners; k++) {
            low = Math.min(low, complex.loopCornerM(cell, k, 1));
            high = Math.max(high, complex.loopCornerM(cell, k, 1));
        }
        int first = Math.max(0, (int) Math.floor(low / grid.spacing2M() - 0.5));
        int last = Math.min(grid.cells2() - 1, (int) Math.ceil(high / grid.spacing2M() - 0.5));
        double[] crossings = new double[corners];
        for (int i2 = first; i2 <= last; i2++) {
            int count = cross(cell, (i2 + 0.5) * grid.spacing2M(), crossings);
            Arrays.sort(crossings, 0, count);
            for (int k = 0; k + 1 < count; k += 2) {
                int from = (int) Math.ceil(crossings[k] / grid.spacing0M() - 0.5);
                int to = (int) Math.ceil(crossings[k + 1] / grid.spacing0M() - 0.5);
                for (int i0 = from; i0 < to; i0++) {
                    labels[grid.cell(Math.floorMod(i0, grid.cells0()), 0, i2)] = complex.grain(cell);
                }
            }
        }
    }

    private int cross(int cell, double heightM, double[] crossings) {
        int corners = complex.cellFacetCount(cell);
        int count = 0;
        for (int k = 0; k < corners; k++) {
            double x0 = complex.loopCornerM(cell, k, 0);
            double y0 = complex.loopCornerM(cell, k, 1);
            double x1 = complex.loopCornerM(cell, (k + 1) % corners, 0);
            double y1 = complex.loopCornerM(cell, (k + 1) % corners, 1);
            if (y0 <= heightM != y1 <= heightM) {
                crossings[count++] = x0 + (heightM - y0) / (y1 - y0) * (x1 - x0);
            }
        }
        return count;
    }

    /** Two grains may both miss a centre that lies on their boundary to rounding; the neighbour along the line takes it. */
    private void closeGaps() {
        for (int i2 = 0; i2 < grid.cells2(); i2++) {
            for (int i0 = 0; i0 < 2 * grid.cells0(); i0++) {
                int here = grid.cell(i0 % grid.cells0(), 0, i2);
                int before = grid.cell(Math.floorMod(i0 - 1, grid.cells0()), 0, i2);
                labels[here] = labels[here] < 0 ? labels[before] : labels[here];
            }
        }
    }
}
