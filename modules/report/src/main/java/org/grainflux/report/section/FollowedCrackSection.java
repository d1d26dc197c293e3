package org.grainflux.report.section;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.figure.LineChart;
import org.grainflux.report.figure.LineChart.Series;
import org.grainflux.report.figure.StressMap;
import org.grainflux.report.figure.Style;
import org.grainflux.report.input.Design;
import org.grainflux.report.input.FollowedCracks;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.text.Numbers;
import org.grainflux.report.vtu.CrackFields;
import org.grainflux.report.vtu.VtuGrid;
import org.grainflux.study.results.CrackRow;
import org.grainflux.study.results.CrackStepRow;

/** Cracks of chosen realizations that were followed with the solved stress, beside the weakest path. */
public final class FollowedCrackSection {
    private static final double MICROMETRE = 1e-6;
    private static final double MEGAPASCAL = 1e6;
    private static final double MILLIAMPS = 10;
    /** C/m as µC/mm. */
    private static final double MICROCOULOMB_PER_MM = 1e-3;

    private static final int MOST_CURVES = 5;

    private FollowedCrackSection() {}

    /** Empty when no crack was followed. */
    public static String html(ReportInput input, Figures figures) {
        List<Design> designs = input.designs().stream()
                .filter(design -> design.crackExtension().has("ends"))
                .toList();
        if (designs.isEmpty()) {
            return "";
        }
        FollowedCracks cracks = input.cracks();
        String map = map(input, figures);
        String curves = Figures.beside(intensity(input, figures), current(input, figures));
        String charge = charge(input, figures);
        return Html.p("Predicted. From one flaw of each electrode of chosen structures a crack is opened step by"
                        + " step where G/G_c is largest, with the stress solved at every step, until it ends: "
                        + cracks.cracks().size() + " cracks.")
                + map
                + curves
                + charge
                + ends(designs)
                + comparison(designs)
                + Html.note(
                        "A ratio needs both currents: penetration is compared where extension and estimate both cross."
                                + " The largest current of a crack that ends before is a lower bound of what would take it"
                                + " further.");
    }

    private static String map(ReportInput input, Figures figures) {
        FollowedCracks cracks = input.cracks();
        if (cracks.frame().filter(StressMap::canDraw).isEmpty()) {
            return "";
        }
        CrackRow shown = cracks.shown().orElseThrow();
        double heightM =
                input.study().map(study -> study.microstructure().thicknessM()).orElse(Double.NaN);
        List<StressMap.Course> courses = new ArrayList<>();
        int style = 0;
        for (CrackRow crack : few(cracks.besideShown())) {
            courses.add(course(
                    input.labelOf(crack.design()),
                    MAP_STYLES.get(style++ % MAP_STYLES.size()),
                    crack.electrode(),
                    heightM,
                    crack.xM(),
                    crack.pathDepthM()));
        }
        if (shown.estimateXM().length > 0) {
            courses.add(course(
                    "weakest path", ESTIMATE, shown.electrode(), heightM, shown.estimateXM(), shown.estimateDepthM()));
        }
        return figures.add(
                "crack-stress",
                StressMap.draw(
                        "Map of the largest principal stress with the crack",
                        cracks.frame().get(),
                        courses),
                "Stress half way along the crack of structure " + shown.structureIndex() + ", design: "
                        + input.labelOf(shown.design()) + ".",
                "Brightness: largest principal stress; white lines: grain boundaries; coloured lines: the crack of the"
                        + " same electrode under each design. The stress is that of a crack of "
                        + Numbers.threeFigures(lengthM(cracks.frame().get()) / MICROMETRE) + " µm; its end: "
                        + Phrases.words(shown.end()) + ". Frames open in ParaView by the .pvd files beside "
                        + cracks.frameName() + ".");
    }

    private static double lengthM(VtuGrid frame) {
        return frame.fieldArray(CrackFields.LENGTH).map(array -> array.at(0, 0)).orElse(Double.NaN);
    }

    /** They lie on dark ground. */
    private static final List<Style> MAP_STYLES = List.of(
            new Style("#ff3b30", "", Style.Marker.NONE),
            new Style("#34c7ff", "9 4", Style.Marker.NONE),
            new Style("#7dff5a", "3 3", Style.Marker.NONE),
            new Style("#ff9bf5", "12 3 3 3", Style.Marker.NONE),
            new Style("#ffd23f", "6 2", Style.Marker.NONE));

    private static final Style ESTIMATE = new Style("#c0c0c0", "2 4", Style.Marker.NONE);

    private static StressMap.Course course(
            String name, Style style, int electrode, double heightM, double[] xM, double[] depthM) {
        double[] yM = depthM.clone();
        for (int i = 0; electrode == 1 && i < yM.length; i++) {
            yM[i] = heightM - yM[i];
        }
        return new StressMap.Course(name, style, xM, yM);
    }

    private static String intensity(ReportInput input, Figures figures) {
        if (input.cracks().shown().isEmpty()) {
            return "";
        }
        CrackRow shown = input.cracks().shown().get();
        List<CrackStepRow> steps = input.cracks().stepsOf(shown);
        double[] length = values(steps, step -> step.lengthM() / MICROMETRE);
        double[] first = values(steps, step -> step.modeIPaSqrtM() / MEGAPASCAL);
        double[] second = values(steps, step -> Math.abs(step.modeIIPaSqrtM()) / MEGAPASCAL);
        Range range = new Range();
        range.include(first);
        range.include(second);
        String svg = LineChart.draw(
                "Stress intensity against the length of the crack",
                Axis.linear("length of the crack (µm)", 0, length[length.length - 1]),
                Axis.linear("stress intensity (MPa√m)", 0, range.high()),
                List.of(
                        marked("opening, K_I", Style.series(0), length, first),
                        marked("shear, |K_II|", Style.series(1), length, second)),
                List.of());
        return figures.add(
                "crack-intensity",
                svg,
                "Stress intensity at the tip when the crack goes on, structure " + shown.structureIndex() + ", "
                        + input.labelOf(shown.design()) + ".",
                "Straight on it would be the toughness; where the way on turns, more is needed.");
    }

    /** Like an R-curve: what has to be supplied against length. */
    private static String current(ReportInput input, Figures figures) {
        List<Series> series = new ArrayList<>();
        Range range = new Range();
        double longest = 0;
        for (CrackRow crack : few(input.cracks().besideShown())) {
            List<CrackStepRow> steps = input.cracks().stepsOf(crack);
            double[] length = values(steps, step -> step.lengthM() / MICROMETRE);
            double[] current = values(steps, step -> step.currentAPerM2() / MILLIAMPS);
            range.include(current);
            longest = Math.max(longest, length[length.length - 1]);
            series.add(marked(input.labelOf(crack.design()), Style.series(series.size()), length, current));
        }
        if (!range.isKnown()) {
            return "";
        }
        String svg = LineChart.draw(
                "Current that takes the crack on against its length",
                Axis.linear("length of the crack (µm)", 0, longest),
                range.axis("current needed (" + Phrases.MA_PER_CM2 + ")"),
                series,
                List.of());
        return figures.add(
                "crack-current",
                svg,
                "Current that takes the crack on.",
                "A falling curve runs on by itself once it has begun; a rising one grows only with the current, as"
                        + " with an R-curve.");
    }

    private static String charge(ReportInput input, Figures figures) {
        List<Series> series = new ArrayList<>();
        Range x = new Range();
        double longest = 0;
        for (CrackRow crack : few(input.cracks().besideShown())) {
            List<CrackStepRow> steps = input.cracks().stepsOf(crack);
            // Compression closes a crack that lithium does not fill yet: no volume, no charge.
            double[] charge = values(
                    steps, step -> step.chargeCPerM() > 0 ? step.chargeCPerM() / MICROCOULOMB_PER_MM : Double.NaN);
            double[] length = values(steps, step -> step.lengthM() / MICROMETRE);
            x.include(charge);
            longest = Math.max(longest, length[length.length - 1]);
            series.add(marked(input.labelOf(crack.design()), Style.series(series.size()), charge, length));
        }
        if (!x.isKnown()) {
            return "";
        }
        String svg = LineChart.draw(
                "Length of the crack against the charge in it",
                x.axis("lithium in the crack (µC per mm of depth)"),
                Axis.linear("length of the crack (µm)", 0, longest),
                series,
                List.of());
        return figures.add(
                "crack-charge",
                svg,
                "Length of the crack against the charge plated into it.",
                "At the pressure at which it goes on; a curve may turn back where a longer crack needs less pressure.");
    }

    private static <T> List<T> few(List<T> all) {
        return all.subList(0, Math.min(MOST_CURVES, all.size()));
    }

    private static Series marked(String name, Style style, double[] x, double[] y) {
        return new Series(name, style, x, y, new double[0], new double[0], true);
    }

    private static double[] values(List<CrackStepRow> steps, ToDoubleFunction<CrackStepRow> value) {
        return steps.stream().mapToDouble(value).toArray();
    }

    private static String ends(List<Design> designs) {
        HtmlTable table = HtmlTable.ofNumbers(
                "How followed cracks end",
                "design",
                "ends",
                "begins, " + Phrases.MA_PER_CM2,
                "gets through, " + Phrases.MA_PER_CM2,
                "greatest depth, µm",
                "along boundaries");
        for (Design design : designs) {
            JsonNode node = design.crackExtension();
            StringJoiner ends = new StringJoiner(", ");
            node.path("ends").properties().forEach(end -> ends.add(end.getValue() + " " + Phrases.words(end.getKey())));
            table.row(
                    design.label(),
                    ends.toString(),
                    StatedRange.of(node.path("initiation_mA_per_cm2")),
                    StatedRange.of(node.path("penetration_mA_per_cm2")),
                    StatedRange.of(node.path("depth_um")),
                    StatedRange.of(node.path("intergranular_fraction")));
        }
        return table.html();
    }

    private static String comparison(List<Design> designs) {
        HtmlTable table = HtmlTable.ofNumbers(
                "Extension against the weakest path of the same flaws (consistency check)",
                "design",
                "cross: extension / estimate / both",
                "begins, ratio",
                "gets through, ratio",
                "largest current, ratio",
                "boundaries shared");
        for (Design design : designs) {
            JsonNode node = design.crackExtension().path("against_weakest_path");
            table.row(
                    design.label(),
                    node.path("extension_crosses").asInt() + " / "
                            + node.path("estimate_crosses").asInt() + " / "
                            + node.path("both_cross").asInt() + " of "
                            + design.crackExtension().path("cracks").asInt(),
                    StatedRange.of(node.path("initiation_ratio")),
                    StatedRange.of(node.path("penetration_ratio")),
                    StatedRange.of(node.path("largest_current_ratio")),
                    StatedRange.of(node.path("shared_boundary_fraction")));
        }
        return table.html();
    }
}
