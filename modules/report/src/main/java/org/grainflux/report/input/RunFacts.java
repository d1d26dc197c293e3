package org.grainflux.report.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grainflux.report.input.ReportInput.Fact;
import org.grainflux.study.run.RunStatus;

/** Which program, study and machine made a run. */
public final class RunFacts {
    private RunFacts() {}

    /**
     * @param population what a run has so many times so many of
     * @param again the command that computes it again
     */
    public static List<Fact> of(
            RunStatus status, String population, Optional<String> seed, String location, String again) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("study", status.study()));
        facts.add(new Fact("state", status.state().replace('_', ' ') + suffix(status.message())));
        facts.add(new Fact("study hash (SHA-256)", status.studyHash()));
        seed.ifPresent(s -> facts.add(new Fact("seed", s)));
        facts.add(new Fact(
                population, status.structures() + " × " + status.designs().size()));
        facts.add(new Fact("engine", String.valueOf(status.engine())));
        if (status.versions() != null) {
            status.versions().forEach((what, version) -> facts.add(new Fact(what, version)));
        }
        facts.add(new Fact("started (UTC)", String.valueOf(status.startedUtc())));
        facts.add(new Fact("written (UTC)", String.valueOf(status.updatedUtc())));
        if (status.timingsS() != null) {
            status.timingsS()
                    .forEach((what, seconds) ->
                            facts.add(new Fact(what.replace('_', ' '), String.format(Locale.ROOT, "%.1f s", seconds))));
        }
        facts.add(new Fact("folder", location));
        facts.add(new Fact("again", again));
        return facts;
    }

    private static String suffix(String message) {
        return message == null || message.isBlank() ? "" : ": " + message;
    }
}
