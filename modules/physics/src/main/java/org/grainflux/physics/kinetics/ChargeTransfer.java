package org.grainflux.physics.kinetics;

/** Current density against the drop of potential from lithium to the electrolyte at one place. It grows strictly. */
public interface ChargeTransfer {

    /** @param potentialDropV Δφ = φ_Li − φ; j is positive out of lithium */
    double currentDensityAPerM2(double potentialDropV);

    /** dj/dΔφ &gt; 0, S/m². */
    double slopeSPerM2(double potentialDropV);

    /** Δφ at which a current density flows, V. */
    double potentialDropV(double currentDensityAPerM2);
}
