package org.grainflux.microstructure;

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
    IMAGE
}
