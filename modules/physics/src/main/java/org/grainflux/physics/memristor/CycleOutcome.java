package org.grainflux.physics.memristor;

/**
 * What one cycle did.
 *
 * @param connectedBefore whether a filament conducted already
 * @param connected whether one did after the setting half
 * @param setBiasV at which it touched; NaN when none did
 * @param resetBiasV at which the neck was cut; NaN when none was
 * @param onCurrentA read after the setting half
 * @param offCurrentA read after the resetting half
 * @param neckRadiusM after the setting half; 0 without a neck
 */
public record CycleOutcome(
        boolean connectedBefore,
        boolean connected,
        double setBiasV,
        double resetBiasV,
        double onCurrentA,
        double offCurrentA,
        double neckRadiusM) {
    public double onOffRatio() {
        return onCurrentA / offCurrentA;
    }
}
