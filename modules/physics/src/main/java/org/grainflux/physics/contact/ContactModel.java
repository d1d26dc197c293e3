package org.grainflux.physics.contact;

/** How the contact of a tip is idealised. */
public enum ContactModel {
    /** Elastic, no adhesion. */
    HERTZ,
    /** Fully plastic, one hardness everywhere: area and pressure do not vary. */
    PLASTIC,
    /** Elastic with adhesion. */
    JKR
}
