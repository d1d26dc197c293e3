package org.grainflux.study.measured;

import java.util.Map;
import java.util.Optional;

/** A unit as headers write it. */
record MeasuredUnit(Quantity quantity, double toSi) {
    /** What it measures. */
    enum Quantity {
        VOLTAGE,
        CURRENT,
        RESISTANCE,
        TIME,
        NUMBER
    }

    private static final Map<String, Quantity> BASES = Map.of(
            "V", Quantity.VOLTAGE,
            "A", Quantity.CURRENT,
            "Ω", Quantity.RESISTANCE,
            "s", Quantity.TIME);

    private static final Map<String, Double> PREFIXES = Map.of(
            "", 1.0, "f", 1e-15, "p", 1e-12, "n", 1e-9, "µ", 1e-6, "m", 1e-3, "k", 1e3, "M", 1e6, "G", 1e9, "T", 1e12);

    /** A unit by its symbol; empty when it is none. */
    static Optional<MeasuredUnit> of(String symbol) {
        String plain = symbol.strip()
                .replace("Ohm", "Ω")
                .replace("ohm", "Ω")
                .replace('Ω', 'Ω')
                .replace('μ', 'µ')
                .replaceFirst("^u(?=[VAΩs]$)", "µ");
        if (plain.equals("-") || plain.equals("–") || plain.equals("1")) {
            return Optional.of(new MeasuredUnit(Quantity.NUMBER, 1));
        }
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        int last = plain.length() - 1;
        Quantity quantity = BASES.get(plain.substring(last));
        Double factor = PREFIXES.get(plain.substring(0, last));
        return quantity == null || factor == null ? Optional.empty() : Optional.of(new MeasuredUnit(quantity, factor));
    }
}
