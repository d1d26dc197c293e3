package org.grainflux.physics.crack;

/**
 * Stress intensity at the tip of a kink that is short against the crack, K* = F(θ) K, for any body and load, and what
 * follows for deflection at a boundary without elastic mismatch.
 *
 * <p>The expansion in m = θ/π of Amestoy and Leblond. Against our own solution of the integral equation of a kinked
 * semi-infinite crack the factors are right within 2·10⁻⁴ up to 100° and within 2·10⁻³ at 120°; at 135° they are
 * 0.02 off, so steeper kinks are refused.
 *
 * <p>Angles are counted anticlockwise from the direction of growth. A positive K_II turns a crack clockwise, to negative
 * angles.
 *
 * @see "Amestoy and Leblond (1992), Int. J. Solids Struct. 29, 465, eqs. 65–67 and table 1"
 */
public final class KinkedCrack {
    /** Steepest kink the expansion is used for. */
    public static final double STEEPEST_KINK_RAD = Math.toRadians(120);

    private static final double P2 = Math.PI * Math.PI;
    private static final double P4 = P2 * P2;
    private static final double P6 = P4 * P2;

    /** Coefficients of m⁰, m², m⁴, …; odd functions of m are m times such a series. */
    private static final double[] F11 = {
        1,
        -3 * P2 / 8,
        P2 - 5 * P4 / 128,
        P2 / 9 - 11 * P4 / 72 + 119 * P6 / 15360,
        5.07790,
        -2.88312,
        -0.0925,
        2.996,
        -4.059,
        1.63,
        4.1
    };

    private static final double[] F12 = {
        -1.5 * Math.PI,
        Math.PI * (10.0 / 3 + P2 / 16),
        Math.PI * (-2 - 133 * P2 / 180 + 59 * P4 / 1280),
        12.313906,
        -7.32433,
        1.5793,
        4.0216,
        -6.915,
        4.21,
        4.56
    };

    private static final double[] F21 = {
        0.5 * Math.PI,
        -Math.PI * (4.0 / 3 + P2 / 48),
        Math.PI * (-2.0 / 3 + 13 * P2 / 30 - 59 * P4 / 3840),
        -6.176023,
        4.44112,
        -1.5340,
        -2.0700,
        4.684,
        -3.95,
        -1.32
    };

    private static final double[] F22 = {
        1,
        -(4 + 3 * P2 / 8),
        8.0 / 3 + 29 * P2 / 18 - 5 * P4 / 128,
        -32.0 / 15 - 4 * P2 / 9 - 1159 * P4 / 7200 + 119 * P6 / 15360,
        10.58254,
        -4.78511,
        -1.8804,
        7.280,
        -7.591,
        0.25,
        12.5
    };

    /** Directions looked at before the best is refined: one per degree. */
    private static final double SCAN_RAD = Math.toRadians(1);

    /** Golden sections until a bracket of two degrees is as wide as the square root of rounding allows. */
    private static final int SECTIONS = 40;

    private static final double GOLDEN = 0.5 * (Math.sqrt(5) - 1);

    private KinkedCrack() {}

    /**
     * K* = F K.
     *
     * @param angleRad θ, at most {@link #STEEPEST_KINK_RAD} either way
     */
    public static StressIntensity at(StressIntensity parent, double angleRad) {
        requireKink(angleRad);
        double m = angleRad / Math.PI;
        double k1 = parent.modeIPaSqrtM();
        double k2 = parent.modeIIPaSqrtM();
        return new StressIntensity(
                even(F11, m) * k1 + m * even(F12, m) * k2, m * even(F21, m) * k1 + even(F22, m) * k2);
    }

    /**
     * G of a kink over G of straight growth under pure opening: without elastic mismatch the ratio G_d/G_p that decides
     * whether a crack turns into a boundary at this angle to it. 0.26 at 90°, 0.73 at 45°.
     *
     * @see "He and Hutchinson (1989), Int. J. Solids Struct. 25, 1053"
     */
    public static double energyRatio(double angleRad) {
        StressIntensity kink = at(new StressIntensity(1, 0), angleRad);
        return kink.modeIPaSqrtM() * kink.modeIPaSqrtM() + kink.modeIIPaSqrtM() * kink.modeIIPaSqrtM();
    }

    /**
     * G of a kink over that of straight growth, (K_I*² + K_II*²)/(K_I² + K_II²); 0 for a kink that is pressed shut.
     */
    public static double energyRatio(StressIntensity parent, double angleRad) {
        double straight = square(parent);
        StressIntensity kink = at(parent, angleRad);
        return kink.isClosed() || straight == 0 ? 0 : square(kink) / straight;
    }

    /** Direction of the largest energy release rate, rad; 0 for a closed crack that no kink opens. */
    public static double mostDrivenAngleRad(StressIntensity parent) {
        int steps = (int) Math.round(STEEPEST_KINK_RAD / SCAN_RAD);
        double best = 0;
        for (int k = -steps; k <= steps; k++) {
            if (energyRatio(parent, k * SCAN_RAD) > energyRatio(parent, best)) {
                best = k * SCAN_RAD;
            }
        }
        double low = Math.max(-STEEPEST_KINK_RAD, best - SCAN_RAD);
        double high = Math.min(STEEPEST_KINK_RAD, best + SCAN_RAD);
        for (int section = 0; section < SECTIONS; section++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (energyRatio(parent, left) < energyRatio(parent, right)) {
                low = left;
            } else {
                high = right;
            }
        }
        double refined = 0.5 * (low + high);
        return energyRatio(parent, refined) > energyRatio(parent, 0) ? refined : 0;
    }

    private static double square(StressIntensity k) {
        return k.modeIPaSqrtM() * k.modeIPaSqrtM() + k.modeIIPaSqrtM() * k.modeIIPaSqrtM();
    }

    private static double even(double[] coefficients, double m) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * m * m + coefficients[k];
        }
        return sum;
    }

    private static void requireKink(double angleRad) {
        if (!(Math.abs(angleRad) <= STEEPEST_KINK_RAD)) {
            throw new IllegalArgumentException(
                    "factors of kinks are known up to " + STEEPEST_KINK_RAD + " rad, got " + angleRad + " rad");
        }
    }
}
