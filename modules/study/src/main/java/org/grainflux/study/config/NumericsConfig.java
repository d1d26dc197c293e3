package org.grainflux.study.config;

import java.io.Serializable;

/**
 * Mesh sizes and how many realizations get more than numbers. The wanted element size is
 * min(cap, footElementM + growth × distance to the nearest boundary foot), capped by {@code electrodeElementM} along the
 * electrodes and by {@code interiorElementM} inside.
 *
 * @param convergenceSamples realizations solved on three meshes for an error estimate
 * @param fields realizations whose potential is written for viewing
 * @param reductionTolerance largest estimated error of a reduced answer, of the local current over the mean; 0 solves
 *     every design in full
 */
public record NumericsConfig(
        double footElementM,
        double electrodeElementM,
        double interiorElementM,
        double growth,
        int convergenceSamples,
        int fields,
        double reductionTolerance)
        implements Serializable {}
