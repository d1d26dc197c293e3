package org.grainflux.report.regression;

import java.util.Locale;
import org.grainflux.report.text.Markup;
import org.grainflux.study.regression.Finding;
import org.grainflux.study.regression.Outcome;
import org.grainflux.study.regression.Reference;

/** The outcomes in JUnit's XML: a suite per reference, a case per quantity and place. */
final class JunitXml {
    private JunitXml() {}

    static String of(RegressionRun run) {
        StringBuilder suites = new StringBuilder();
        int tests = 0;
        int failures = 0;
        int errors = 0;
        for (Outcome outcome : run.outcomes()) {
            long differing =
                    outcome.findings().stream().filter(f -> !f.agrees()).count();
            boolean failed = !outcome.failure().isEmpty();
            int cases = failed ? 1 : outcome.findings().size();
            tests += cases;
            failures += (int) differing;
            errors += failed ? 1 : 0;
            suites.append(String.format(
                    Locale.ROOT,
                    "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"0\" time=\"%.3f\">%n",
                    Markup.escape(outcome.reference().name()),
                    cases,
                    differing,
                    failed ? 1 : 0,
                    outcome.cost().wallS()));
            if (failed) {
                suites.append("    <testcase classname=\"")
                        .append(className(outcome))
                        .append("\" name=\"computed\"><error message=\"")
                        .append(Markup.escape(outcome.failure()))
                        .append("\"/></testcase>\n");
            }
            outcome.findings().forEach(finding -> suites.append(testCase(outcome, finding)));
            suites.append("  </testsuite>\n");
        }
        return String.format(
                        Locale.ROOT,
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>%n<testsuites name=\"references\" tests=\"%d\""
                                + " failures=\"%d\" errors=\"%d\">%n",
                        tests,
                        failures,
                        errors)
                + suites
                + "</testsuites>\n";
    }

    private static String className(Outcome outcome) {
        Reference reference = outcome.reference();
        return "references." + reference.tier().name().toLowerCase(Locale.ROOT) + "." + Markup.escape(reference.name());
    }

    private static String testCase(Outcome outcome, Finding finding) {
        String start = "    <testcase classname=\"" + className(outcome) + "\" name=\""
                + Markup.escape(
                        finding.quantity() + " against the " + RegressionRun.against(finding) + ", " + finding.where())
                + "\"";
        if (finding.agrees()) {
            return start + "/>\n";
        }
        return start + "><failure message=\""
                + Markup.escape("was " + finding.was() + ", is " + finding.is() + ", difference " + finding.difference()
                        + ", allowed " + finding.allowed())
                + "\">" + Markup.escape(finding.reason()) + "</failure></testcase>\n";
    }
}
