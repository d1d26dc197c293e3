package org.grainflux.physics.gridflux;

import org.grainflux.fem.grid.CellGrid;
import org.grainflux.fem.grid.FaceConductances;
import org.grainflux.fem.grid.GridSolver;
import org.grainflux.fem.solve.SolveReport;
import org.grainflux.microstructure.grid.LabelGrid;

/** Flux through grains on a grid between a lower electrode at 1 V and an upper one at 0 V. */
public final class GridFlux {
    private final LabelGrid labels;
    private final FaceConductances faces;
    private final double[] potentialsV;
    private final SolveReport report;

    private GridFlux(LabelGrid labels, FaceConductances faces, double[] potentialsV, SolveReport report) {
        this.labels = labels;
        this.faces = faces;
        this.potentialsV = potentialsV;
        this.report = report;
    }

    /**
     * @param conductivitySPerM σ of each label, &gt; 0
     * @param boundary resistance between different labels
     * @param relativeTolerance of the true residual, ‖b − A u‖₂ / ‖b‖₂
     * @throws org.grainflux.core.NumericalFailureException when the tolerance is not reached
     */
    public static GridFlux solve(
            LabelGrid labels,
            double[] conductivitySPerM,
            PairResistance boundary,
            SurfaceContact lower,
            SurfaceContact upper,
            double relativeTolerance) {
        // 1. Conductance of every face, boundaries with their true area.
        FaceConductances faces = GridNetwork.of(labels, conductivitySPerM, boundary, lower, upper);
        // 2. The lower electrode at 1 V drives the first layer.
        CellGrid grid = labels.grid();
        double[] load = new double[grid.cellCount()];
        for (int c = 0; c < grid.layerCells(); c++) {
            load[c] = faces.belowS(c);
        }
        // 3. Solve.
        double[] potentialsV = new double[grid.cellCount()];
        SolveReport report = new GridSolver(faces).solve(load, potentialsV, relativeTolerance);
        return new GridFlux(labels, faces, potentialsV, report);
    }

    public SolveReport report() {
        return report;
    }

    public double potentialV(int cell) {
        return potentialsV[cell];
    }

    /** Current through the cut below a layer, from 0 (lower electrode) to cells2 (upper electrode), A, upwards. */
    public double currentA(int cut) {
        double sum = 0;
        for (int c = 0; c < labels.grid().layerCells(); c++) {
            sum += currentA(cut, c);
        }
        return sum;
    }

    /** Mean current density, A/m², for 1 V. */
    public double meanCurrentDensityAPerM2() {
        CellGrid grid = labels.grid();
        return currentA(0) / (grid.layerCells() * grid.faceAreaM2(2));
    }

    /** σ_eff = j H / V, contacts included, S/m. */
    public double effectiveConductivitySPerM() {
        CellGrid grid = labels.grid();
        return meanCurrentDensityAPerM2() * grid.cells2() * grid.spacing2M();
    }

    /** @param electrode 0 (lower) or 1 (upper) */
    public CellCurrents surface(int electrode) {
        CellGrid grid = labels.grid();
        int cut = electrode == 0 ? 0 : grid.cells2();
        int firstCell = electrode == 0 ? 0 : grid.cellCount() - grid.layerCells();
        double[] densities = new double[grid.layerCells()];
        int[] grains = new int[grid.layerCells()];
        for (int c = 0; c < densities.length; c++) {
            densities[c] = currentA(cut, c) / grid.faceAreaM2(2);
            grains[c] = labels.label(firstCell + c);
        }
        return new CellCurrents(grid, densities, grains);
    }

    private double currentA(int cut, int column) {
        CellGrid grid = labels.grid();
        int above = cut * grid.layerCells() + column;
        int below = above - grid.layerCells();
        double lower = cut == 0 ? 1 : potentialsV[below];
        double upper = cut == grid.cells2() ? 0 : potentialsV[above];
        double conductance = cut == grid.cells2() ? faces.aboveS(below) : faces.belowS(above);
        return conductance * (lower - upper);
    }
}
