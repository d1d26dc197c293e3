package org.grainflux.study.config.schema;

/** An interval of allowed numbers, in the unit of the key; NaN is never inside. */
public record Bounds(double low, boolean lowIncluded, double high, boolean highIncluded) {
    public static final Bounds ANY = new Bounds(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);
    public static final Bounds POSITIVE = new Bounds(0, false, Double.POSITIVE_INFINITY, false);
    public static final Bounds NON_NEGATIVE = new Bounds(0, true, Double.POSITIVE_INFINITY, false);

    /** Both ends allowed. */
    public static Bounds closed(double low, double high) {
        return new Bounds(low, true, high, true);
    }

    /** Lower end excluded, upper end allowed. */
    public static Bounds openClosed(double low, double high) {
        return new Bounds(low, false, high, true);
    }

    /** Both ends excluded. */
    public static Bounds open(double low, double high) {
        return new Bounds(low, false, high, false);
    }

    public boolean contains(double value) {
        boolean aboveLow = lowIncluded ? value >= low : value > low;
        boolean belowHigh = highIncluded ? value <= high : value < high;
        return aboveLow && belowHigh;
    }

    public boolean hasUpperEnd() {
        return Double.isFinite(high);
    }

    /** For a reader: {@code > 0 and <= 1}, empty when anything is allowed. */
    public String describe() {
        String lower = Double.isFinite(low) ? (lowIncluded ? ">= " : "> ") + Numbers.brief(low) : "";
        String upper = Double.isFinite(high) ? (highIncluded ? "<= " : "< ") + Numbers.brief(high) : "";
        return lower + (lower.isEmpty() || upper.isEmpty() ? "" : " and ") + upper;
    }
}
