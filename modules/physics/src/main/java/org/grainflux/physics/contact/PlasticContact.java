package org.grainflux.physics.contact;

import java.io.Serializable;
import org.grainflux.core.Require;

/**
 * Fully plastic contact: the area grows until the mean pressure is the hardness, A = P/H (Tabor 1951).
 *
 * @param forceN P, N
 */
public record PlasticContact(double forceN) implements Serializable {
    public PlasticContact {
        Require.positive("tip force", forceN, "N");
    }

    public ContactSpot on(double hardnessPa) {
        Require.positive("hardness", hardnessPa, "Pa");
        return new ContactSpot(forceN / hardnessPa, hardnessPa);
    }
}
