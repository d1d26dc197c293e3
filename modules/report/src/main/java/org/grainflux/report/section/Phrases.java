package org.grainflux.report.section;

import java.util.List;
import org.grainflux.report.input.CriticalCurrent;
import org.grainflux.report.input.Interval;
import org.grainflux.report.input.Observation;
import org.grainflux.report.page.HtmlTable.Cell;
import org.grainflux.report.text.Numbers;

/** Wordings that several sections share. */
final class Phrases {
    static final String MA_PER_CM2 = "mA/cm²";

    private Phrases() {}

    /** Median with its interval as a second line. */
    static Cell cell(Interval interval) {
        return new Cell(
                Numbers.threeFigures(interval.median()),
                interval.hasBounds() ? Numbers.range(interval.low95(), interval.high95()) : "");
    }

    static Cell cell(CriticalCurrent current) {
        if (!current.median().isKnown() && current.censored() > 0) {
            return new Cell("no finite value", "");
        }
        return cell(current.median());
    }

    static String range(double low, double high) {
        return Numbers.range(low, high);
    }

    /** "< 0.1", "≈ 0.2"; empty when nothing is known. */
    static String observed(List<Observation> observations) {
        return String.join(
                "; ",
                observations.stream()
                        .map(o -> o.bound().sign() + Numbers.compact(o.value()))
                        .toList());
    }

    /** "a, b and c" */
    static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.get(items.size() - 1);
    }

    /** A key of the summary as words: {@code limiting_current} becomes "limiting current". */
    static String words(String key) {
        return key.replace('_', ' ');
    }
}
