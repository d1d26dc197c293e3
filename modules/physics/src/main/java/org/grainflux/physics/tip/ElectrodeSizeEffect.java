package org.grainflux.physics.tip;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.grainflux.core.Require;

/**
 * Triggering bias of an electrode of any size, from a tip to a pad: a prediction. The mean number of boundary edges that a
 * square of side L touches is n = 4L·L_A/π + 3λL², each with an independent groove, so that the weakest of many falls: as
 * n^(−1/m) for a Weibull law of modulus m. Against it the share 1/(1 + a/a*) of the bias that stands at the interface falls
 * for pads wider than a*, where spreading limits: the bias first falls, then rises again.
 *
 * <p>The number of grooves is Poisson: P(bias &gt; V) = exp[−n F(η)] for η = V/(1 + a/a*) below the strength of the
 * interior, 0 above it. What F says below the weakest groove drawn decides wide pads: a Weibull law extrapolates there, the drawn
 * grooves themselves stop at their weakest.
 *
 * @param boundaryLengthPerAreaPerM L_A of the surface, 1/m
 * @param grainsPerAreaPerM2 λ, 1/m²
 * @param grooveShare F(η): share of grooves that open below an overpotential, V
 * @param interior strength where no groove is touched
 * @param youngsModulusPa E of the crystal
 * @param loadN on the electrode, spread over its area
 * @param hardnessPa above which the pressure of the load does not rise
 * @param crossoverRadiusM a* = 4σR_ct/π
 */
public record ElectrodeSizeEffect(
        double boundaryLengthPerAreaPerM,
        double grainsPerAreaPerM2,
        DoubleUnaryOperator grooveShare,
        InteriorStrength interior,
        double youngsModulusPa,
        double loadN,
        double hardnessPa,
        double crossoverRadiusM) {
    public ElectrodeSizeEffect {
        Require.nonNegative("boundary length per area", boundaryLengthPerAreaPerM, "1/m");
        Require.nonNegative("grains per area", grainsPerAreaPerM2, "1/m²");
        Require.positive("crossover radius", crossoverRadiusM, "m");
    }

    /** n: boundary edges that cross the outline, by the mean of lines and squares, and those that start inside. */
    public double edgesTouched(double sideM) {
        return 4 * sideM * boundaryLengthPerAreaPerM / Math.PI + 3 * grainsPerAreaPerM2 * sideM * sideM;
    }

    /** Mean length of boundary underneath, m. */
    public double boundaryLengthM(double sideM) {
        return boundaryLengthPerAreaPerM * sideM * sideM;
    }

    /** 1/(1 + a/a*) for the disc of the square's area. */
    public double interfaceShare(double sideM) {
        return 1 / (1 + sideM / Math.sqrt(Math.PI) / crossoverRadiusM);
    }

    /** What the interior withstands under an electrode of this size, V of overpotential. */
    public double interiorOverpotentialV(double sideM) {
        return interior.overpotentialV(youngsModulusPa, Math.min(hardnessPa, loadN / (sideM * sideM)));
    }

    /** Probability that the bias is above V. */
    public double survival(double biasV, double sideM) {
        double overpotentialV = biasV * interfaceShare(sideM);
        if (overpotentialV >= interiorOverpotentialV(sideM)) {
            return 0;
        }
        return Math.exp(-edgesTouched(sideM) * grooveShare.applyAsDouble(overpotentialV));
    }

    /** F(η) = 1 − exp[−(η/s)^m]. */
    public static DoubleUnaryOperator weibull(double modulus, double scaleV) {
        Require.positive("Weibull modulus", modulus, "");
        Require.positive("Weibull scale", scaleV, "V");
        // expm1 keeps the small probabilities that many grooves multiply.
        return overpotentialV -> -Math.expm1(-Math.pow(overpotentialV / scaleV, modulus));
    }

    /** F(η) of grooves as they were drawn. @param ascendingV at least one */
    public static DoubleUnaryOperator drawn(double[] ascendingV) {
        Require.atLeast("grooves", ascendingV.length, 1);
        return overpotentialV -> {
            int found = Arrays.binarySearch(ascendingV, overpotentialV);
            return (double) (found >= 0 ? found + 1 : -found - 1) / ascendingV.length;
        };
    }

    /** The bias that a share {@code probability} of the electrodes stays below, V. */
    public double quantileV(double probability, double sideM) {
        Require.within("probability", probability, 0, 1, "");
        double high = interiorOverpotentialV(sideM) / interfaceShare(sideM);
        if (survival(high * (1 - 1e-15), sideM) > 1 - probability) {
            return high;
        }
        double low = 0;
        // The survival falls monotonically: halve until neighbouring doubles are reached.
        for (double middle = 0.5 * high; middle > low && middle < high; middle = 0.5 * (low + high)) {
            if (survival(middle, sideM) > 1 - probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
