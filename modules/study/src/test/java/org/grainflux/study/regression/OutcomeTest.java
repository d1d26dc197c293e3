package org.grainflux.study.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.RandomStreams;
import org.grainflux.study.regression.Reference.Check;
import org.grainflux.study.regression.Reference.Comparison;
import org.grainflux.study.regression.Reference.Tier;
import org.grainflux.study.regression.ReferenceValues.Field;
import org.grainflux.study.regression.ReferenceValues.Figure;
import org.grainflux.study.regression.ReferenceValues.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparison of values that are made up. */
class OutcomeTest {
    private static final Cost COST = new Cost(1, 2, 3, 4);

    @TempDir
    Path temporary;

    private static Outcome outcome(Check check, Tier tier, ReferenceValues was, ReferenceValues is) {
        Reference reference = new Reference(
                "made-up",
                Path.of("."),
                "",
                tier,
                null,
                List.of(check),
                List.of(),
                List.of(),
                Optional.of(was),
                List.of());
        return OutcomeOf.result(reference, new ReferenceRun.Result(is, COST, ""));
    }

    private static ReferenceValues figure(double value) {
        return new ReferenceValues(
                List.of(new Figure("w500_max_over_mean", "bare, lower electrode", value)), List.of(), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "RELATIVE, 1e-9, 100, 100.00000005, true",
        "RELATIVE, 1e-9, 100, 100.0000002, false",
        "RELATIVE, 1e-9, -100, -100.0000002, false",
        "ABSOLUTE, 1e-9, 100, 100.0000002, false",
        "ABSOLUTE, 1e-9, 1e-12, 5e-10, true",
        "ABSOLUTE, 0, 7, 7, true",
        "ABSOLUTE, 0, 7, 7.000000000000001, false",
        "RELATIVE, 1e-9, 0, 0, true",
        "RELATIVE, 1e-9, 0, 1e-300, false",
        "RELATIVE, 1, NaN, NaN, true",
        "RELATIVE, 1, NaN, 1, false",
        "RELATIVE, 1, 1, NaN, false",
        "RELATIVE, 1, Infinity, Infinity, true",
        "RELATIVE, 1, Infinity, 1, false",
        "RELATIVE, 1, 1, Infinity, false",
    })
    void aFigureIsHeldToItsTolerance(Comparison comparison, double tolerance, double was, double is, boolean agrees) {
        Outcome outcome = outcome(
                new Check("w500_max_over_mean", comparison, tolerance, "made up"), Tier.EXACT, figure(was), figure(is));

        assertThat(outcome.agrees()).isEqualTo(agrees);
    }

    @Test
    void aPlaceThatComesOrGoesIsADifference() {
        Check check = new Check("w500_max_over_mean", Comparison.RELATIVE, 1, "made up");
        ReferenceValues none = new ReferenceValues(List.of(), List.of(), List.of());

        assertThat(outcome(check, Tier.EXACT, none, figure(1)).agrees()).isFalse();
        assertThat(outcome(check, Tier.EXACT, figure(1), none).agrees()).isFalse();
        assertThat(outcome(check, Tier.EXACT, none, none).agrees()).isFalse();
    }

    private static ReferenceValues potential(double... values) {
        double[][] points = {{1, 2}, {3, 4}, {5, 6.25}};
        return new ReferenceValues(
                List.of(), List.of(new Field(Quantities.POTENTIAL, "bare, inside", points, values)), List.of());
    }

    @Test
    void theWorstPointOfAFieldIsNamed() {
        Check check = new Check(Quantities.POTENTIAL, Comparison.ABSOLUTE, 1e-3, "made up");

        Outcome outcome = outcome(check, Tier.EXACT, potential(0.5, 0.5, 0.5), potential(0.501, 0.5, 0.49));

        Finding finding = outcome.findings().get(0);
        assertThat(finding.where()).isEqualTo("bare, inside at x = 5.00, z = 6.25 µm");
        assertThat(finding.was()).isEqualTo("0.5");
        assertThat(finding.is()).isEqualTo("0.49");
        assertThat(finding.excess()).isBetween(9.999, 10.001);
        assertThat(outcome(check, Tier.EXACT, potential(0.5, 0.5, 0.5), potential(0.5, Double.NaN, 0.5))
                        .findings())
                .extracting(Finding::where)
                .containsExactly("bare, inside at x = 3.00, z = 4.00 µm");
    }

    private static ReferenceValues sample(int seed, double shift) {
        RandomGenerator random = RandomStreams.stream(seed, "outcome-test", 0);
        return new ReferenceValues(
                List.of(),
                List.of(),
                List.of(new Sample(
                        "cov_w200",
                        "bare",
                        random.doubles(40).map(x -> x + shift).toArray())));
    }

    /** Intervals of 40 uniform values reach about 0.16 to either side of 0.5: another draw overlaps, a shift by 1 does not. */
    @Test
    void aPopulationMayBeDrawnAgainButNotMove() {
        Check check = new Check("cov_w200", Comparison.INTERVAL, 0, "made up");

        assertThat(outcome(check, Tier.STATISTICAL, sample(1, 0), sample(2, 0)).agrees())
                .isTrue();
        Outcome moved = outcome(check, Tier.STATISTICAL, sample(1, 0), sample(2, 1));
        assertThat(moved.agrees()).isFalse();
        assertThat(moved.findings().get(0).where()).isEqualTo("bare, median of 40 structures");
    }

    @Test
    void aStructureThatFailsIsNamed() throws IOException {
        ReferenceCopy copy = ReferenceCopy.in(temporary);
        RunnerSource failing = (study, fields) -> unit -> {
            throw new NumericalFailureException(NumericalFailureException.Reason.MESH_QUALITY, "a flat element");
        };

        Outcome outcome = new Regression(failing, 1)
                .run(List.of(copy.read(false)), done -> {})
                .get(0);

        assertThat(outcome.agrees()).isFalse();
        assertThat(outcome.failure()).isEqualTo("MESH_QUALITY: a flat element");
    }

    @Test
    void aHistoryRemembersComparableRuns() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("history"));
        for (int k = 0; k < 4; k++) {
            Map<String, Cost> costs = new LinkedHashMap<>();
            costs.put("brick", new Cost(k, 2 * k, 3, 4));
            if (k > 0) {
                costs.put("blocks", COST);
            }
            History.in(folder).append(new History.Run("now", "", k == 2 ? "another" : "this", costs));
        }
        Files.writeString(
                folder.resolve(History.FILE), Files.readString(folder.resolve(History.FILE)) + "{\"time\":\"half a li");

        History history = History.in(folder);

        assertThat(history.unreadableLines()).isEqualTo(1);
        assertThat(history.last("brick", "this", 2)).extracting(Cost::wallS).containsExactly(1.0, 3.0);
        assertThat(history.lastWhole(List.of("brick", "blocks"), "this", 10)).hasSize(2);
    }
}
