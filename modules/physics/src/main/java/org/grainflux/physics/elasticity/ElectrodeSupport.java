package org.grainflux.physics.elasticity;

/** How the electrodes hand the stack pressure on. */
public enum ElectrodeSupport {
    /** As a uniform pressure, free to bulge: lithium or a polymer, far softer than the ceramic. */
    SOFT,
    /** By flat plates without friction, which stay parallel; the pressure is their mean. */
    RIGID
}
