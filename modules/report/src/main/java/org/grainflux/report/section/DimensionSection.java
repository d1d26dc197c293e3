package org.grainflux.report.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.report.figure.IntervalChart;
import org.grainflux.report.figure.IntervalChart.Key;
import org.grainflux.report.figure.IntervalChart.Mark;
import org.grainflux.report.figure.IntervalChart.Row;
import org.grainflux.report.figure.Style;
import org.grainflux.report.input.Design;
import org.grainflux.report.input.Interval;
import org.grainflux.report.input.ReportInput;
import org.grainflux.report.input.Sweep;
import org.grainflux.report.page.Figures;
import org.grainflux.report.page.Html;
import org.grainflux.report.page.HtmlTable;
import org.grainflux.report.page.HtmlTable.Cell;

/** What plane structures make of each figure over what volumes of the same statistics make of it. */
public final class DimensionSection {
    /** Key of the summary to name. */
    private static final Map<String, String> FIGURES = figures();

    private DimensionSection() {}

    private static Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        HotSpotFigure.all().forEach(figure -> figures.put(figure.key(), figure.fullName()));
        figures.put("effective_conductivity_S_per_cm", "effective conductivity (S/cm)");
        figures.put("ccd_self_consistent_mA_per_cm2", "fracture limit F2 (mA/cm²)");
        return figures;
    }

    /** Empty when the run compares nothing. */
    public static String html(ReportInput input, Figures figures) {
        List<Design> designs = Sweep.apart(input.designs()).stream()
                .filter(Design::comparesDimensions)
                .toList();
        if (designs.isEmpty()) {
            return "";
        }
        return Html.p(
                        "Each volume was given a plane structure of the same grain size, seeding, thickness, conductivities,"
                                + " designs and element sizes, as wide as W·D/d, so that both electrodes have the same reference"
                                + " area and room for as many grains. All figures are at the ceramic's surface. A ratio above 1"
                                + " says that the plane overstates the figure.")
                + figure(designs, figures)
                + table(designs)
                + Html.note(
                        "Medians with their 95 % intervals below them; the interval of a ratio comes from resampling"
                                + " structures of both dimensions. A window is a stretch of the line in the plane and a disc of that"
                                + " diameter in the volume. A plane section of a volume is no plane Voronoi structure, so the"
                                + " ratio compares two models of the same ceramic, not two views of one structure. Per area a"
                                + " volume has more boundary trace (twice as much with hard-core seeds) and, at the same number"
                                + " per length of trace, more flaws, which lowers its fracture limit. Elements are as small at"
                                + " the feet of the plane as at the traces of the volume where its current is large, so the"
                                + " mesh error of a ratio is that of the volume's surroundings, one or two per cent. Figures that"
                                + " the meshes do not resolve are left out.");
    }

    private static String figure(List<Design> designs, Figures figures) {
        List<Key> keys = new ArrayList<>();
        for (int d = 0; d < designs.size(); d++) {
            keys.add(new Key(designs.get(d).label(), Style.series(d)));
        }
        List<Row> rows = new ArrayList<>();
        Range range = new Range();
        range.include(1);
        for (Map.Entry<String, String> figure : FIGURES.entrySet()) {
            List<Mark> marks = new ArrayList<>();
            for (int d = 0; d < designs.size(); d++) {
                Interval ratio = designs.get(d).planeOverVolume(figure.getKey(), "ratio");
                if (ratio.isKnown()) {
                    range.include(ratio);
                    marks.add(new Mark(
                            Style.series(d),
                            ratio.median(),
                            ratio.low95(),
                            ratio.high95(),
                            Double.NaN,
                            Double.NaN,
                            Double.NaN,
                            Double.NaN));
                }
            }
            if (!marks.isEmpty()) {
                rows.add(new Row(figure.getValue(), "", marks, List.of()));
            }
        }
        if (rows.isEmpty()) {
            return "";
        }
        String svg = IntervalChart.draw(
                "Figures of plane structures over those of volumes",
                range.axis("plane / volume (–)"),
                keys,
                rows,
                false);
        return figures.add(
                "plane-over-volume",
                svg,
                "Plane over volume.",
                "Marker: ratio of the medians; bar: its 95 % interval. Logarithmic axis; 1 means that the dimension makes no"
                        + " difference.");
    }

    private static String table(List<Design> designs) {
        HtmlTable table = HtmlTable.ofNumbers(
                "Plane against volume on matched statistics",
                "design",
                "figure",
                "plane",
                "volume",
                "plane / volume",
                "pairs");
        for (Design design : designs) {
            for (Map.Entry<String, String> figure : FIGURES.entrySet()) {
                if (design.comparedPairs(figure.getKey()) == 0) {
                    continue;
                }
                table.row(List.of(
                        Cell.of(design.label()),
                        Cell.of(figure.getValue()),
                        Phrases.cell(design.planeOverVolume(figure.getKey(), "plane")),
                        Phrases.cell(design.planeOverVolume(figure.getKey(), "volume")),
                        Phrases.cell(design.planeOverVolume(figure.getKey(), "ratio")),
                        Cell.of(Integer.toString(design.comparedPairs(figure.getKey())))));
            }
        }
        return table.html();
    }
}
