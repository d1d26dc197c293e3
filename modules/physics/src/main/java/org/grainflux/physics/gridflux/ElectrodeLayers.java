package org.grainflux.physics.gridflux;

import org.grainflux.fem.grid.CellGrid;
import org.grainflux.fem.grid.FaceConductances;

/**
 * Puts what lies between lithium and grains onto the network of the grains: a resistance of each surface cell, or layers of
 * cells of an ionic conductor with resistances on either side, as high as cells of the grains or less.
 *
 * @param grainSide between grains and what comes next, lithium or the ionic layer
 * @param cells layers of cells, 0 without an ionic layer
 * @param spacingM height of such a layer
 * @param conductivitySPerM of the ionic layer
 * @param lithiumSideOhmM2 between ionic layer and lithium
 */
record ElectrodeLayers(
        SurfaceContact grainSide, int cells, double spacingM, double conductivitySPerM, double lithiumSideOhmM2) {
    /** The flux evens out within a layer even where grains are coarse. */
    private static final int LEAST_CELLS = 4;

    static ElectrodeLayers none(SurfaceContact contact) {
        return new ElectrodeLayers(contact, 0, 1, 1, 0);
    }

    static ElectrodeLayers ionic(
            CellGrid grid,
            double thicknessM,
            double conductivitySPerM,
            double lithiumSideOhmM2,
            double grainSideOhmM2) {
        int cells = Math.max(LEAST_CELLS, (int) Math.ceil(thicknessM / grid.spacing2M()));
        return new ElectrodeLayers(
                SurfaceContact.uniform(grainSideOhmM2), cells, thicknessM / cells, conductivitySPerM, lithiumSideOhmM2);
    }

    /** Conductance of the face at the grains, S, from that of half a cell of grain. */
    private double grainFaceS(double halfCellS, int surfaceCell, double areaM2) {
        double layer = cells == 0 ? 0 : 0.5 * spacingM / conductivitySPerM;
        return 1 / (1 / halfCellS + (grainSide.ohmM2(surfaceCell) + layer) / areaM2);
    }

    /**
     * The network from lithium to lithium.
     *
     * @param grains between perfect contacts: half a cell to either electrode
     */
    static FaceConductances stack(FaceConductances grains, ElectrodeLayers lower, ElectrodeLayers upper) {
        CellGrid own = grains.grid();
        int layer = own.layerCells();
        lower.grainSide.requireFits(layer);
        upper.grainSide.requireFits(layer);
        float[] atLower = new float[layer];
        float[] atUpper = new float[layer];
        double area = own.faceAreaM2(2);
        for (int c = 0; c < layer; c++) {
            atLower[c] = (float) lower.grainFaceS(grains.belowS(c), c, area);
            atUpper[c] = (float) upper.grainFaceS(grains.aboveS(own.cellCount() - layer + c), c, area);
        }
        return lower.cells + upper.cells == 0
                ? grains.withElectrodes(atLower, atUpper)
                : withLayers(grains, lower, upper, atLower, atUpper);
    }

    /** @param atLower conductances of the faces between the grains and what lies below, S; likewise atUpper */
    private static FaceConductances withLayers(
            FaceConductances grains, ElectrodeLayers lower, ElectrodeLayers upper, float[] atLower, float[] atUpper) {
        CellGrid own = grains.grid();
        int layer = own.layerCells();
        CellGrid grid = new CellGrid(
                own.cells0(),
                own.cells1(),
                lower.cells + own.cells2() + upper.cells,
                own.spacing0M(),
                own.spacing1M(),
                own.spacing2M(),
                own.periodic0(),
                own.periodic1());
        float[] across0 = new float[grid.cellCount()];
        float[] across1 = new float[grid.cellCount()];
        float[] across2 = new float[grid.cellCount() + layer];
        int first = lower.cells * layer;
        for (int c = 0; c < own.cellCount(); c++) {
            across0[first + c] = (float) grains.across0S(c);
            across1[first + c] = (float) grains.across1S(c);
            across2[first + c] = (float) grains.belowS(c);
        }
        int end = first + own.cellCount();
        System.arraycopy(atLower, 0, across2, first, layer);
        System.arraycopy(atUpper, 0, across2, end, layer);
        lower.fill(grid, 0, 0, across0, across1, across2);
        upper.fill(grid, end, end + layer, across0, across1, across2);
        return new FaceConductances(grid, across0, across1, across2);
    }

    /**
     * Conductances of the ionic layer's cells.
     *
     * @param firstCell its first cell
     * @param firstFace the first of its faces across axis 2 that does not touch grains
     */
    private void fill(CellGrid grid, int firstCell, int firstFace, float[] across0, float[] across1, float[] across2) {
        int layer = grid.layerCells();
        double area = grid.faceAreaM2(2);
        float along0 = (float) (conductivitySPerM * grid.spacing1M() * spacingM / grid.spacing0M());
        float along1 = (float) (conductivitySPerM * grid.spacing0M() * spacingM / grid.spacing1M());
        float through = (float) (conductivitySPerM * area / spacingM);
        float lithium = (float) (area / (0.5 * spacingM / conductivitySPerM + lithiumSideOhmM2));
        for (int k = 0; k < cells; k++) {
            boolean isAtLithium = firstFace == 0 ? k == 0 : k == cells - 1;
            for (int c = 0; c < layer; c++) {
                int cell = firstCell + k * layer + c;
                boolean isLast0 = c % grid.cells0() == grid.cells0() - 1;
                boolean isLast1 = c / grid.cells0() == grid.cells1() - 1;
                across0[cell] = isLast0 && !grid.wraps0() ? 0 : along0;
                across1[cell] = isLast1 && !grid.wraps1() ? 0 : along1;
                across2[firstFace + k * layer + c] = isAtLithium ? lithium : through;
            }
        }
    }
}
