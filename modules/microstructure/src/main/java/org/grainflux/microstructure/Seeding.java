package org.grainflux.microstructure;

import java.util.EnumSet;
import java.util.Set;

/** How the seeds of a tessellation are laid. */
public enum Seeding {
    /** Independent uniform seeds. */
    POISSON,
    /** No two seeds closer than a stated fraction of the grain size. */
    HARD_CORE,
    /** Poisson seeds moved to the centroids of their cells by Lloyd's steps. */
    CENTROIDAL,
    /** Power diagram whose cells follow a log-normal distribution of equivalent diameters. */
    LAGUERRE,
    /** In the regular order of a {@link BrickLattice}. */
    BRICKS,
    /** Not laid: grains come from images. */
    IMAGE;

    /** Those of random tessellations. */
    public static Set<Seeding> random() {
        return EnumSet.complementOf(EnumSet.of(BRICKS, IMAGE));
    }
}
