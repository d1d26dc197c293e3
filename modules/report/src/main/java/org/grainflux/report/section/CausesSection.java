package org.grainflux.report.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.grainflux.report.figure.ShareChart;
import org.grainflux.report.input.Design;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.input.Sweep;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;

/** What decides the critical current density: which mode, and where its variance comes from. */
public final class CausesSection {
    /** In this order in every report, so that a colour keeps its meaning. */
    private static final Map<String, String> MODES = ordered(
            "griffith", "crack extension",
            "stripping", "void formation on stripping",
            "limiting_current", "limiting current of the layer");

    private static final Map<String, String> SOURCES = ordered(
            "structure", "grain structure",
            "flaws", "flaws",
            "priors", "material values (priors)",
            "interaction", "interaction");

    private CausesSection() {}

    private static Map<String, String> ordered(String... keysAndNames) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndNames.length; i += 2) {
            map.put(keysAndNames[i], keysAndNames[i + 1]);
        }
        return map;
    }

    public static String html(ReportInput input, Figures figures) {
        List<Design> designs = Sweep.apart(input.designs());
        String modes = shares(
                designs,
                figures,
                Design::limitingModeShare,
                MODES,
                "limiting-modes",
                "What limits the current (F3).",
                "Share of nominal realizations, per electrode and flaw population, in which each mode comes first. Where"
                        + " stripping decides, the value rests on a calibrated number.");
        String variance = shares(
                designs,
                figures,
                Design::varianceShare,
                SOURCES,
                "variance-shares",
                "Where the spread comes from (F3).",
                "Share of the variance of the logarithm of the critical current density. A large share of material values"
                        + " means: measure them first, more structures will not narrow the band.");
        StringBuilder html = new StringBuilder(Figures.beside(modes, variance));
        if (modes.isEmpty()) {
            html.append(Html.p("The summary gives no limiting modes."));
        }
        if (variance.isEmpty()) {
            html.append(
                    Html.p("The variance could not be divided: that needs at least two structures, each with two flaw"
                            + " populations and two draws of the material values."));
        }
        return html.toString();
    }

    private static String shares(
            List<Design> designs,
            Figures figures,
            Function<Design, Map<String, Double>> sharesOf,
            Map<String, String> names,
            String name,
            String title,
            String reading) {
        if (designs.stream().allMatch(design -> sharesOf.apply(design).isEmpty())) {
            return "";
        }
        Set<String> keys = new LinkedHashSet<>(names.keySet());
        designs.forEach(design -> keys.addAll(sharesOf.apply(design).keySet()));
        List<ShareChart.Row> rows = new ArrayList<>();
        for (Design design : designs) {
            Map<String, Double> shares = sharesOf.apply(design);
            if (!shares.isEmpty()) {
                rows.add(new ShareChart.Row(
                        design.label(),
                        keys.stream()
                                .mapToDouble(key -> shares.getOrDefault(key, 0.0))
                                .toArray()));
            }
        }
        List<String> categories = keys.stream()
                .map(key -> names.getOrDefault(key, Phrases.words(key)))
                .toList();
        return figures.add(name, ShareChart.draw(title, categories, rows), title, reading);
    }
}
