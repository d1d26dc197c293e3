package org.grainflux.study.execution;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.microstructure.meshing.FinerTraces;
import org.grainflux.physics.transport.CellSolution;
import org.grainflux.physics.transport.DiscPeak;
import org.grainflux.physics.transport.SurfaceCurrent;

/**
 * Where the mesh of a volume has to be finer, told by a first solution between perfect contacts. Coarse elements at a trace
 * make the averages there too large, and the largest average is found at a few places of an electrode: refined there only, it
 * is known as well as with ten times the unknowns graded evenly to all traces.
 */
final class HotSpotRefinement {
    /** The shortest window whose largest average a volume's default mesh is to resolve. */
    private static final double WINDOW_M = 500e-9;

    /**
     * A place with at least this share of the first maximum is refined. With 350 nm at the traces first averages are up to
     * 24 % too large and never too small, with 500 nm up to 35 %; up to 67 % what is not refined stays below the true maximum.
     */
    private static final double SHARE_OF_MAXIMUM = 0.6;

    /**
     * The disc reaches half its diameter from its centre, and its centre may move by an element of the first mesh. Half of this
     * radius gives averages that differ by at most 0.3 %, but may leave coarse elements at the disc.
     */
    private static final double RADIUS_M = 1e-6;

    /** Places nearer to a higher one are within its finer traces. */
    private static final double SEPARATION_M = 1e-6;

    /** Of the size at the traces beyond the radius. */
    private static final double GROWTH = 0.2;

    private HotSpotRefinement() {}

    /**
     * @param first a solution of a 3D cell
     * @param sizeM wanted at the traces around the places
     */
    static FinerTraces of(CellSolution first, double thicknessM, double sizeM) {
        List<double[]> places = new ArrayList<>();
        for (int e = 0; e < 2; e++) {
            SurfaceCurrent current = (SurfaceCurrent) first.electrode(e).electrolyteInterface();
            for (DiscPeak peak : current.peaks(WINDOW_M, SHARE_OF_MAXIMUM, SEPARATION_M)) {
                places.add(new double[] {peak.xM(), peak.yM(), e * thicknessM});
            }
        }
        return new FinerTraces(places.toArray(double[][]::new), RADIUS_M, sizeM, GROWTH);
    }
}
