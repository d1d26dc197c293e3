package org.grainflux.report.page;

import java.util.List;
import org.grainflux.report.text.Markup;

/** Small pieces of a page; every text is escaped. */
public final class Html {
    private Html() {}

    public static String p(String text) {
        return "<p>" + Markup.escape(text) + "</p>\n";
    }

    /** A remark of lesser weight. */
    public static String note(String text) {
        return "<p class=\"note\">" + Markup.escape(text) + "</p>\n";
    }

    public static String h3(String text) {
        return "<h3>" + Markup.escape(text) + "</h3>\n";
    }

    public static String bullets(List<String> texts) {
        StringBuilder html = new StringBuilder("<ul>\n");
        texts.forEach(text -> html.append("<li>").append(Markup.escape(text)).append("</li>\n"));
        return html.append("</ul>\n").toString();
    }
}
