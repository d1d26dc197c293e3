package org.grainflux.report.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.grainflux.report.text.Markup;

/** Numbers the figures of a report in the order they appear and keeps each as a picture of its own. */
public final class Figures {
    private final Map<String, String> svgByName = new LinkedHashMap<>();

    /**
     * @param name file name without ending
     * @param title what is shown
     * @param reading what to see in it
     * @return the figure as HTML
     */
    public String add(String name, String svg, String title, String reading) {
        svgByName.put(name, svg);
        return "<figure id=\"figure-" + Markup.escape(name) + "\">" + svg + "<figcaption><b>Figure " + svgByName.size()
                + ". " + Markup.escape(title) + "</b> " + Markup.escape(reading) + "</figcaption></figure>\n";
    }

    /** Name to picture, in order. */
    public Map<String, String> all() {
        return Map.copyOf(svgByName).isEmpty() ? Map.of() : new LinkedHashMap<>(svgByName);
    }

    /** Figures beside each other where the page is wide. */
    public static String beside(String... figures) {
        return beside("figures", figures);
    }

    /** A high figure on the left, the others above each other on its right. */
    public static String besideTall(String tall, String... others) {
        if (tall.isEmpty()) {
            return beside(others);
        }
        String[] all = new String[others.length + 1];
        all[0] = tall;
        System.arraycopy(others, 0, all, 1, others.length);
        return beside("figures tall", all);
    }

    private static String beside(String style, String[] figures) {
        StringBuilder html = new StringBuilder();
        for (String figure : figures) {
            html.append(figure);
        }
        return html.length() == 0 ? "" : "<div class=\"" + style + "\">\n" + html + "</div>\n";
    }
}
