package org.grainflux.physics.transport;

/**
 * An electrode's triangles with what disc averages need of them, once for all designs, and which discs they resolve.
 *
 * <p>A window is resolved if its diameter is at least {@value #WINDOW_PER_EDGE} times the longest edge at the boundary
 * traces, where the current density is singular: its maximum is then 2 % above that of half the edge (1 and 2 µm, contrast
 * 10⁻³); at 0.8 times it is 8 to 13 % above.
 */
record ResolvedSurface(ElectrodeSurface surface, SurfaceBins bins, DiscCentres centres) {
    static final double WINDOW_PER_EDGE = 1.5;

    /** The field at depth z has no feature much shorter than z: edges below this part of it resolve any window. */
    private static final double SMOOTH_EDGE_PER_DEPTH = 0.5;

    static ResolvedSurface of(ElectrodeSurface surface) {
        return new ResolvedSurface(surface, new SurfaceBins(surface), DiscCentres.of(surface));
    }

    private double resolvedWindowM() {
        return WINDOW_PER_EDGE * surface.traceEdgeM();
    }

    /** Into the grains. @param currentsA one per node */
    SurfaceCurrent current(double[] currentsA) {
        return SurfaceCurrent.ofNodes(this, currentsA, resolvedWindowM());
    }

    /** Through a plane of a layer. @param currentsA one per point */
    SurfaceCurrent currentAtDepth(double[] currentsA, double depthM) {
        boolean smooth = surface.traceEdgeM() <= SMOOTH_EDGE_PER_DEPTH * depthM;
        return SurfaceCurrent.ofPoints(this, currentsA, smooth ? 0 : resolvedWindowM());
    }
}
