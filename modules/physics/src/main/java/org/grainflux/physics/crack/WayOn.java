package org.grainflux.physics.crack;

/**
 * What it takes to open a kink: the least pressure p at which |K*(p)|² = E G_c/(1−ν²) with K* = F(θ)(p K_p + K_0) and an
 * opening K_I*.
 *
 * @param facet first facet of the way, or −1 into a grain
 * @param kinkRad θ
 * @param pressurePa p, Pa; +∞ where none opens it
 */
record WayOn(int facet, double kinkRad, double pressurePa) {
    /** Directions into grains that are looked at. */
    private static final double SCAN_RAD = Math.toRadians(1);

    static final WayOn NONE = new WayOn(-1, Double.NaN, Double.POSITIVE_INFINITY);

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
        return new WayOn(facet, kinkRad, opens && pressure >= 0 ? pressure : Double.POSITIVE_INFINITY);
    }

    /** The easiest way into a grain, whichever. */
    static WayOn intoGrain(StressIntensity perPressure, StressIntensity resting, double toughnessPaSqrtM) {
        WayOn best = NONE;
        int steps = (int) Math.round(KinkedCrack.STEEPEST_KINK_RAD / SCAN_RAD);
        for (int k = -steps; k <= steps && toughnessPaSqrtM < Double.POSITIVE_INFINITY; k++) {
            best = best.easier(along(-1, k * SCAN_RAD, perPressure, resting, toughnessPaSqrtM));
        }
        return best;
    }

    WayOn easier(WayOn other) {
        return other.pressurePa < pressurePa ? other : this;
    }

    private static double dot(StressIntensity a, StressIntensity b) {
        return a.modeIPaSqrtM() * b.modeIPaSqrtM() + a.modeIIPaSqrtM() * b.modeIIPaSqrtM();
    }
}
