package org.grainflux.microstructure;

import java.util.EnumSet;
import java.util.Set;

/** How the seeds of a random tessellation are laid. */
public enum Seeding {
    /** Independent uniform seeds. */
    POISSON,
    /** No two seeds closer than a stated fraction of the grain size. */
    HARD_CORE,
    /** Poisson seeds moved to the centroids of their cells by Lloyd's steps. */
    CENTROIDAL,
    /** Power diagram whose cells follow a log-normal distribution of equivalent diameters. */
    LAGUERRE,
    /** Not laid: grains come from images. */
    IMAGE;

    /** Those of which structures are generated. */
    public static Set<Seeding> generated() {
        return EnumSet.complementOf(EnumSet.of(IMAGE));
    }
}
