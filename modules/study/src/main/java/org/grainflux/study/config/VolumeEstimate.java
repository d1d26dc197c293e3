package org.grainflux.study.config;

import org.grainflux.microstructure.MicrostructureSpec;

/**
 * How many unknowns the mesh of a volume will have, before it is made: the integral of the node density of its size field
 * over interior, electrodes and boundary traces. For planning only; within a factor of two of real meshes.
 *
 * @param unknowns nodes of the polycrystal's mesh
 */
public record VolumeEstimate(double unknowns) {
    /**
     * Peak of mesh, matrix, solver hierarchy and vectors of one structure, bytes per unknown: 575 live within the set-up of the
     * solver with 2.4 million unknowns, which ran in a heap of 755 per unknown.
     */
    private static final double BYTES_PER_UNKNOWN = 700;

    /**
     * Nodes per cube of the wanted size, copies of boundary nodes included, and what growth adds, because a mesh cannot coarsen
     * as fast as is wanted: 10.5 measured for a growth of 0.32 and 15.8 for 0.65, hard-core structures of 216 grains with 100 to
     * 500 nm at the traces.
     */
    private static final double NODES_PER_CUBE = 5.4;

    private static final double NODES_PER_CUBE_AND_GROWTH = 16;

    /** Fans of convex cells before any refinement: Poisson–Voronoi, after the collapse of short edges. */
    private static final double NODES_PER_GRAIN = 70;

    /** Length of boundary traces per electrode area times d: 1.83 to 1.84 measured, hard-core seeds cut flat. */
    private static final double TRACE_LENGTH_TIMES_D = 1.83;

    private static final double MEGABYTE = 1024.0 * 1024.0;

    /** @param spec of dimension 3 */
    public static VolumeEstimate of(MicrostructureSpec spec, NumericsConfig numerics) {
        double[] size = spec.sizeM();
        return of(
                size[0] * size[1],
                size[2],
                spec.grainSizeM(),
                numerics.footElementM(),
                numerics.electrodeElementM(),
                numerics.interiorElementM(),
                numerics.growth());
    }

    static VolumeEstimate of(
            double areaM2,
            double heightM,
            double grainM,
            double footM,
            double electrodeM,
            double interiorM,
            double growth) {
        double volume = areaM2 * heightM;
        double inside = volume / (interiorM * interiorM * interiorM);
        // ∫ dz/(e + g z)³ from the electrode to where the size has grown to the interior's
        double alongElectrodes = 2 * areaM2 / (2 * growth) * (1 / square(electrodeM) - 1 / square(interiorM));
        // ∫ π r dr/(f + g r)³ around a trace to where the size has grown to the electrode's
        double aroundTraces = 2
                * areaM2
                * TRACE_LENGTH_TIMES_D
                / grainM
                * Math.PI
                / square(growth)
                * Math.max(0, 1 / footM - 1 / electrodeM - 0.5 * footM * (1 / square(footM) - 1 / square(electrodeM)));
        double base = NODES_PER_GRAIN * volume / (grainM * grainM * grainM);
        return new VolumeEstimate(Math.max(
                base,
                (NODES_PER_CUBE + NODES_PER_CUBE_AND_GROWTH * growth) * (inside + alongElectrodes + aroundTraces)));
    }

    /** Memory that one structure takes while it is computed, MiB. */
    public int megabytes() {
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(unknowns * BYTES_PER_UNKNOWN / MEGABYTE));
    }

    private static double square(double x) {
        return x * x;
    }
}
