package org.grainflux.microstructure;

import java.util.Arrays;
import java.util.List;
import org.grainflux.microstructure.RealizedStatistics.Collapse;
import org.grainflux.microstructure.RealizedStatistics.Target;

/**
 * A polycrystal: a complex of cells, the grains they form, and the network of boundaries between grains. Nothing here
 * assumes that a grain is convex or a single cell, nor the dimension.
 *
 * @param sizeM edge lengths of the cell, one per axis; all axes but the last are periodic
 * @param complex null for a structure that is known as an image only
 * @param grains indexed by grain
 */
public record Microstructure(
        int dimension,
        double[] sizeM,
        CellComplex complex,
        List<Grain> grains,
        BoundaryNetwork network,
        RealizedStatistics statistics) {

    /**
     * A structure that is known as an image.
     *
     * @param network without facets
     */
    public static Microstructure ofImage(double[] sizeM, List<Grain> grains, BoundaryNetwork network) {
        double cellMeasure = Arrays.stream(sizeM).reduce(1, (a, b) -> a * b);
        return new Microstructure(
                sizeM.length,
                sizeM,
                null,
                grains,
                network,
                StatisticsOf.structure(grains, network.boundaries(), cellMeasure, Collapse.NONE, Target.NONE));
    }

    /** A structure from its complex; all grains are of phase 0. */
    public static Microstructure of(
            CellComplex complex, List<Rotation> orientations, Collapse collapse, Target target) {
        return of(complex, new int[complex.grainCount()], orientations, collapse, target);
    }

    /**
     * A structure from its complex, plane or solid.
     *
     * @param phases index of the material of each grain
     * @param orientations one per grain
     */
    public static Microstructure of(
            CellComplex complex, int[] phases, List<Rotation> orientations, Collapse collapse, Target target) {
        return new NetworkAssembly(complex, phases, orientations).assemble(collapse, target);
    }
}
