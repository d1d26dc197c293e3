package org.grainflux.study.config.schema;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as people write and read them. */
public final class Numbers {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
    private static final MathContext TWELVE_DIGITS = new MathContext(12);

    private Numbers() {}

    /** The number, when the text is a finite decimal one. */
    static OptionalDouble parse(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        // Nothing measured is -0, and 1/-0 is not 1/0.
        return Double.isFinite(value) ? OptionalDouble.of(value == 0 ? 0 : value) : OptionalDouble.empty();
    }

    /** Up to twelve digits, no trailing zeros: {@code 10}, {@code 0.3}, {@code 1e-4}. */
    public static String brief(double value) {
        return brief(value, TWELVE_DIGITS);
    }

    /** The same with so many digits. */
    public static String brief(double value, int digits) {
        return brief(value, new MathContext(digits));
    }

    private static String brief(double value, MathContext digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(digits).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -2 && exponent < 6) {
            return rounded.toPlainString();
        }
        String mantissa = rounded.scaleByPowerOfTen(-exponent).toPlainString();
        return mantissa + "e" + exponent;
    }

    /** A whole number as such, so that 100 is not written 100.0. */
    static Number plain(double value) {
        // Below 1e15 every whole double is printed with all its digits.
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Number) (long) value : (Number) value;
    }
}
