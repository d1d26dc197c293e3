package org.grainflux.physics.crack;

import java.util.function.DoublePredicate;

/**
 * What it takes to open a kink: the least pressure p at which |K*(p)|² = E G_c/(1−ν²) with K* = F(θ)(p K_p + K_0) and an
 * opening K_I*.
 *
 * @param facet first facet of the way, or −1 into a grain
 * @param kinkRad θ
 * @param pressurePa p, Pa; +∞ where none opens it
 * @param driveRatio G* over G_c at this pressure: 1, or more where it opens without any
 */
record WayOn(int facet, double kinkRad, double pressurePa, double driveRatio) {
    /** Directions into grains that are looked at, and then around the best of them. */
    private static final double SCAN_RAD = Math.toRadians(1);

    private static final double REFINED_RAD = Math.toRadians(0.1);

    static final WayOn NONE = new WayOn(-1, Double.NaN, Double.POSITIVE_INFINITY, 0);

    static WayOn along(
            int facet, double kinkRad, StressIntensity perPressure, StressIntensity resting, double toughnessPaSqrtM) {
        StressIntensity a = KinkedCrack.at(perPressure, kinkRad);
        StressIntensity b = KinkedCrack.at(resting, kinkRad);
        double square = dot(a, a);
        double mixed = dot(a, b);
        double missing = toughnessPaSqrtM * toughnessPaSqrtM - dot(b, b);
        double pressure = missing <= 0 && b.modeIPaSqrtM() > 0
                ? 0
                : (-mixed + Math.sqrt(mixed * mixed + square * missing)) / square;
        boolean opens = pressure * a.modeIPaSqrtM() + b.modeIPaSqrtM() > 0;
        return new WayOn(
                facet,
                kinkRad,
                opens && pressure >= 0 ? pressure : Double.POSITIVE_INFINITY,
                missing <= 0 ? dot(b, b) / (toughnessPaSqrtM * toughnessPaSqrtM) : 1);
    }

    /** The easiest way into a grain among the directions that are allowed. */
    static WayOn intoGrain(
            StressIntensity perPressure, StressIntensity resting, double toughnessPaSqrtM, DoublePredicate allowed) {
        WayOn best = NONE;
        if (toughnessPaSqrtM < Double.POSITIVE_INFINITY) {
            best = scan(0, KinkedCrack.STEEPEST_KINK_RAD, SCAN_RAD, perPressure, resting, toughnessPaSqrtM, allowed);
            if (best.pressurePa() < Double.POSITIVE_INFINITY) {
                best = best.easier(
                        scan(best.kinkRad(), SCAN_RAD, REFINED_RAD, perPressure, resting, toughnessPaSqrtM, allowed));
            }
        }
        return best;
    }

    private static WayOn scan(
            double middleRad,
            double halfWidthRad,
            double stepRad,
            StressIntensity perPressure,
            StressIntensity resting,
            double toughnessPaSqrtM,
            DoublePredicate allowed) {
        WayOn best = NONE;
        int steps = (int) Math.round(halfWidthRad / stepRad);
        for (int k = -steps; k <= steps; k++) {
            double kink = middleRad + k * stepRad;
            if (Math.abs(kink) <= KinkedCrack.STEEPEST_KINK_RAD && allowed.test(kink)) {
                best = best.easier(along(-1, kink, perPressure, resting, toughnessPaSqrtM));
            }
        }
        return best;
    }

    WayOn easier(WayOn other) {
        boolean easier = other.pressurePa < pressurePa
                || other.pressurePa == pressurePa
                        && other.driveRatio > driveRatio
                        && pressurePa < Double.POSITIVE_INFINITY;
        return easier ? other : this;
    }

    private static double dot(StressIntensity a, StressIntensity b) {
        return a.modeIPaSqrtM() * b.modeIPaSqrtM() + a.modeIIPaSqrtM() * b.modeIIPaSqrtM();
    }
}
