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
    /** Layers of cells below those of the grains. */
    private final int below;

    private final double[] potentialsV;
    private final SolveReport report;

    private GridFlux(LabelGrid labels, FaceConductances faces, int below, double[] potentialsV, SolveReport report) {
        this.labels = labels;
        this.faces = faces;
        this.below = below;
        this.potentialsV = potentialsV;
        this.report = report;
    }

    /**
     * @param conductivitySPerM σ of each label, &gt; 0
     * @param boundary resistance between different labels
     * @param relativeTolerance of the true residual, ‖b − A u‖₂ / ‖b‖₂
     * @param threads of the solver, ≥ 1; results are the same to the last bit for any number
     * @throws org.grainflux.core.NumericalFailureException when the tolerance is not reached
     */
    public static GridFlux solve(
            LabelGrid labels,
            double[] conductivitySPerM,
            PairResistance boundary,
            SurfaceContact lower,
            SurfaceContact upper,
            double relativeTolerance,
            int threads) {
        return solve(
                labels,
                GridNetwork.of(labels, conductivitySPerM, boundary),
                ElectrodeLayers.none(lower),
                ElectrodeLayers.none(upper),
                relativeTolerance,
                threads);
    }

    /** @param grains network of the grains between perfect contacts */
    static GridFlux solve(
            LabelGrid labels,
            FaceConductances grains,
            ElectrodeLayers lower,
            ElectrodeLayers upper,
            double relativeTolerance,
            int threads) {
        // 1. Contacts and layers between the lithium electrodes and the grains.
        FaceConductances faces = ElectrodeLayers.stack(grains, lower, upper);
        // 2. The lower electrode at 1 V drives the first layer.
        CellGrid grid = faces.grid();
        double[] load = new double[grid.cellCount()];
        for (int c = 0; c < grid.layerCells(); c++) {
            load[c] = faces.belowS(c);
        }
        // 3. Solve.
        double[] potentialsV = new double[grid.cellCount()];
        SolveReport report = new GridSolver(faces, threads).solve(load, potentialsV, relativeTolerance);
        return new GridFlux(labels, faces, lower.cells(), potentialsV, report);
    }

    public SolveReport report() {
        return report;
    }

    /** @param cell of the grains */
    public double potentialV(int cell) {
        return potentialsV[below * labels.grid().layerCells() + cell];
    }

    /**
     * Current through the cut below a layer of the grains, from 0 (surface at the lower electrode) to cells2 (surface at
     * the upper electrode), A, upwards.
     */
    public double currentA(int cut) {
        double sum = 0;
        for (int c = 0; c < labels.grid().layerCells(); c++) {
            sum += faceCurrentA(below + cut, c);
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

    /**
     * Current through the surface of the grains.
     *
     * @param electrode 0 (lower) or 1 (upper)
     */
    public CellCurrents surface(int electrode) {
        return currents(electrode, below + (electrode == 0 ? 0 : labels.grid().cells2()));
    }

    /** Current at the lithium, with the grains that lie behind each cell. */
    CellCurrents lithium(int electrode) {
        return currents(electrode, electrode == 0 ? 0 : faces.grid().cells2());
    }

    /** Potential of the grains' surface at each surface cell, V, from the current through half a cell of grain. */
    double[] surfacePotentialsV(int electrode, FaceConductances grains) {
        int layer = labels.grid().layerCells();
        int last = labels.grid().cellCount() - layer;
        double[] potentials = new double[layer];
        for (int c = 0; c < layer; c++) {
            potentials[c] = electrode == 0
                    ? potentialV(c) + faceCurrentA(below, c) / grains.belowS(c)
                    : potentialV(last + c) - faceCurrentA(below + labels.grid().cells2(), c) / grains.aboveS(last + c);
        }
        return potentials;
    }

    private CellCurrents currents(int electrode, int cut) {
        CellGrid grid = labels.grid();
        int firstCell = electrode == 0 ? 0 : grid.cellCount() - grid.layerCells();
        double[] densities = new double[grid.layerCells()];
        int[] grains = new int[grid.layerCells()];
        for (int c = 0; c < densities.length; c++) {
            densities[c] = faceCurrentA(cut, c) / grid.faceAreaM2(2);
            grains[c] = labels.label(firstCell + c);
        }
        return new CellCurrents(grid, densities, grains, labels.labelCount());
    }

    private double faceCurrentA(int cut, int column) {
        CellGrid grid = faces.grid();
        int above = cut * grid.layerCells() + column;
        int under = above - grid.layerCells();
        double lower = cut == 0 ? 1 : potentialsV[under];
        double upper = cut == grid.cells2() ? 0 : potentialsV[above];
        double conductance = cut == grid.cells2() ? faces.aboveS(under) : faces.belowS(above);
        return conductance * (lower - upper);
    }
}
