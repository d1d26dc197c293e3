package org.grainflux.report.page;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.report.text.Markup;

/** A table whose first column names the row; the other columns are numbers unless said otherwise. */
public final class HtmlTable {
    /** A cell: the text and a smaller second line, empty when there is none. */
    public record Cell(String text, String detail) {
        public static Cell of(String text) {
            return new Cell(text, "");
        }
    }

    private final String caption;
    private final List<String> headers;
    private final String style;
    private final List<List<Cell>> rows = new ArrayList<>();

    private HtmlTable(String caption, String style, List<String> headers) {
        this.caption = caption;
        this.style = style;
        this.headers = headers;
    }

    public static HtmlTable ofNumbers(String caption, String... headers) {
        return new HtmlTable(caption, "numbers", List.of(headers));
    }

    public static HtmlTable ofTexts(String caption, String... headers) {
        return new HtmlTable(caption, "texts", List.of(headers));
    }

    /** For many rows: the second text of a cell stands beside the first. */
    public static HtmlTable ofManyNumbers(String caption, String... headers) {
        return new HtmlTable(caption, "numbers dense", List.of(headers));
    }

    public HtmlTable row(List<Cell> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    public HtmlTable row(String... texts) {
        return row(List.of(texts).stream().map(Cell::of).toList());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public String html() {
        // The caption stays outside the scrolling part, where a narrow screen shows all of it.
        StringBuilder html = new StringBuilder("<p class=\"caption\">" + Markup.escape(caption)
                + "</p><div class=\"scroll\"><table class=\"" + style + "\" aria-label=\"" + Markup.escape(caption)
                + "\"><thead><tr>");
        headers.forEach(header ->
                html.append("<th scope=\"col\">").append(Markup.escape(header)).append("</th>"));
        html.append("</tr></thead><tbody>\n");
        for (List<Cell> row : rows) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                String tag = i == 0 ? "th" : "td";
                html.append('<').append(tag).append(i == 0 ? " scope=\"row\">" : ">");
                html.append(Markup.escape(row.get(i).text()));
                if (!row.get(i).detail().isEmpty()) {
                    html.append("<small>")
                            .append(Markup.escape(row.get(i).detail()))
                            .append("</small>");
                }
                html.append("</").append(tag).append('>');
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }
}
