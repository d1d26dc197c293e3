package org.grainflux.physics.fracture;

import java.io.Serializable;
import java.util.Objects;
import org.grainflux.core.Require;

/**
 * A crack-like flaw of the ceramic that opens to the electrode and can fill with lithium.
 *
 * @param position on the electrode
 * @param depthM c, crack depth measured from the electrode, m
 * @param openingM w, distance between the faces at the mouth, m
 * @param site what the flaw sits on
 * @param toughnessPaSqrtM K_IC of the material ahead of the flaw, Pa √m
 */
public record Flaw(ElectrodePoint position, double depthM, double openingM, FlawSite site, double toughnessPaSqrtM)
        implements Serializable {
    public Flaw {
        Objects.requireNonNull(position, "flaw position");
        Require.positive("flaw depth", depthM, "m");
        Require.positive("flaw opening", openingM, "m");
        Require.positive("flaw toughness", toughnessPaSqrtM, "Pa √m");
    }
}
