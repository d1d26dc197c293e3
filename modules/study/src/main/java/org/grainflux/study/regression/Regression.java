package org.grainflux.study.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All references, one after another, each computed and compared. */
public final class Regression {
    private final RunnerSource runners;
    private final int threads;

    /** @param threads for the structures of a population */
    public Regression(RunnerSource runners, int threads) {
        this.runners = runners;
        this.threads = threads;
    }

    /** @param done told of each reference as soon as it is compared */
    public List<Outcome> run(List<Reference> references, Consumer<Outcome> done) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Reference reference : references) {
            Outcome outcome = OutcomeOf.result(reference, new ReferenceRun(reference, runners, threads).compute());
            outcomes.add(outcome);
            done.accept(outcome);
        }
        return outcomes;
    }
}
