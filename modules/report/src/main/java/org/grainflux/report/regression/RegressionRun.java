package org.grainflux.report.regression;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.grainflux.study.regression.Finding;
import org.grainflux.study.regression.History;
import org.grainflux.study.regression.Outcome;

/**
 * What the reports are made of.
 *
 * @param accepted names of the references whose new values were accepted in this run
 * @param history this run is its last
 * @param machine of this run, as the history names it
 * @param versions of program, engine and platform
 */
public record RegressionRun(
        List<Outcome> outcomes, List<String> accepted, History history, String machine, Map<String, String> versions) {
    /** Earlier runs that a cost is compared with. */
    static final int MOST_RUNS = 20;

    public RegressionRun {
        outcomes = List.copyOf(outcomes);
        accepted = List.copyOf(accepted);
    }

    long differing() {
        return outcomes.stream().filter(outcome -> !outcome.agrees()).count();
    }

    /** One sentence. */
    String verdict() {
        long differing = differing();
        String all = outcomes.size() == 1 ? "The reference" : "All " + outcomes.size() + " references";
        if (!accepted.isEmpty()) {
            return "New values of " + accepted.size() + " of " + outcomes.size() + " references were accepted: "
                    + String.join(", ", accepted) + ".";
        }
        return differing == 0
                ? all + (outcomes.size() == 1 ? " agrees" : " agree") + " with what was accepted."
                : differing + " of " + outcomes.size() + (differing == 1 ? " references differs" : " references differ")
                        + " from what was accepted.";
    }

    static String state(Outcome outcome) {
        return !outcome.failure().isEmpty() ? "failed" : outcome.agrees() ? "agrees" : "differs";
    }

    static String against(Finding finding) {
        return finding.against() == Finding.Against.GOLDEN ? "accepted" : "known";
    }

    /** How far a difference is from its tolerance. */
    static String share(double excess) {
        if (Double.isInfinite(excess)) {
            return "beyond any";
        }
        return excess == 0 ? "0" : String.format(Locale.ROOT, excess < 0.01 ? "%.0e" : "%.3g", excess);
    }
}
