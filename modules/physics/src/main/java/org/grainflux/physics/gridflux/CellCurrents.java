package org.grainflux.physics.gridflux;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.core.Require;
import org.grainflux.fem.grid.CellGrid;
import org.grainflux.physics.transport.GrainAverage;
import org.grainflux.physics.transport.InterfaceCurrent;

/**
 * Current through one plane of a grid, constant on each surface cell. The value of a single cell depends on the grid
 * where a boundary meets the electrode; averages over grains and windows are results.
 */
public final class CellCurrents implements InterfaceCurrent {
    /**
     * Cells a window must span. Windows of 20 cells came out 1.5 to 4 % low against the conforming mesh in the plane, those
     * of 10 cells 3 to 7 %: the current crowds into the few cells beside a boundary foot, which no grid resolves.
     */
    public static final int RESOLVED_CELLS = 20;

    /** Rounding of a window that is a whole number of cells must not decide. */
    private static final double ROUNDING = 1e-9;

    private final CellGrid grid;
    private final double[] densitiesAPerM2;
    private final int[] grains;
    private final int grainCount;

    CellCurrents(CellGrid grid, double[] densitiesAPerM2, int[] grains, int grainCount) {
        this.grid = grid;
        this.densitiesAPerM2 = densitiesAPerM2;
        this.grains = grains;
        this.grainCount = grainCount;
    }

    /** @param surfaceCell axis 0 fastest */
    public double densityAPerM2(int surfaceCell) {
        return densitiesAPerM2[surfaceCell];
    }

    private boolean isLine() {
        return grid.cells1() == 1;
    }

    @Override
    public double[] sizeM() {
        double width = grid.cells0() * grid.spacing0M();
        return isLine() ? new double[] {width} : new double[] {width, grid.cells1() * grid.spacing1M()};
    }

    @Override
    public double meanAPerM2() {
        return Arrays.stream(densitiesAPerM2).sum() / densitiesAPerM2.length;
    }

    @Override
    public double resolvedWindowM() {
        return RESOLVED_CELLS * (isLine() ? grid.spacing0M() : Math.max(grid.spacing0M(), grid.spacing1M()));
    }

    @Override
    public Optional<String> whyUnresolved(double windowM) {
        double largest = Arrays.stream(sizeM()).min().orElseThrow();
        if (windowM >= resolvedWindowM() * (1 - ROUNDING) && windowM <= largest * (1 + ROUNDING)) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "a window of %.0f nm is not resolved: the grid resolves windows from %.0f nm, %d of its cells, to %.0f nm,"
                        + " the width",
                windowM / LaboratoryUnits.NANOMETRE_M,
                resolvedWindowM() / LaboratoryUnits.NANOMETRE_M,
                RESOLVED_CELLS,
                largest / LaboratoryUnits.NANOMETRE_M));
    }

    @Override
    public double averageAround(double[] positionM, double windowM) {
        int i0 = (int) Math.floor(positionM[0] / grid.spacing0M());
        int i1 = isLine() ? 0 : (int) Math.floor(positionM[1] / grid.spacing1M());
        return windows(windowM).mean(Math.floorMod(i0, grid.cells0()), Math.floorMod(i1, grid.cells1()));
    }

    /** Windows are whole cells around a cell, in or out by their centres; those that leave a border are left out. */
    @Override
    public CellWindows sliding(double windowM) {
        return windows(windowM);
    }

    private CellWindows windows(double windowM) {
        Require.positive("window", windowM, "m");
        return new CellWindows(grid, densitiesAPerM2, windowM);
    }

    @Override
    public List<GrainAverage> grainAverages() {
        return new GrainContacts(grid, densitiesAPerM2, grains, grainCount).averages();
    }
}
