package org.grainflux.study.config;

import java.io.Serializable;

/**
 * Mesh sizes and how many realizations get more than numbers. The wanted element size is
 * min(cap, footElementM + growth × distance to the nearest boundary foot), capped by {@code electrodeElementM} along the
 * electrodes and by {@code interiorElementM} inside.
 *
 * @param hotSpotElementM in a volume, the wanted size at boundary traces where the current turns out to be large; 0 or no less
 *     than footElementM for the same size everywhere
 * @param convergenceSamples realizations solved on three meshes for an error estimate
 * @param fields realizations whose potential is written for viewing
 * @param reductionTolerance largest estimated error of a reduced answer, of the local current over the mean; 0 solves
 *     every design in full
 */
public record NumericsConfig(
        double footElementM,
        double hotSpotElementM,
        double electrodeElementM,
        double interiorElementM,
        double growth,
        int convergenceSamples,
        int fields,
        double reductionTolerance)
        implements Serializable {

    /** Whether a first solution shows where the mesh has to be finer. */
    public boolean refinesHotSpots() {
        return hotSpotElementM > 0 && hotSpotElementM < footElementM;
    }

    /** Wanted size at a boundary foot or trace where the current is largest. */
    public double finestElementM() {
        return refinesHotSpots() ? hotSpotElementM : footElementM;
    }
}
