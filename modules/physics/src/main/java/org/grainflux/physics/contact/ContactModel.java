package org.grainflux.physics.contact;

/** How the contact of a tip is idealised. */
public enum ContactModel {
    /** Elastic, no adhesion. */
    HERTZ,
    /** Fully plastic: load over the local hardness, which follows the local modulus. */
    PLASTIC,
    /** Elastic with adhesion. */
    JKR
}
