package org.grainflux.physics.memristor;

import org.apache.commons.math3.util.FastMath;
import org.grainflux.core.PhysicalConstants;
import org.grainflux.core.Require;

/**
 * Butler–Volmer speed of a lithium front, 2v₀ sinh(η/φ), and what it covers under an overpotential linear in time.
 *
 * @param exchangeSpeedMPerS v₀ = V_m j₀/F
 * @param scaleV φ = 2RT/F
 */
public record FrontKinetics(double exchangeSpeedMPerS, double scaleV) {
    public FrontKinetics {
        Require.positive("exchange speed", exchangeSpeedMPerS, "m/s");
        Require.positive("scale of the overpotential", scaleV, "V");
    }

    /** @param exchangeCurrentAPerM2 j₀ of plating and dissolving lithium */
    public static FrontKinetics of(double exchangeCurrentAPerM2, double molarVolumeM3PerMol, double temperatureK) {
        return new FrontKinetics(
                molarVolumeM3PerMol * exchangeCurrentAPerM2 / PhysicalConstants.FARADAY_C_PER_MOL,
                2 * PhysicalConstants.GAS_CONSTANT_J_PER_MOL_K * temperatureK / PhysicalConstants.FARADAY_C_PER_MOL);
    }

    /** At a constant overpotential, m/s. */
    public double speedMPerS(double overpotentialV) {
        return 2 * exchangeSpeedMPerS * FastMath.sinh(overpotentialV / scaleV);
    }

    /** Way covered while the overpotential goes linearly from one value to another, m. */
    public double advanceM(double startV, double endV, double durationS) {
        double delta = (endV - startV) / (2 * scaleV);
        // sinh(δ)/δ; its series below 1e-4, where the next term is under 1e-18
        double shape = FastMath.abs(delta) < 1e-4 ? 1 + delta * delta / 6 : FastMath.sinh(delta) / delta;
        return speedMPerS((startV + endV) / 2) * durationS * shape;
    }

    /**
     * Time to cover a way, s; infinite when the overpotential falls to zero before.
     *
     * @param startV ≥ 0
     * @param slopeVPerS of the overpotential
     * @param wayM ≥ 0
     */
    public double timeToAdvanceS(double startV, double slopeVPerS, double wayM) {
        if (wayM == 0) {
            return 0;
        }
        double start = startV / scaleV;
        if (slopeVPerS == 0) {
            return startV > 0 ? wayM / speedMPerS(startV) : Double.POSITIVE_INFINITY;
        }
        // cosh x(t) = cosh x(0) + way · slope / (2 v₀ φ), both less one
        double coshLessOne =
                2 * FastMath.pow(FastMath.sinh(start / 2), 2) + wayM * slopeVPerS / (2 * exchangeSpeedMPerS * scaleV);
        if (!(coshLessOne >= 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double end = FastMath.log1p(coshLessOne + FastMath.sqrt(coshLessOne * (coshLessOne + 2)));
        double timeS = FastMath.max(0, (end - start) * scaleV / slopeVPerS);
        // The difference above loses digits on short ways; a Newton step on the way itself restores them.
        double endV = startV + slopeVPerS * timeS;
        double speed = speedMPerS(endV);
        return speed > 0 ? FastMath.max(0, timeS - (advanceM(startV, endV, timeS) - wayM) / speed) : timeS;
    }
}
