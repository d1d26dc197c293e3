package org.grainflux.report.section;

import java.util.stream.Stream;

/** Figures of a current distribution that tables and charts name, in their order. */
enum HotSpotFigure {
    COV_W200("cov_w200", "CoV, 200 nm", "CoV, 200 nm (%)"),
    W100("w100_max_over_mean", "max/mean, 100 nm", "max/mean, 100 nm"),
    W200("w200_max_over_mean", "max/mean, 200 nm", "200 nm"),
    W500("w500_max_over_mean", "max/mean, 500 nm", "500 nm"),
    W1000("w1000_max_over_mean", "max/mean, 1 µm", "1 µm"),
    GRAIN_MAX_OVER_MEAN("grain_average_max_over_mean", "grain max/mean", "grain max/mean"),
    GRAIN_MAX_OVER_MIN("grain_average_max_over_min", "grain max/min", "grain max/min");

    private final String key;
    private final String fullName;
    private final String header;

    HotSpotFigure(String key, String fullName, String header) {
        this.key = key;
        this.fullName = fullName;
        this.header = header;
    }

    static Stream<HotSpotFigure> all() {
        return Stream.of(values());
    }

    /** Name in {@code summary.json}. */
    String key() {
        return key;
    }

    /** Where it stands alone. */
    String fullName() {
        return fullName;
    }

    /** Above a column, in the order of this enumeration, where windows follow one another. */
    String header() {
        return header;
    }
}
