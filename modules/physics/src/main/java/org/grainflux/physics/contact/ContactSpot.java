package org.grainflux.physics.contact;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import org.grainflux.core.Require;

/**
 * A loaded contact.
 *
 * @param areaM2 contact area, m²
 * @param meanPressurePa load over area, Pa
 */
public record ContactSpot(double areaM2, double meanPressurePa) implements Serializable {
    public ContactSpot {
        Require.positive("contact area", areaM2, "m²");
        Require.positive("mean contact pressure", meanPressurePa, "Pa");
    }

    /** Radius of the disc of this area, m. */
    public double radiusM() {
        return Math.sqrt(areaM2 / Math.PI);
    }

    public boolean exceeds(double hardnessPa) {
        return meanPressurePa > hardnessPa;
    }

    /** A sentence for the reader when the mean pressure exceeds the hardness: the elastic area is then too small. */
    public Optional<String> hardnessWarning(double hardnessPa) {
        return exceeds(hardnessPa)
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "mean contact pressure %.3g GPa exceeds the hardness %.3g GPa: the contact is plastic, "
                                + "read its area as load over hardness",
                        meanPressurePa / 1e9,
                        hardnessPa / 1e9))
                : Optional.empty();
    }
}
