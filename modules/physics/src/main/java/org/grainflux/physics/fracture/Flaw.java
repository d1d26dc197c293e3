package org.grainflux.physics.fracture;

import java.io.Serializable;
import org.grainflux.core.Require;

/**
 * A crack-like flaw of the ceramic that opens to the electrode and can fill with lithium.
 *
 * @param positionM coordinate along the electrode, m, in [0, width)
 * @param depthM c, crack depth measured from the electrode, m
 * @param openingM w, distance between the faces at the mouth, m
 * @param site what the flaw sits on
 * @param toughnessPaSqrtM K_IC of the material ahead of the flaw, Pa √m
 */
public record Flaw(double positionM, double depthM, double openingM, FlawSite site, double toughnessPaSqrtM)
        implements Serializable {
    public Flaw {
        Require.nonNegative("flaw position", positionM, "m");
        Require.positive("flaw depth", depthM, "m");
        Require.positive("flaw opening", openingM, "m");
        Require.positive("flaw toughness", toughnessPaSqrtM, "Pa √m");
    }
}
