package org.grainflux.physics.memristor;

import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;

/**
 * A bias linear in time that keeps its sign; a pulse where both ends are equal.
 *
 * @param startV negative plates lithium at the electrode, positive dissolves it
 * @param durationS > 0
 */
public record Ramp(double startV, double endV, double durationS) {
    public Ramp {
        Require.positive("duration of a ramp", durationS, "s");
        if (!(Double.isFinite(startV) && Double.isFinite(endV) && startV * endV >= 0)) {
            throw new InvalidInputException(
                    "a ramp must be finite and keep its sign, got " + startV + " V to " + endV + " V");
        }
    }

    public boolean plates() {
        return startV + endV < 0;
    }

    public double biasV(double timeS) {
        return startV + (endV - startV) * (timeS / durationS);
    }

    double magnitudeV(double timeS) {
        return Math.abs(biasV(timeS));
    }

    /** Of |V|, V/s. */
    double magnitudeSlopeVPerS() {
        return (Math.abs(endV) - Math.abs(startV)) / durationS;
    }
}
