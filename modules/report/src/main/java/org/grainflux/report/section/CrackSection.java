package org.grainflux.report.section;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.report.figure.IntervalChart;
import org.grainflux.report.figure.IntervalChart.Key;
import org.grainflux.report.figure.IntervalChart.Mark;
import org.grainflux.report.figure.IntervalChart.Row;
import org.grainflux.report.figure.Style;
import org.grainflux.report.input.CriticalCurrent;
import org.grainflux.report.input.Design;
import org.grainflux.report.input.Hypothesis;
import org.grainflux.report.input.Interval;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.input.Sweep;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.page.HtmlTable.Cell;
import org.grainflux.report.text.Numbers;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.ElectrolyteConfig;

/** From the current at which a first crack begins to that at which one has grown across, along the weakest path. */
public final class CrackSection {
    private static final String PENETRATION = "penetration_mA_per_cm2";
    private static final Style BEGINS = Style.series(0);
    private static final Style ACROSS = Style.series(1);

    private CrackSection() {}

    /** Empty when no design has a path: volumes, images, and grains that never crack. */
    public static String html(ReportInput input, Figures figures) {
        List<Design> designs = Sweep.apart(input.designs()).stream()
                .filter(design -> design.crackPath(PENETRATION).isKnown())
                .toList();
        if (designs.isEmpty()) {
            return "";
        }
        return Html.p(
                        "Predicted. A first crack begins where F2 says; it gets through when the hardest piece of its way has"
                                + " been passed. The way is that of least energy through boundaries and grains, found on the grain"
                                + " structure of every realization without a stress field."
                                + toughness(input))
                + figure(designs, figures)
                + table(designs)
                + Html.note(
                        "Pieces that turn away from the straight way across are driven less, by the energy ratio of a kinked"
                                + " crack. Pressure is that of the overpotential at the mouth of the flaw, with the ohmic way down the"
                                + " crack. Another path than the"
                                + " one of least energy may get through earlier: an upper bound within the criterion of F2. Stripping and"
                                + " the limiting current of a layer, which F3 adds, are not in it.");
    }

    /** Whether a crack has a reason to follow boundaries. */
    private static String toughness(ReportInput input) {
        return input.study()
                .map(study -> {
                    Range boundary = new Range();
                    Range grain = new Range();
                    boolean boundariesAreWeaker = false;
                    for (DesignConfig design : study.designs()) {
                        ElectrolyteConfig electrolyte = study.under(design).electrolyte();
                        double ofBoundary =
                                electrolyte.boundaryToughnessPaSqrtM().median() / 1e6;
                        double ofGrain = electrolyte.grainToughnessPaSqrtM().median() / 1e6;
                        boundary.include(ofBoundary);
                        grain.include(ofGrain);
                        boundariesAreWeaker |= ofBoundary < ofGrain;
                    }
                    return " Toughness " + span(boundary) + " MPa√m along boundaries and " + span(grain)
                            + " through grains"
                            + (boundariesAreWeaker
                                    ? "."
                                    : ": nothing draws a crack to boundaries, so the straight way is the weakest.");
                })
                .orElse("");
    }

    private static String span(Range values) {
        String low = Numbers.threeFigures(values.low());
        String high = Numbers.threeFigures(values.high());
        return low.equals(high) ? low : low + " to " + high;
    }

    private static String figure(List<Design> designs, Figures figures) {
        List<Row> rows = new ArrayList<>();
        Range range = new Range();
        for (Design design : designs) {
            CriticalCurrent begins = design.criticalCurrent(Hypothesis.SELF_CONSISTENT);
            Interval across = design.crackPath(PENETRATION);
            double[] spread = design.crackPathSpread(PENETRATION);
            range.include(begins.median());
            range.include(new double[] {begins.p2_5(), begins.p97_5()});
            range.include(across);
            range.include(spread);
            rows.add(new Row(
                    design.label(),
                    "",
                    List.of(
                            mark(BEGINS, begins.median(), begins.p2_5(), begins.p97_5()),
                            mark(ACROSS, across, spread[0], spread[1])),
                    List.of()));
        }
        String svg = IntervalChart.draw(
                "Current density at which cracks begin and have grown across",
                range.axis("current density (" + Phrases.MA_PER_CM2 + ")"),
                List.of(new Key("a crack begins (F2)", BEGINS), new Key("a crack has grown across", ACROSS)),
                rows,
                true);
        return figures.add(
                "crack-paths",
                svg,
                "From the first crack to the last piece.",
                "Where both lie together, a crack that begins needs no more current to get through.");
    }

    private static Mark mark(Style style, Interval interval, double from, double to) {
        return new Mark(
                style, interval.median(), interval.low95(), interval.high95(), from, to, Double.NaN, Double.NaN);
    }

    private static String table(List<Design> designs) {
        HtmlTable table = HtmlTable.ofNumbers(
                "Cracks along the weakest path",
                "design",
                "begins (F2), " + Phrases.MA_PER_CM2,
                "across, " + Phrases.MA_PER_CM2,
                "begins and runs through",
                "length / thickness",
                "along boundaries");
        for (Design design : designs) {
            table.row(List.of(
                    Cell.of(design.label()),
                    Phrases.cell(design.criticalCurrent(Hypothesis.SELF_CONSISTENT)),
                    Phrases.cell(design.crackPath(PENETRATION)),
                    Cell.of(percent(design.crackPath("runs_through_share").median())),
                    Phrases.cell(design.crackPath("tortuosity")),
                    Cell.of(percent(design.crackPath("intergranular_fraction").median()))));
        }
        return table.html();
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : Numbers.threeFigures(100 * share) + " %";
    }
}
