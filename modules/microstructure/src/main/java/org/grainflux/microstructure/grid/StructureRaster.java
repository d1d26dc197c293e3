package org.grainflux.microstructure.grid;

import java.util.Arrays;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.grid.CellGrid;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.FanPoints;
import org.grainflux.microstructure.Microstructure;

/**
 * Draws a structure on a grid: a grid cell belongs to the grain in which its centre lies. Grains are the simplices that
 * the mesher starts from, the same {@link FanPoints} included, so grid and mesh stand for the same bodies even where
 * faces are not plane.
 */
public final class StructureRaster {
    /** Far above rounding, far below any feature; relative to the height. */
    private static final double INSIDE = 1e-9;

    private final CellComplex complex;
    private final CellGrid grid;
    private final int dimension;
    private final int[] labels;
    /** Corners of the simplex at hand, corner-major: (dimension + 1) × dimension, m. */
    private final double[] corners;

    private StructureRaster(CellComplex complex, CellGrid grid) {
        this.complex = complex;
        this.grid = grid;
        this.dimension = complex.dimension();
        this.labels = new int[grid.cellCount()];
        this.corners = new double[(dimension + 1) * dimension];
        Arrays.fill(labels, -1);
    }

    /**
     * @param structure plane; the grid is one metre deep
     * @param cells0 cells along the width
     * @param cells2 cells along the height, from electrode to electrode
     */
    public static LabelGrid draw(Microstructure structure, int cells0, int cells2) {
        requireDimension(structure, 2);
        double[] sizeM = structure.sizeM();
        return draw(structure, new CellGrid(cells0, 1, cells2, sizeM[0] / cells0, 1, sizeM[1] / cells2, true, false));
    }

    /**
     * @param structure solid
     * @param cells0 cells along x
     * @param cells1 cells along y
     * @param cells2 cells along z, from electrode to electrode
     */
    public static LabelGrid draw(Microstructure structure, int cells0, int cells1, int cells2) {
        requireDimension(structure, 3);
        double[] sizeM = structure.sizeM();
        return draw(
                structure,
                new CellGrid(
                        cells0, cells1, cells2, sizeM[0] / cells0, sizeM[1] / cells1, sizeM[2] / cells2, true, true));
    }

    private static void requireDimension(Microstructure structure, int dimension) {
        if (structure.dimension() != dimension) {
            throw new InvalidInputException("a structure of dimension " + structure.dimension()
                    + " cannot be drawn on a grid of dimension " + dimension);
        }
    }

    private static LabelGrid draw(Microstructure structure, CellGrid grid) {
        StructureRaster raster = new StructureRaster(structure.complex(), grid);
        for (int cell = 0; cell < structure.complex().cellCount(); cell++) {
            if (raster.dimension == 2) {
                raster.fillPolygon(cell);
            } else {
                raster.fillPolyhedron(cell);
            }
        }
        raster.closeGaps();
        return LabelGrid.of(grid, raster.labels);
    }

    private void fillPolygon(int cell) {
        place(0, complex.cellCentroidM(cell));
        int edges = complex.cellFacetCount(cell);
        for (int k = 0; k < edges; k++) {
            for (int axis = 0; axis < 2; axis++) {
                corners[2 + axis] = complex.loopCornerM(cell, k, axis);
                corners[4 + axis] = complex.loopCornerM(cell, (k + 1) % edges, axis);
            }
            fillSimplex(complex.grain(cell));
        }
    }

    private void fillPolyhedron(int cell) {
        place(0, FanPoints.cellPointM(complex, cell));
        for (int k = 0; k < complex.cellFacetCount(cell); k++) {
            int facet = complex.cellFacet(cell, k);
            double[] point = FanPoints.facePointM(complex, facet);
            for (int axis = 0; axis < 3; axis++) {
                boolean isMinus = complex.minusCell(facet) == cell;
                point[axis] -= isMinus ? 0 : complex.plusImage(facet, axis) * complex.sizeM(axis);
            }
            place(1, point);
            int edges = complex.facetCornerCount(facet);
            for (int c = 0; c < edges; c++) {
                for (int axis = 0; axis < 3; axis++) {
                    corners[6 + axis] = complex.cellCornerM(cell, k, c, axis);
                    corners[9 + axis] = complex.cellCornerM(cell, k, (c + 1) % edges, axis);
                }
                fillSimplex(complex.grain(cell));
            }
        }
    }

    private void place(int corner, double[] pointM) {
        System.arraycopy(pointM, 0, corners, corner * dimension, dimension);
    }

    /** Labels the centres within the simplex, line by line along axis 0. */
    private void fillSimplex(int grain) {
        double low = lowM(dimension - 1);
        double high = highM(dimension - 1);
        int first1 = dimension == 2 ? 0 : centreAbove(lowM(1), 1);
        int end1 = dimension == 2 ? 1 : centreAbove(highM(1), 1);
        int first2 = Math.max(0, centreAbove(low, 2) - 1);
        int end2 = Math.min(grid.cells2(), centreAbove(high, 2) + 1);
        for (int i2 = first2; i2 < end2; i2++) {
            for (int i1 = first1; i1 < end1 && low <= heightM(i2) && heightM(i2) <= high; i1++) {
                fillLine(i1, i2, grain);
            }
        }
    }

    /** Where a layer is sampled: at its middle, but the two at the electrodes just inside the electrodes. */
    private double heightM(int i2) {
        double height = complex.sizeM(dimension - 1);
        if (i2 == 0) {
            return INSIDE * height;
        }
        return i2 == grid.cells2() - 1 ? height - INSIDE * height : (i2 + 0.5) * grid.spacing2M();
    }

    private double lowM(int axis) {
        double low = Double.POSITIVE_INFINITY;
        for (int at = axis; at < corners.length; at += dimension) {
            low = Math.min(low, corners[at]);
        }
        return low;
    }

    private double highM(int axis) {
        double high = Double.NEGATIVE_INFINITY;
        for (int at = axis; at < corners.length; at += dimension) {
            high = Math.max(high, corners[at]);
        }
        return high;
    }

    private int centreAbove(double positionM, int gridAxis) {
        return (int) Math.ceil(positionM / grid.spacingM(gridAxis) - 0.5);
    }

    /** A line meets a simplex between its crossings of edges of the outline: those of its triangles, seen along axis 0. */
    private void fillLine(int i1, int i2, int grain) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double z = heightM(i2);
        if (dimension == 2) {
            for (int a = 0; a < 3; a++) {
                double x = crossing(2 * a, 2 * ((a + 1) % 3), z);
                low = Math.min(low, Double.isNaN(x) ? low : x);
                high = Math.max(high, Double.isNaN(x) ? high : x);
            }
        } else {
            double y = (i1 + 0.5) * grid.spacing1M();
            for (int opposite = 0; opposite < 4; opposite++) {
                double x = crossing(opposite, y, z);
                low = Math.min(low, Double.isNaN(x) ? low : x);
                high = Math.max(high, Double.isNaN(x) ? high : x);
            }
        }
        if (low <= high) {
            int line = grid.cell(0, Math.floorMod(i1, grid.cells1()), i2);
            int end = centreAbove(high, 0);
            for (int i0 = centreAbove(low, 0); i0 < end; i0++) {
                labels[line + Math.floorMod(i0, grid.cells0())] = grain;
            }
        }
    }

    /** Where the line at height z meets the edge between two corners, NaN where it does not. */
    private double crossing(int a, int b, double z) {
        double z0 = corners[a + 1];
        double z1 = corners[b + 1];
        return z0 <= z == z1 <= z ? Double.NaN : corners[a] + (z - z0) / (z1 - z0) * (corners[b] - corners[a]);
    }

    /** Where the line (y, z) meets the triangle opposite to a corner, NaN where it does not. */
    private double crossing(int opposite, double y, double z) {
        int a = 3 * ((opposite + 1) % 4);
        int b = 3 * ((opposite + 2) % 4);
        int c = 3 * ((opposite + 3) % 4);
        double wa = side(b, c, y, z);
        double wb = side(c, a, y, z);
        double wc = side(a, b, y, z);
        double sum = wa + wb + wc;
        boolean inside = wa >= 0 && wb >= 0 && wc >= 0 || wa <= 0 && wb <= 0 && wc <= 0;
        return inside && sum != 0 ? (wa * corners[a] + wb * corners[b] + wc * corners[c]) / sum : Double.NaN;
    }

    /** Twice the area of the triangle of two corners and (y, z), seen along axis 0. */
    private double side(int a, int b, double y, double z) {
        return (corners[a + 1] - y) * (corners[b + 2] - z) - (corners[a + 2] - z) * (corners[b + 1] - y);
    }

    /** Centres that all grains miss lie on a boundary to rounding; the neighbour along the line takes them. */
    private void closeGaps() {
        for (int line = 0; line < labels.length; line += grid.cells0()) {
            for (int i0 = 0; i0 < 2 * grid.cells0(); i0++) {
                int here = line + i0 % grid.cells0();
                int before = line + Math.floorMod(i0 - 1, grid.cells0());
                labels[here] = labels[here] < 0 ? labels[before] : labels[here];
            }
        }
    }
}
