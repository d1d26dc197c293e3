package org.grainflux.report.regression;

import java.util.List;
import java.util.Locale;
import org.grainflux.study.regression.Finding;
import org.grainflux.study.regression.Outcome;

/** The outcomes as text, for a log or a comment on a change. */
final class RegressionMarkdown {
    private RegressionMarkdown() {}

    static String of(RegressionRun run) {
        StringBuilder text = new StringBuilder("# References\n\n" + run.verdict() + "\n\n");
        text.append("| reference | state | nearest to its tolerance | where | difference / allowed | s | MB |\n"
                + "|---|---|---|---|---|---|---|\n");
        for (Outcome outcome : run.outcomes()) {
            text.append("| ").append(outcome.reference().name()).append(" | ").append(RegressionRun.state(outcome));
            text.append(outcome.worst()
                    .map(finding -> " | " + finding.quantity() + " | " + cell(finding.where()) + " | "
                            + RegressionRun.share(finding.excess()))
                    .orElse(" | " + cell(outcome.failure()) + " | | "));
            text.append(String.format(
                    Locale.ROOT,
                    " | %.2f | %.0f |%n",
                    outcome.cost().wallS(),
                    outcome.cost().allocatedMb()));
        }
        for (Outcome outcome : run.outcomes()) {
            List<Finding> differing =
                    outcome.findings().stream().filter(f -> !f.agrees()).toList();
            if (!differing.isEmpty()) {
                text.append("\n## ").append(outcome.reference().name()).append("\n\n");
                text.append(
                        "| quantity | where | against | was | is | difference | allowed |\n|---|---|---|---|---|---|---|\n");
                differing.forEach(finding -> text.append(row(finding)));
            }
        }
        return text.append("\nTime and memory are shown and decide nothing. Versions: ")
                .append(run.versions())
                .append(".\n")
                .toString();
    }

    private static String row(Finding finding) {
        return "| " + finding.quantity() + " | " + cell(finding.where()) + " | " + RegressionRun.against(finding)
                + " | "
                + finding.was() + " | " + finding.is() + " | " + finding.difference() + " | " + finding.allowed()
                + " |\n";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
