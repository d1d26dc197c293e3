package org.grainflux.physics.gridflux;

import java.util.Optional;
import org.grainflux.fem.grid.CellGrid;
import org.grainflux.fem.grid.FaceConductances;
import org.grainflux.fem.grid.GridSolver;
import org.grainflux.fem.solve.SolveReport;
import org.grainflux.microstructure.grid.LabelGrid;
import org.grainflux.physics.transport.CellDesign;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.CellSolver;
import org.grainflux.physics.transport.ElectrodeContact;
import org.grainflux.physics.transport.ResistanceProfile;

/**
 * Solves designs of the contacts on grains that are the labels of a grid. The nodes of other solvers are cells here, and
 * the backward error is the residual of the solution between perfect contacts over its load, ‖b − A u‖₂/‖b‖₂. How the flux
 * evens out inside an ionic layer is not told.
 */
public final class GridCellSolver implements CellSolver {
    private final LabelGrid labels;
    private final FaceConductances grains;
    private final double relativeTolerance;
    private final int threads;
    private final double effectiveConductivitySPerM;
    private final SolveReport perfect;

    /**
     * Solves once, between perfect contacts.
     *
     * @param conductivitySPerM σ of each label, &gt; 0
     * @param boundary resistance between different labels
     * @param relativeTolerance of the true residual, ‖b − A u‖₂ / ‖b‖₂
     * @param threads of every solution, ≥ 1; results are the same to the last bit for any number
     * @throws org.grainflux.core.NumericalFailureException when the tolerance is not reached
     */
    public GridCellSolver(
            LabelGrid labels,
            double[] conductivitySPerM,
            PairResistance boundary,
            double relativeTolerance,
            int threads) {
        this.labels = labels;
        this.grains = GridNetwork.of(labels, conductivitySPerM, boundary);
        this.relativeTolerance = relativeTolerance;
        this.threads = threads;
        ElectrodeLayers none = ElectrodeLayers.none(SurfaceContact.perfect());
        GridFlux flux = GridFlux.solve(labels, grains, none, none, relativeTolerance, threads);
        this.effectiveConductivitySPerM = flux.effectiveConductivitySPerM();
        this.perfect = flux.report();
    }

    @Override
    public CellSolution solve(CellDesign design) {
        GridFlux flux = flux(design.lower(), design.upper());
        return new CellSolution(
                flux.meanCurrentDensityAPerM2(),
                electrode(0, flux, design.lower()),
                electrode(1, flux, design.upper()));
    }

    private GridFlux flux(ElectrodeContact lower, ElectrodeContact upper) {
        return GridFlux.solve(labels, grains, layers(lower), layers(upper), relativeTolerance, threads);
    }

    private ElectrodeLayers layers(ElectrodeContact contact) {
        CellGrid grid = labels.grid();
        if (contact instanceof ElectrodeContact.IonicLayer layer) {
            return ElectrodeLayers.ionic(
                    grid,
                    layer.thicknessM(),
                    layer.conductivitySPerM(),
                    layer.lithiumSideOhmM2(),
                    layer.electrolyteSideOhmM2());
        }
        ResistanceProfile resistance = ((ElectrodeContact.DirectContact) contact).resistance();
        double[] ohmM2 = new double[grid.layerCells()];
        for (int c = 0; c < ohmM2.length; c++) {
            ohmM2[c] = resistance.atOhmM2((c % grid.cells0() + 0.5) * grid.spacing0M());
        }
        return ElectrodeLayers.none(SurfaceContact.patches(ohmM2));
    }

    private CellSolution.Electrode electrode(int electrode, GridFlux flux, ElectrodeContact contact) {
        CellCurrents surface = flux.surface(electrode);
        double[] potentialsV = flux.surfacePotentialsV(electrode, grains);
        double lithiumV = 1.0 - electrode;
        double lost = 0;
        double total = 0;
        for (int c = 0; c < potentialsV.length; c++) {
            lost += surface.densityAPerM2(c) * Math.abs(lithiumV - potentialsV[c]);
            total += surface.densityAPerM2(c);
        }
        CellCurrents lithium = contact instanceof ElectrodeContact.IonicLayer ? flux.lithium(electrode) : surface;
        return new CellSolution.Electrode(lost / total, lithium, surface, Optional.empty(), potentialsV);
    }

    @Override
    public double effectiveConductivitySPerM() {
        return effectiveConductivitySPerM;
    }

    @Override
    public int unknownCount() {
        return labels.grid().cellCount();
    }

    @Override
    public double backwardError() {
        return perfect.relativeResidual();
    }

    /** Potential of every cell of the grains: the field between the surface potentials of the solution. */
    @Override
    public double[] nodePotentialsV(CellSolution solution) {
        CellGrid grid = labels.grid();
        int last = grid.cellCount() - grid.layerCells();
        double[] load = new double[grid.cellCount()];
        for (int c = 0; c < grid.layerCells(); c++) {
            load[c] += grains.belowS(c) * solution.lower().surfacePotentialsV()[c];
            load[last + c] += grains.aboveS(last + c) * solution.upper().surfacePotentialsV()[c];
        }
        double[] potentialsV = new double[load.length];
        new GridSolver(grains, threads).solve(load, potentialsV, relativeTolerance);
        return potentialsV;
    }
}
