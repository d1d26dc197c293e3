package org.grainflux.physics.transport;

import java.util.Locale;
import java.util.Optional;
import org.grainflux.core.LaboratoryUnits;

/**
 * Current through all of one grain's contact with an electrode, and how far the discretisation may have moved it.
 *
 * @param grain region of the mesh
 * @param contact length (m, 2D) or area (m², 3D) that the grain touches
 * @param extentM size of that contact: its length, or the diameter of the disc of its area
 * @param meanAPerM2 current over contact
 * @param lossAPerM2 how much more the average may be in truth, ≥ 0
 * @param gainAPerM2 how much less it may be, ≥ 0
 */
public record GrainAverage(
        int grain, double contact, double extentM, double meanAPerM2, double lossAPerM2, double gainAPerM2) {
    /** An average that is known to less than this is not reported. */
    public static final double RESOLVED_FRACTION = 0.05;

    /** On a mesh that resolves the feet of boundaries. */
    public GrainAverage(int grain, double contact, double extentM, double meanAPerM2) {
        this(grain, contact, extentM, meanAPerM2, 0, 0);
    }

    /** Whether the average is known to 5 %. */
    public boolean resolved() {
        return Math.max(lossAPerM2, gainAPerM2) <= RESOLVED_FRACTION * Math.abs(meanAPerM2);
    }

    /** Why the average is not reported; empty when it is. */
    public Optional<String> whyUnresolved() {
        return resolved()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "the contact of grain %d, %.2f µm across, is not resolved: its average may be up to %.2g %% larger or"
                                + " %.2g %% smaller, more than %.0f %%; use smaller cells",
                        grain,
                        extentM / LaboratoryUnits.MICROMETRE_M,
                        100 * lossAPerM2 / Math.abs(meanAPerM2),
                        100 * gainAPerM2 / Math.abs(meanAPerM2),
                        100 * RESOLVED_FRACTION));
    }
}
