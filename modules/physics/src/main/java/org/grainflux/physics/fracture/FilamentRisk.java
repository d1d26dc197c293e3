package org.grainflux.physics.fracture;

import java.io.Serializable;

/**
 * Critical mean current densities of one electrode under the hypotheses, A/m². +∞ means that no flaw can extend or no
 * limit exists: a right-censored value, never NaN.
 *
 * @param paperQuotedAPerM2 F1 with k = 10 without an ionic layer and 1 with one: <em>calibrated</em>
 * @param paperPredictedAPerM2 F1 with k = w1000 of the perfect-contact FEM: <em>predicted</em>, but for its calibrated
 *     flaw
 * @param selfConsistentAPerM2 F2, weakest flaw, upper bound of η
 * @param selfConsistentLowerEtaAPerM2 F2, weakest flaw, lower bound of η: never below the former
 * @param competingAPerM2 F3, the smallest of F2 (upper bound of η), stripping and limiting current
 * @param strippingAPerM2 i_strip where it applies, else +∞; <em>calibrated</em>
 * @param limitingCurrentAPerM2 i_lim where an ionic layer exists, else +∞
 * @param limitingMode which mode sets {@code competingAPerM2}
 * @param criticalFlaw the weakest flaw under the upper bound, with scaled depth and toughness; null when none can
 *     extend
 * @param flawCount number of flaws on the electrode
 * @param heldFlawCount how many of them extrusion holds
 * @param windowMinimaAPerM2 F2 (upper bound) minima over equal sub-windows of the electrode (strips across it in 3D), in
 *     order of position along its width
 */
public record FilamentRisk(
        double paperQuotedAPerM2,
        double paperPredictedAPerM2,
        double selfConsistentAPerM2,
        double selfConsistentLowerEtaAPerM2,
        double competingAPerM2,
        double strippingAPerM2,
        double limitingCurrentAPerM2,
        LimitingMode limitingMode,
        Flaw criticalFlaw,
        int flawCount,
        int heldFlawCount,
        double[] windowMinimaAPerM2)
        implements Serializable {
    /** Number of sub-windows. */
    public static final int WINDOWS = 4;

    public FilamentRisk {
        windowMinimaAPerM2 = windowMinimaAPerM2.clone();
    }

    @Override
    public double[] windowMinimaAPerM2() {
        return windowMinimaAPerM2.clone();
    }

    /**
     * A cell that cycles both polarities: each value is the smaller of the two, flaws are counted together, and each
     * window minimum is that of the two windows that face each other.
     */
    public static FilamentRisk firstToFail(FilamentRisk a, FilamentRisk b) {
        double[] minima = a.windowMinimaAPerM2();
        for (int window = 0; window < minima.length; window++) {
            minima[window] = Math.min(minima[window], b.windowMinimaAPerM2[window]);
        }
        return new FilamentRisk(
                Math.min(a.paperQuotedAPerM2, b.paperQuotedAPerM2),
                Math.min(a.paperPredictedAPerM2, b.paperPredictedAPerM2),
                Math.min(a.selfConsistentAPerM2, b.selfConsistentAPerM2),
                Math.min(a.selfConsistentLowerEtaAPerM2, b.selfConsistentLowerEtaAPerM2),
                Math.min(a.competingAPerM2, b.competingAPerM2),
                Math.min(a.strippingAPerM2, b.strippingAPerM2),
                Math.min(a.limitingCurrentAPerM2, b.limitingCurrentAPerM2),
                b.competingAPerM2 < a.competingAPerM2 ? b.limitingMode : a.limitingMode,
                b.selfConsistentAPerM2 < a.selfConsistentAPerM2 ? b.criticalFlaw : a.criticalFlaw,
                a.flawCount + b.flawCount,
                a.heldFlawCount + b.heldFlawCount,
                minima);
    }
}
