package org.grainflux.statistics.tail;

import java.io.Serializable;

/**
 * The weakest-link law P(x &gt; t) = exp[−(A/A₀)(t/s)^m].
 *
 * @param modulus m, &gt; 0
 * @param scale s at the reference area, in the unit of x
 * @param referenceAreaM2 A₀
 */
public record WeakestLink(double modulus, double scale, double referenceAreaM2) implements Serializable {
    public WeakestLink {
        requirePositive("modulus", modulus);
        requirePositive("scale", scale);
        requirePositive("reference area (m²)", referenceAreaM2);
    }

    /** Probability that an area survives the level {@code t}. */
    public double survival(double t, double areaM2) {
        return Math.exp(-areaM2 / referenceAreaM2 * Math.pow(t / scale, modulus));
    }

    public double medianAt(double areaM2) {
        return scale * Math.pow(Math.log(2), 1 / modulus) * areaFactor(areaM2 / referenceAreaM2, modulus);
    }

    /** Factor by which every quantile changes when the area grows {@code areaRatio}-fold: areaRatio^(−1/m). */
    public static double areaFactor(double areaRatio, double modulus) {
        requirePositive("area ratio", areaRatio);
        requirePositive("modulus", modulus);
        return Math.pow(areaRatio, -1 / modulus);
    }

    /**
     * Modulus of x ∝ c^(−exponent) when the sizes c have a Pareto tail.
     *
     * @param tailIndex γ of P(c &gt; t) ∝ t^(−γ)
     */
    public static double modulusOfParetoSizes(double tailIndex, double exponent) {
        requirePositive("Pareto tail index", tailIndex);
        requirePositive("exponent", exponent);
        return tailIndex / exponent;
    }

    private static void requirePositive(String name, double x) {
        if (!(x > 0 && Double.isFinite(x))) {
            throw new IllegalArgumentException("weakest link: " + name + " must be finite and > 0, got " + x);
        }
    }
}
