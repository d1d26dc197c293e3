package org.grainflux.physics.crack;

import java.io.Serializable;
import java.util.List;

/**
 * The extension of one flaw from its first step to its end.
 *
 * @param end why it ended
 * @param message what else is known of a failure or of a closed tip; empty otherwise
 * @param steps in order, one per place at which the tip was asked
 * @param path from the electrode to the last tip; null when nothing was opened
 */
public record GrownCrack(CrackEnd end, String message, List<Step> steps, CrackPath path) implements Serializable {
    /** In place of a boundary: there is no way on. */
    public static final int NO_WAY = -2;

    public GrownCrack {
        steps = List.copyOf(steps);
    }

    /**
     * One place of the tip, and what it takes to go on from there.
     *
     * @param lengthM length of the crack, m
     * @param depthM its greatest depth, m
     * @param perPressure K at the tip per unit of pressure inside, √m
     * @param resting K at the tip without pressure, from stress in the plane, Pa √m; both with those faces kept together that
     *     touch at the pressure at which it goes on, so K_I of either may be negative, that of the sum is not
     * @param pressurePa pressure at which it goes on, Pa; +∞ where none does
     * @param currentAPerM2 mean current that holds this pressure, A/m²; +∞ where none does
     * @param kinkRad turn of the way on, rad; NaN where none
     * @param boundary boundary it goes on along, {@link CrackPath#GRAIN}, or {@link #NO_WAY}
     * @param chargeCPerM lithium in the crack at this pressure as charge per depth across the plane, C/m
     */
    public record Step(
            double lengthM,
            double depthM,
            StressIntensity perPressure,
            StressIntensity resting,
            double pressurePa,
            double currentAPerM2,
            double kinkRad,
            int boundary,
            double chargeCPerM)
            implements Serializable {}

    /** Current at which the flaw begins to grow, A/m²; +∞ where it never does. */
    public double initiationAPerM2() {
        return steps.isEmpty() ? Double.POSITIVE_INFINITY : steps.get(0).currentAPerM2();
    }

    /** Current at which it gets through: the largest of its steps, A/m²; +∞ where it ends before. */
    public double penetrationAPerM2() {
        return end == CrackEnd.PENETRATION
                ? steps.stream().mapToDouble(Step::currentAPerM2).max().orElse(Double.POSITIVE_INFINITY)
                : Double.POSITIVE_INFINITY;
    }
}
