package org.grainflux.jobs.predict;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.grainflux.jobs.engine.RunnerFactory;

/**
 * What a run needs to know of its study.
 *
 * @param studyYaml resolved study, stored with the run
 * @param studyHash of everything that decides the results of one realization
 * @param structures number of structures
 * @param designs in the study's order
 * @param sharedModel whether many designs on one structure share a reduced model, and so are kept together
 * @param failureQuotaFraction share of numerical failures beyond which the run counts as failed
 * @param unitLimit wall-clock time after which a unit is aborted
 * @param runners what computes work units, wherever they are sent; asked for once, when work is sure to be done
 * @param nouns what structures and designs are called
 */
public record RunRequest(
        String study,
        String studyYaml,
        String studyHash,
        int structures,
        List<String> designs,
        boolean sharedModel,
        double failureQuotaFraction,
        Duration unitLimit,
        Supplier<RunnerFactory> runners,
        Nouns nouns) {
    /** What a run's parts are called before its user. */
    public record Nouns(String structures, String designs) {
        static final Nouns OF_PREDICTION = new Nouns("structures", "designs");
    }

    public RunRequest {
        designs = List.copyOf(designs);
    }

    /** Of structures and designs. */
    public RunRequest(
            String study,
            String studyYaml,
            String studyHash,
            int structures,
            List<String> designs,
            boolean sharedModel,
            double failureQuotaFraction,
            Duration unitLimit,
            Supplier<RunnerFactory> runners) {
        this(
                study,
                studyYaml,
                studyHash,
                structures,
                designs,
                sharedModel,
                failureQuotaFraction,
                unitLimit,
                runners,
                Nouns.OF_PREDICTION);
    }

    int realizations() {
        return Math.multiplyExact(structures, designs.size());
    }
}
