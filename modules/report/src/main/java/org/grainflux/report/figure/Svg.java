package org.grainflux.report.figure;

import java.util.Locale;
import org.grainflux.report.figure.Style.Marker;
import org.grainflux.report.text.Markup;

/** A picture under construction; lengths in units of the view box, y downwards. */
final class Svg {
    /** Width of every picture, so that all texts appear equally large. */
    static final double WIDTH = 440;

    static final double TEXT = 15;

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final StringBuilder body = new StringBuilder();
    private final String description;
    private double height;

    /** @param description read aloud to those who do not see the picture */
    Svg(String description) {
        this.description = description;
    }

    Svg height(double total) {
        this.height = total;
        return this;
    }

    String markup() {
        String box = "0 0 " + number(WIDTH) + " " + number(height);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + box + "\" role=\"img\" aria-label=\""
                + Markup.escape(description)
                + "\" font-family=\"system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans',"
                + " 'DejaVu Sans', sans-serif\" font-size=\"" + number(TEXT) + "\" fill=\"" + Style.INK + "\">\n"
                + "<rect width=\"" + number(WIDTH) + "\" height=\"" + number(height) + "\" fill=\"#ffffff\"/>\n"
                + body
                + "</svg>\n";
    }

    Svg raw(String markup) {
        body.append(markup).append('\n');
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String colour, double width, String dash) {
        return raw("<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\""
                + number(y2) + "\" stroke=\"" + colour + "\" stroke-width=\"" + number(width) + "\"" + dashed(dash)
                + "/>");
    }

    Svg rect(double x, double y, double width, double height, String fill, double opacity) {
        return raw("<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(Math.max(0, width))
                + "\" height=\"" + number(Math.max(0, height)) + "\" fill=\"" + fill + "\""
                + (opacity < 1 ? " fill-opacity=\"" + number(opacity) + "\"" : "") + "/>");
    }

    Svg frame(double x, double y, double width, double height, String stroke) {
        return raw("<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\""
                + number(height) + "\" fill=\"none\" stroke=\"" + stroke + "\"/>");
    }

    Svg path(String d, String stroke, double width, String dash) {
        return raw("<path d=\"" + d + "\" fill=\"none\" stroke=\"" + stroke + "\" stroke-width=\"" + number(width)
                + "\" stroke-linejoin=\"round\"" + dashed(dash) + "/>");
    }

    Svg area(String d, String fill, double opacity) {
        return raw("<path d=\"" + d + "\" fill=\"" + fill + "\" fill-opacity=\"" + number(opacity) + "\"/>");
    }

    Svg text(double x, double y, Anchor anchor, String text) {
        return text(x, y, anchor, text, "");
    }

    /** @param attributes further attributes, e.g. {@code font-weight="600"} */
    Svg text(double x, double y, Anchor anchor, String text, String attributes) {
        return raw("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\""
                + (anchor == Anchor.START
                        ? ""
                        : " text-anchor=\"" + anchor.name().toLowerCase(Locale.ROOT) + "\"")
                + (attributes.isEmpty() ? "" : " " + attributes) + ">" + Markup.escape(text) + "</text>");
    }

    Svg marker(double x, double y, double radius, Style style) {
        return marker(x, y, radius, style.marker(), style.colour(), "#ffffff");
    }

    Svg marker(double x, double y, double r, Marker marker, String fill, String stroke) {
        String look = " fill=\"" + fill + "\" stroke=\"" + stroke + "\" stroke-width=\"1.2\"/>";
        return switch (marker) {
            case CIRCLE ->
                raw("<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(r) + "\"" + look);
            case SQUARE -> shape(x, y, 0.88 * r, look, -1, -1, 1, -1, 1, 1, -1, 1);
            case DIAMOND -> shape(x, y, 1.25 * r, look, 0, -1, 1, 0, 0, 1, -1, 0);
            case TRIANGLE -> shape(x, y, 1.15 * r, look, 0, -1, 1, 0.8, -1, 0.8);
            case TRIANGLE_DOWN -> shape(x, y, 1.15 * r, look, 0, 1, 1, -0.8, -1, -0.8);
            case NONE -> this;
        };
    }

    private Svg shape(double x, double y, double r, String look, double... corners) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            points.append(i == 0 ? "" : " ")
                    .append(number(x + r * corners[i]))
                    .append(',')
                    .append(number(y + r * corners[i + 1]));
        }
        return raw("<polygon points=\"" + points + "\"" + look);
    }

    /** An estimate, since the reader's font is unknown: wide enough for common sans-serif fonts. */
    static double textWidth(String text) {
        return text.codePointCount(0, text.length()) * 0.56 * TEXT;
    }

    static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        String text = String.format(Locale.ROOT, "%.2f", rounded == 0 ? 0 : rounded);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.charAt(end - 1) == '.' ? text.substring(0, end - 1) : text.substring(0, end);
    }

    private static String dashed(String dash) {
        return dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"";
    }
}
