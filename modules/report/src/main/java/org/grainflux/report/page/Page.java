package org.grainflux.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.grainflux.report.text.Markup;

/** The document: title, opening, sections with a table of contents, style sheet. */
public final class Page {
    private record Section(String id, String title, String body) {}

    private final String title;
    private final String subtitle;
    private final List<Section> sections = new ArrayList<>();
    private String opening = "";

    public Page(String title, String subtitle) {
        this.title = title;
        this.subtitle = subtitle;
    }

    /** What stands above the first section. */
    public Page opening(String html) {
        this.opening = html;
        return this;
    }

    public Page section(String id, String sectionTitle, String html) {
        sections.add(new Section(id, sectionTitle, html));
        return this;
    }

    public String html() {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light\">\n");
        html.append("<title>").append(Markup.escape(title)).append("</title>\n");
        html.append("<style>\n").append(styleSheet()).append("</style>\n</head>\n<body>\n<main>\n<header>\n");
        html.append("<p class=\"brand\">GrainFlux report</p>\n<h1>")
                .append(Markup.escape(title))
                .append("</h1>\n<p class=\"subtitle\">")
                .append(Markup.escape(subtitle))
                .append("</p>\n</header>\n");
        html.append(opening);
        html.append("<nav aria-label=\"Contents\"><ol>");
        for (Section section : sections) {
            html.append("<li><a href=\"#")
                    .append(section.id())
                    .append("\">")
                    .append(Markup.escape(section.title()))
                    .append("</a></li>");
        }
        html.append("</ol></nav>\n");
        for (Section section : sections) {
            html.append("<section id=\"")
                    .append(section.id())
                    .append("\">\n<h2>")
                    .append(Markup.escape(section.title()))
                    .append("</h2>\n")
                    .append(section.body())
                    .append("</section>\n");
        }
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String styleSheet() {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream("report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
