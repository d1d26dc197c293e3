package org.grainflux.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.grainflux.report.figure.Axis;
import org.grainflux.report.figure.FluxMap;
import org.grainflux.report.figure.LineChart;
import org.grainflux.report.figure.LineChart.Level;
import org.grainflux.report.figure.LineChart.Series;
import org.grainflux.report.figure.Style;
import org.grainflux.report.input.Design;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.input.Sweep;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.text.Numbers;
import org.grainflux.report.vtu.ElectrodeSlice;
import org.grainflux.report.vtu.FluxFields;
import org.grainflux.report.vtu.VtuFieldSink;
import org.grainflux.report.vtu.VtuGrid;
import org.grainflux.study.results.ProfileRow;

/** One realization seen closely: flux map, current along the interface, maximum against depth in the layer. */
public final class FluxSection {
    private static final double MICROMETRE = 1e-6;
    private static final double NANOMETRE = 1e-9;
    private static final int MOST_LAYERS = 6;

    private FluxSection() {}

    public static String html(ReportInput input, Figures figures) {
        StringBuilder html = new StringBuilder();
        String map = map(input, figures);
        String profile = profile(input, figures);
        String depth = depth(input, figures);
        html.append(Figures.besideTall(map, profile, depth));
        if (map.isEmpty()) {
            html.append(Html.p("No flux map: the study keeps no fields (numerics.fields in the study file)."));
        }
        if (profile.isEmpty()) {
            html.append(Html.p("No current profiles were kept in this run."));
        }
        if (depth.isEmpty()) {
            html.append(Html.p("No depth profile: no design with an ionic layer has one in this run."));
        }
        return html.toString();
    }

    private static String map(ReportInput input, Figures figures) {
        boolean volume =
                input.field().filter(grid -> grid.cornersPerCell() == 4).isPresent();
        Optional<VtuGrid> field = input.field()
                .map(grid -> volume ? ElectrodeSlice.of(grid) : grid)
                .filter(FluxMap::canDraw);
        if (field.isEmpty()) {
            return "";
        }
        int structure = field.get()
                .fieldArray(FluxFields.STRUCTURE_INDEX)
                .map(array -> array.intAt(0, 0))
                .orElse(0);
        double meanAPerM2 = field.get()
                .fieldArray(FluxFields.MEAN_CURRENT_DENSITY)
                .map(array -> array.at(0, 0))
                .orElse(Double.NaN);
        String place = volume ? "at the lower electrode of " : "in ";
        String svg = FluxMap.draw("Map of the current density " + place + "one grain structure", field.get());
        return figures.add(
                "flux-map",
                svg,
                "Current density " + place + "structure " + structure + designOf(input) + ".",
                "Brightness: magnitude over the mean; white lines: grain boundaries, which resist the current and bend it."
                        + (volume
                                ? " The ceramic's surface, seen from above; the whole field opens in ParaView."
                                : " The electrodes are at the bottom and the top.")
                        + (Double.isNaN(meanAPerM2)
                                ? ""
                                : " At 1 V between the electrodes the mean is " + Numbers.threeFigures(meanAPerM2 / 10)
                                        + " mA/cm².")
                        + " Field file: " + input.fieldName() + ".");
    }

    private static String designOf(ReportInput input) {
        return input.designs().stream()
                .filter(design -> VtuFieldSink.isOf(input.fieldName(), design.name()))
                .map(design -> ", design: " + design.label())
                .findFirst()
                .orElse("");
    }

    private static String profile(ReportInput input, Figures figures) {
        List<Series> series = new ArrayList<>();
        Range y = new Range();
        double length = 0;
        List<ProfileRow> chosen = profilesToCompare(input);
        for (ProfileRow row : chosen) {
            boolean layered = isLayered(input, row.design());
            String name = input.labelOf(row.design())
                    + (!layered
                            ? ", at the ceramic"
                            : row.kind().equals(ProfileRow.CURRENT_AT_LI) ? ", at Li | layer" : ", at layer | ceramic");
            double[] x = micrometres(row.abscissaM());
            series.add(Series.curve(name, Style.series(styleOf(row, layered)), x, row.valueOverMean()));
            y.include(row.valueOverMean());
            length = Math.max(length, x[x.length - 1]);
        }
        if (series.isEmpty()) {
            return "";
        }
        String svg = LineChart.draw(
                "Current along the interface with and without interlayer",
                Axis.linear("position along the electrode (µm)", 0, length),
                Axis.linear("current density / mean (–)", y.low() > 0.5 ? y.low() : 0, Math.max(y.high(), 1.05)),
                series,
                List.of(new Level(1, "")));
        return figures.add(
                "current-profile",
                svg,
                "Current along the interface of structure " + chosen.get(0).structureIndex()
                        + ", with and without interlayer.",
                Numbers.compact(chosen.get(0).windowM() / NANOMETRE)
                        + " nm window mean. Without a layer the current peaks where grain boundaries meet the electrode, unless an"
                        + " interface resistance evens it out; behind a layer lithium sees a nearly flat profile.");
    }

    private static int styleOf(ProfileRow row, boolean layered) {
        return !layered ? 1 : row.kind().equals(ProfileRow.CURRENT_AT_LI) ? 0 : 2;
    }

    /** One structure and electrode: a design without layer, then both faces of a design with one. */
    private static List<ProfileRow> profilesToCompare(ReportInput input) {
        List<ProfileRow> chosen = new ArrayList<>();
        List<Design> candidates = new ArrayList<>(Sweep.apart(input.designs()));
        // Without a layer the design with the strongest hot spots shows best what a layer does.
        candidates.sort(Comparator.comparingDouble(design -> -hotSpot(design)));
        for (boolean layered : new boolean[] {false, true}) {
            for (Design design : candidates) {
                if (design.hasIonicLayer() != layered) {
                    continue;
                }
                List<ProfileRow> rows = new ArrayList<>();
                row(input, design, ProfileRow.CURRENT_AT_ELECTROLYTE, layered, chosen)
                        .ifPresent(rows::add);
                if (layered || rows.isEmpty()) {
                    row(input, design, ProfileRow.CURRENT_AT_LI, layered, chosen)
                            .ifPresent(rows::add);
                }
                if (!rows.isEmpty()) {
                    chosen.addAll(rows);
                    break;
                }
            }
        }
        return chosen;
    }

    private static double hotSpot(Design design) {
        double value = design.strongestHotSpot();
        return Double.isNaN(value) || design.hasIonicLayer() ? 0 : value;
    }

    private static Optional<ProfileRow> row(
            ReportInput input, Design design, String kind, boolean layered, List<ProfileRow> chosen) {
        return input.profiles().stream()
                .filter(row ->
                        row.design().equals(design.name()) && row.kind().equals(kind) && row.abscissaM().length > 1)
                .filter(row -> chosen.isEmpty()
                        || row.structureIndex() == chosen.get(0).structureIndex()
                                && row.electrode() == chosen.get(0).electrode())
                .findFirst();
    }

    private static boolean isLayered(ReportInput input, String designName) {
        return input.designs().stream().anyMatch(design -> design.name().equals(designName) && design.hasIonicLayer());
    }

    private static String depth(ReportInput input, Figures figures) {
        List<Series> series = new ArrayList<>();
        Range y = new Range();
        double deepest = 0;
        double windowM = 0;
        for (Design design : layersToShow(input)) {
            Optional<ProfileRow> found = input.profiles().stream()
                    .filter(row -> row.design().equals(design.name())
                            && row.kind().equals(ProfileRow.MAXIMUM_AGAINST_DEPTH)
                            && row.abscissaM().length > 1)
                    .findFirst();
            if (found.isEmpty() || series.size() == MOST_LAYERS) {
                continue;
            }
            windowM = found.get().windowM();
            double[] x = micrometres(found.get().abscissaM());
            series.add(Series.curve(
                    design.label(), Style.series(series.size()), x, found.get().valueOverMean()));
            y.include(found.get().valueOverMean());
            deepest = Math.max(deepest, x[x.length - 1]);
        }
        if (series.isEmpty()) {
            return "";
        }
        String title = "largest current / mean (–)";
        String svg = LineChart.draw(
                "Largest current against depth in the interlayer",
                Axis.linear("depth from the ceramic into the layer (µm)", 0, deepest),
                y.high() > 6 ? Axis.logarithmic(title, 1, y.high()) : Axis.linear(title, 1, Math.max(1.2, y.high())),
                series,
                List.of(new Level(1.05, "within 5 %")));
        return figures.add(
                "maximum-against-depth",
                svg,
                "Largest current against depth in the interlayer.",
                Numbers.compact(windowM / NANOMETRE)
                        + " nm window maximum over the mean in one structure. How high it starts depends on the conductivity and the"
                        + " interface resistances; far from the ceramic it decays over a length set by the grain size."
                        + depths(input));
    }

    /** Single layers, then the thickest of each conductivity of a sweep: thinner ones show the same curve cut short. */
    private static List<Design> layersToShow(ReportInput input) {
        Sweep sweep = Sweep.of(input.designs());
        List<Design> shown = new ArrayList<>(sweep.others(input.designs()).stream()
                .filter(Design::hasIonicLayer)
                .toList());
        for (List<Design> line : sweep.lines().values()) {
            Design thickest = line.get(line.size() - 1);
            boolean twin = shown.stream()
                    .anyMatch(d -> d.thicknessUm() == thickest.thicknessUm()
                            && d.conductivitySPerCm() == thickest.conductivitySPerCm());
            if (!twin) {
                shown.add(thickest);
            }
        }
        return shown;
    }

    private static String depths(ReportInput input) {
        List<String> parts = new ArrayList<>();
        for (Design design : Sweep.of(input.designs()).others(input.designs())) {
            double within5 = design.homogenizationDepthUm("within5");
            if (!Double.isNaN(within5)) {
                double low = design.homogenizationDepthUm("within5_p2_5");
                double high = design.homogenizationDepthUm("within5_p97_5");
                parts.add(design.label() + ": " + Numbers.threeFigures(within5) + " µm"
                        + (Double.isNaN(low) || Double.isNaN(high)
                                ? ""
                                : " (population " + Numbers.range(low, high) + ")"));
            }
        }
        return parts.isEmpty()
                ? ""
                : " Median depth at which the maximum is within 5 % of the mean, over all structures: "
                        + String.join("; ", parts) + ".";
    }

    private static double[] micrometres(double[] metres) {
        double[] result = new double[metres.length];
        for (int i = 0; i < metres.length; i++) {
            result[i] = metres[i] / MICROMETRE;
        }
        return result;
    }
}
