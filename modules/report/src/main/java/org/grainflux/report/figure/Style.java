package org.grainflux.report.figure;

import java.util.List;

/**
 * How a series looks; no two of {@link #SERIES} agree in colour, dash or marker.
 *
 * @param dash SVG dash array, empty for a full line
 */
public record Style(String colour, String dash, Marker marker) {
    static final String INK = "#1b2733";
    static final String MUTED = "#55636f";
    static final String FRAME = "#8a97a3";
    static final String GRID = "#e4e9ee";
    static final String SHADE = "#f4f7f9";

    /** Shapes that stay apart without colour. */
    public enum Marker {
        CIRCLE,
        SQUARE,
        DIAMOND,
        TRIANGLE,
        TRIANGLE_DOWN,
        NONE;

        private static final List<Marker> SHAPES = List.of(CIRCLE, SQUARE, DIAMOND, TRIANGLE, TRIANGLE_DOWN);
    }

    /** Okabe and Ito (2008), Color universal design; yellow is left out: too faint on white. */
    public static final List<Style> SERIES = List.of(
            new Style("#0072b2", "", Marker.CIRCLE),
            new Style("#d55e00", "9 4", Marker.SQUARE),
            new Style("#009e73", "3 3", Marker.TRIANGLE),
            new Style("#7d3c98", "12 3 3 3", Marker.DIAMOND),
            new Style("#e69f00", "6 2", Marker.TRIANGLE_DOWN),
            new Style("#56b4e9", "2 2", Marker.CIRCLE),
            new Style("#333333", "14 4", Marker.SQUARE));

    /** Published values. */
    public static final Style OBSERVED = new Style("#111111", "", Marker.DIAMOND);

    /** Beyond the end of {@link #SERIES} colours come back with other markers. */
    public static Style series(int index) {
        Style style = SERIES.get(Math.floorMod(index, SERIES.size()));
        int shift = Math.floorDiv(index, SERIES.size());
        return style.withMarker(Marker.SHAPES.get(Math.floorMod(style.marker.ordinal() + shift, Marker.SHAPES.size())));
    }

    public Style withMarker(Marker other) {
        return new Style(colour, dash, other);
    }
}
