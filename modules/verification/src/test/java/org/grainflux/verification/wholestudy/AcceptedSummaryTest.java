package org.grainflux.verification.wholestudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grainflux.study.regression.Finding;
import org.grainflux.study.regression.Outcome;
import org.grainflux.study.regression.ReferenceReader;
import org.grainflux.study.regression.Regression;
import org.grainflux.study.regression.RunnerSource;
import org.junit.jupiter.api.Test;

/** The one reference that every build computes; all of them are computed by {@code .ci/run}. */
class AcceptedSummaryTest {
    @Test
    void theSummaryIsTheAcceptedOne() {
        Outcome outcome = new Regression(RunnerSource.PROGRAM, 1)
                .run(
                        ReferenceReader.readAll(WholeStudy.REFERENCES, List.of(WholeStudy.NAME), List.of(), false),
                        done -> {})
                .get(0);

        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.findings()).hasSizeGreaterThan(700);
        assertThat(outcome.findings())
                .as("results changed; if that is intended, raise StudyConfig.NUMERICS_VERSION and accept them with"
                        + " `grainflux regress datasets/references --accept --reason \"...\"`")
                .allMatch(Finding::agrees);
    }
}
