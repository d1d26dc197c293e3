package org.grainflux.physics.gridflux;

import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;
import org.grainflux.fem.grid.CellGrid;
import org.grainflux.fem.grid.FaceConductances;
import org.grainflux.microstructure.grid.BoundaryAreas;
import org.grainflux.microstructure.grid.LabelGrid;

/** From grains on a grid to conductances of faces: half a cell, the boundary, half a cell in series. */
final class GridNetwork {
    private final LabelGrid labels;
    private final CellGrid grid;
    private final BoundaryAreas areas;
    private final double[] conductivitySPerM;
    private final PairResistance boundary;

    private GridNetwork(LabelGrid labels, double[] conductivitySPerM, PairResistance boundary) {
        if (conductivitySPerM.length < labels.labelCount()) {
            throw new InvalidInputException("labels reach " + (labels.labelCount() - 1) + ", got "
                    + conductivitySPerM.length + " conductivities");
        }
        for (double sigma : conductivitySPerM) {
            Require.positive("conductivity of a grain", sigma, "S/m");
        }
        this.labels = labels;
        this.grid = labels.grid();
        this.areas = BoundaryAreas.of(labels);
        this.conductivitySPerM = conductivitySPerM;
        this.boundary = boundary;
    }

    /** Between perfect contacts: half a cell to either electrode. */
    static FaceConductances of(LabelGrid labels, double[] conductivitySPerM, PairResistance boundary) {
        return new GridNetwork(labels, conductivitySPerM, boundary).faces();
    }

    private FaceConductances faces() {
        int n = grid.cellCount();
        int layer = grid.layerCells();
        float[] across0 = new float[n];
        float[] across1 = new float[n];
        float[] across2 = new float[n + layer];
        for (int i2 = 0, cell = 0; i2 < grid.cells2(); i2++) {
            for (int i1 = 0; i1 < grid.cells1(); i1++) {
                for (int i0 = 0; i0 < grid.cells0(); i0++, cell++) {
                    if (i0 < grid.cells0() - 1 || grid.wraps0()) {
                        across0[cell] = face(cell, i0, i1, i2, 0, grid.cell((i0 + 1) % grid.cells0(), i1, i2));
                    }
                    if (i1 < grid.cells1() - 1 || grid.wraps1()) {
                        across1[cell] = face(cell, i0, i1, i2, 1, grid.cell(i0, (i1 + 1) % grid.cells1(), i2));
                    }
                    if (i2 < grid.cells2() - 1) {
                        across2[cell + layer] = face(cell, i0, i1, i2, 2, cell + layer);
                    }
                }
            }
        }
        for (int c = 0; c < layer; c++) {
            across2[c] = electrodeFace(c);
            across2[n + c] = electrodeFace(n - layer + c);
        }
        return new FaceConductances(grid, across0, across1, across2);
    }

    private float face(int cell, int i0, int i1, int i2, int axis, int other) {
        int here = labels.label(cell);
        int there = labels.label(other);
        double half = 0.5 * grid.spacingM(axis);
        double ohmM2 = half / conductivitySPerM[here] + half / conductivitySPerM[there];
        if (here != there) {
            double sheetOhmM2 = Require.nonNegative("resistance of a boundary", boundary.ohmM2(here, there), "ohm m2");
            ohmM2 += sheetOhmM2 / areas.ratio(cell, i0, i1, i2, other);
        }
        return (float) (grid.faceAreaM2(axis) / ohmM2);
    }

    private float electrodeFace(int cell) {
        return (float) (2 * conductivitySPerM[labels.label(cell)] * grid.faceAreaM2(2) / grid.spacing2M());
    }
}
