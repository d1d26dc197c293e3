package org.grainflux.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for a reader. */
public final class Numbers {
    /** Stands where there is no number. */
    public static final String NONE = "–";

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final MathContext THREE_FIGURES = new MathContext(3, RoundingMode.HALF_UP);

    private Numbers() {}

    /** Three significant figures: 0.0483, 1.20, 1,230, 4.83 × 10⁻⁵; an infinite value is ∞, a missing one a dash. */
    public static String threeFigures(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(THREE_FIGURES);
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < -3 || exponent > 4) {
            BigDecimal mantissa = rounded.scaleByPowerOfTen(-exponent).setScale(2, RoundingMode.UNNECESSARY);
            return minus(mantissa.toPlainString()) + " × " + powerOfTen(exponent);
        }
        int decimals = Math.max(0, 2 - exponent);
        return minus(String.format(Locale.ROOT, "%,." + decimals + "f", rounded));
    }

    /** 10⁻⁵ */
    public static String powerOfTen(int exponent) {
        StringBuilder text = new StringBuilder("10");
        if (exponent < 0) {
            text.append('⁻');
        }
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }

    /** As short as possible, for ticks and names: 0.3, 10, 10⁻⁴. */
    public static String compact(double value) {
        if (!Double.isFinite(value)) {
            return threeFigures(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(THREE_FIGURES).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < -2 || exponent > 4) {
            String mantissa =
                    rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
            return (mantissa.equals("1") ? "" : minus(mantissa) + "×") + powerOfTen(exponent);
        }
        return minus(rounded.toPlainString());
    }

    /** 0.104 becomes 10 %; a share that is small but not nothing stays visible. */
    public static String percent(double fraction) {
        if (Double.isNaN(fraction)) {
            return NONE;
        }
        if (fraction > 0 && fraction < 0.005) {
            return "< 1 %";
        }
        if (fraction < 1 && fraction > 0.995) {
            return "> 99 %";
        }
        return minus(String.format(Locale.ROOT, "%.0f %%", 100 * fraction));
    }

    public static String range(double low, double high) {
        if (Double.isNaN(low) && Double.isNaN(high)) {
            return NONE;
        }
        String from = threeFigures(low);
        String to = threeFigures(high);
        // Spaces keep "1.20 × 10⁻⁴ – 3.40 × 10⁻⁴" readable.
        return from.contains(" ") || to.contains(" ") ? from + " – " + to : from + "–" + to;
    }

    public static String count(long value, String singular, String plural) {
        return String.format(Locale.ROOT, "%,d ", value) + (value == 1 ? singular : plural);
    }

    private static String minus(String text) {
        return text.replace('-', '−');
    }
}
