package org.grainflux.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.report.figure.Svg.Anchor;
import org.grainflux.report.text.Numbers;

/** Shares of a whole, one bar per design. */
public final class ShareChart {
    /** @param shares one per category, fractions */
    public record Row(String label, double[] shares) {}

    private static final double LABEL = 24;
    private static final double BAR = 24;
    private static final double GAP = 10;

    /** Fills that also differ in lightness: a grey print keeps them apart. */
    private static final List<String> FILLS = List.of("#0072b2", "#f0c05a", "#8fd0c0", "#c9ced4", "#d55e00", "#4a5560");

    private static final List<String> TEXTS = List.of("#ffffff", Style.INK, Style.INK, Style.INK, "#ffffff", "#ffffff");

    private ShareChart() {}

    public static String draw(String description, List<String> categories, List<Row> rows) {
        Svg svg = new Svg(description);
        List<Legend.Entry> entries = new ArrayList<>();
        for (int c = 0; c < categories.size(); c++) {
            String fill = FILLS.get(c % FILLS.size());
            entries.add(new Legend.Entry(
                    categories.get(c), (s, x, y, width) -> s.rect(x + 10, y - 8, width - 12, 16, fill, 1)));
        }
        double y = Legend.draw(svg, 2, entries) + 8;
        for (Row row : rows) {
            svg.text(0, y + 17, Anchor.START, row.label(), "font-weight=\"600\"");
            drawBar(svg, row.shares(), y + LABEL);
            y += LABEL + BAR + GAP;
        }
        return svg.height(y).markup();
    }

    private static void drawBar(Svg svg, double[] shares, double y) {
        double x = 0;
        for (int c = 0; c < shares.length; c++) {
            double width = Math.max(0, shares[c]) * Svg.WIDTH;
            if (!(width > 0)) {
                continue;
            }
            svg.rect(x, y, width, BAR, FILLS.get(c % FILLS.size()), 1);
            svg.line(x, y, x, y + BAR, "#ffffff", 1.5, "");
            String text = Numbers.percent(shares[c]);
            if (Svg.textWidth(text) + 6 < width) {
                svg.text(
                        x + width / 2,
                        y + BAR / 2 + 5,
                        Anchor.MIDDLE,
                        text,
                        "fill=\"" + TEXTS.get(c % TEXTS.size()) + "\"");
            }
            x += width;
        }
    }
}
