package org.grainflux.bench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every contender's figures on one system, and ours divided by theirs: below 1 is in our favour. */
final class RatioTable {
    private static final String NAME = "%-22s";

    private RatioTable() {}

    /** @param timings of at least one contender */
    static List<String> lines(String system, List<Timing> timings) {
        Timing first = timings.get(0);
        Timing ours = first.contender().equals(Contender.OURS) ? first : null;
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s: %,d unknowns, %,d entries", system, first.dofs(), first.nnz()));
        lines.add(String.format(NAME, "")
                + "  setup s  solve s  total s   µs/dof    it.  B/dof  residual"
                + "  ours/theirs: total  solve    it.  bytes");
        for (Timing timing : timings) {
            lines.add(figures(timing) + (ours == null || timing == ours ? "" : ratios(ours, timing)));
        }
        return lines;
    }

    private static String figures(Timing t) {
        return String.format(
                Locale.ROOT,
                NAME + "%9.3f%9.3f%9.3f%9.2f%7d%7.0f%10.1e",
                t.contender(),
                t.setupS(),
                t.solveS(),
                t.totalS(),
                1e6 * t.totalS() / t.dofs(),
                t.iterations(),
                t.bytesPerDof(),
                t.relativeResidual());
    }

    private static String ratios(Timing ours, Timing other) {
        return " ".repeat(13)
                + ratio(ours.totalS(), other.totalS())
                + ratio(ours.solveS(), other.solveS())
                + ratio(ours.iterations(), other.iterations())
                + ratio(ours.bytesPerDof(), other.bytesPerDof());
    }

    private static String ratio(double mine, double theirs) {
        return theirs > 0 ? String.format(Locale.ROOT, "%7.2f", mine / theirs) : String.format("%7s", "-");
    }
}
