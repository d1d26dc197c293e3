package org.grainflux.statistics.histogram;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Sum of doubles without rounding: the same bits for any order and any merging. Up to 2³⁰ additions between two
 * carries are safe, and carries are propagated in time; the sum itself is unlimited (it reads ±∞ beyond the range of
 * double). Not for use by several threads at once.
 */
public final class ExactSum implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Exponent of the least bit: 2^−1074, the smallest subnormal. */
    private static final int LEAST_EXPONENT = -1074;

    private static final int LIMB_BITS = 32;
    private static final long LIMB_MASK = (1L << LIMB_BITS) - 1;
    /** 2098 bits of double's range and 78 of headroom. */
    private static final int LIMBS = 68;

    private static final int ADDITIONS_BEFORE_CARRY = 1 << 30;

    /** Value = Σ limb[k] 2^(32 k − 1074); limbs are signed and may overlap until carries are propagated. */
    private final long[] limb = new long[LIMBS];

    private int additionsSinceCarry;

    /** @throws IllegalArgumentException for NaN and infinities: count those beside the sum */
    public void add(double x) {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException("an exact sum takes finite values only, got " + x);
        }
        long bits = Double.doubleToRawLongBits(x);
        int biased = (int) (bits >>> 52) & 0x7ff;
        long fraction = bits & ((1L << 52) - 1);
        long significand = biased == 0 ? fraction : fraction | (1L << 52);
        int shift = biased == 0 ? 0 : biased - 1; // value = significand · 2^(shift − 1074)
        int first = shift / LIMB_BITS;
        int within = shift % LIMB_BITS;
        // 53 bits shifted by up to 31 span at most three limbs.
        long low = (significand << within) & LIMB_MASK;
        long middle = (significand >>> (LIMB_BITS - within)) & LIMB_MASK;
        long high = within == 0 ? 0 : significand >>> (2 * LIMB_BITS - within);
        long sign = bits < 0 ? -1 : 1;
        limb[first] += sign * low;
        limb[first + 1] += sign * middle;
        limb[first + 2] += sign * high;
        if (++additionsSinceCarry >= ADDITIONS_BEFORE_CARRY) {
            propagateCarries();
        }
    }

    /** Adds everything {@code other} has summed. */
    public void add(ExactSum other) {
        propagateCarries();
        ExactSum canonical = other.copy();
        canonical.propagateCarries();
        for (int k = 0; k < LIMBS; k++) {
            limb[k] += canonical.limb[k];
        }
        propagateCarries();
    }

    public ExactSum copy() {
        ExactSum copy = new ExactSum();
        System.arraycopy(limb, 0, copy.limb, 0, LIMBS);
        copy.additionsSinceCarry = additionsSinceCarry;
        return copy;
    }

    /** The exact sum, rounded once to the nearest double, ties to even. */
    public double value() {
        ExactSum canonical = copy();
        canonical.propagateCarries();
        BigInteger scaled = BigInteger.ZERO;
        for (int k = LIMBS - 1; k >= 0; k--) {
            scaled = scaled.shiftLeft(LIMB_BITS).add(BigInteger.valueOf(canonical.limb[k]));
        }
        BigInteger magnitude = scaled.abs();
        // Long integers are cut to 128 bits with a sticky last bit, so that the one rounding is that of doubleValue.
        // Short ones are exact multiples of 2^-1074, where subnormals need no second rounding.
        int dropped = Math.max(0, magnitude.bitLength() - 128);
        if (dropped > 0) {
            boolean sticky = magnitude.getLowestSetBit() < dropped;
            magnitude = magnitude.shiftRight(dropped);
            magnitude = sticky ? magnitude.setBit(0) : magnitude;
        }
        return Math.scalb(scaled.signum() * magnitude.doubleValue(), dropped + LEAST_EXPONENT);
    }

    /** Canonical form: limbs below the top one in 0 … 2³²−1, the top one signed. */
    private void propagateCarries() {
        for (int k = 0; k < LIMBS - 1; k++) {
            limb[k + 1] += limb[k] >> LIMB_BITS;
            limb[k] &= LIMB_MASK;
        }
        additionsSinceCarry = 0;
    }

    @Override
    public boolean equals(Object object) {
        if (!(object instanceof ExactSum other)) {
            return false;
        }
        ExactSum a = copy();
        ExactSum b = other.copy();
        a.propagateCarries();
        b.propagateCarries();
        return Arrays.equals(a.limb, b.limb);
    }

    @Override
    public int hashCode() {
        return Double.hashCode(value());
    }
}
