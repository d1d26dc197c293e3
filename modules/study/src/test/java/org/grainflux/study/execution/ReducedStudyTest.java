package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.UnitResult;
import org.grainflux.study.summary.StudySummary;
import org.junit.jupiter.api.Test;

/** A sweep over an interlayer, with reduced models and without. */
class ReducedStudyTest {
    private static StudyConfig study(double tolerance) {
        return SmallStudy.with(
                "numerics.convergence_samples=0",
                "numerics.reduction_tolerance=" + tolerance,
                "statistics.prior_draws=0",
                "designs.hl.interlayer.thickness_um={from: 1, to: 10, count: 6, spacing: log}",
                "designs.hl.interlayer.conductivity_S_per_cm={from: 1e-5, to: 1e-3, count: 8, spacing: log}");
    }

    private static List<String> sweep(StudyConfig study) {
        return study.designs().stream()
                .map(DesignConfig::name)
                .filter(name -> name.startsWith("hl"))
                .toList();
    }

    private static UnitResult run(StudyConfig study, List<String> designs) {
        return new RealizationRunner(study, 1, FieldSink.NONE).run(new WorkUnit(1, designs));
    }

    @Test
    void resultsAgreeWithinTheStatedEstimate() {
        StudyConfig reducing = study(0.015);
        List<String> designs = sweep(reducing);
        assertThat(designs).hasSize(48);
        UnitResult reduced = run(reducing, designs);
        UnitResult full = run(study(0), designs);

        assertThat(full.cells()).allMatch(row -> row.solutionMethod().equals(CellRow.FULL));
        assertThat(reduced.cells().stream().filter(row -> row.solutionMethod().equals(CellRow.REDUCED)))
                .hasSizeGreaterThan(48);
        for (int k = 0; k < full.cells().size(); k++) {
            CellRow own = reduced.cells().get(k);
            double estimate =
                    own.solutionMethod().equals(CellRow.REDUCED) ? own.currentErrorEstimate() : Double.MIN_VALUE;
            assertThat(own.areaSpecificResistanceOhmM2() / full.cells().get(k).areaSpecificResistanceOhmM2())
                    .isCloseTo(1, within(estimate));
            for (int face = 0; face < 2; face++) {
                HotSpotRow a = reduced.hotSpots().get(2 * k + face);
                HotSpotRow b = full.hotSpots().get(2 * k + face);
                assertThat(a.w1000MaxOverMean()).isCloseTo(b.w1000MaxOverMean(), within(estimate));
            }
        }
        StudySummary summary = new StudySummary(reducing);
        reduced.cells().forEach(summary::add);
        JsonNode reduction = summary.toJson().get("reduction");
        assertThat(reduction.get("cells").asInt()).isEqualTo(48);
        assertThat(reduction.get("reduced").asInt()).isGreaterThan(24);
        assertThat(reduction.get("largest_current_error_estimate").asDouble()).isBetween(1e-6, 0.015);
        // The load of a flaw is a local current, so critical currents differ by no more than it does, relatively.
        IntStream.range(0, full.strengths().size())
                .forEach(k -> assertThat(reduced.strengths().get(k).selfConsistentAPerM2()
                                / full.strengths().get(k).selfConsistentAPerM2())
                        .isCloseTo(1, within(0.015)));
    }

    @Test
    void cuttingTheWorkDoesNotChangeABit() {
        StudyConfig study = study(0.015);
        List<String> designs = sweep(study);
        UnitResult whole = run(study, designs);
        UnitResult part = run(study, designs.subList(40, 48));
        assertThat(SmallStudy.exactTexts(part.cells()))
                .isEqualTo(SmallStudy.exactTexts(whole.cells().subList(80, 96)));
    }
}
