package org.grainflux.study.afm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.grainflux.physics.tip.DistanceLaw;
import org.grainflux.study.config.AfmStudy;
import org.grainflux.study.config.AfmStudyReader;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.UnitResult;
import org.junit.jupiter.api.Test;

/** The shipped study with few structures: its targets, its limits, and that a structure depends on nothing but its index. */
class TipRunnerTest {
    private static final int STRUCTURES = 6;

    private static AfmStudy read(String... overrides) {
        String shipped = Path.of("..", "..", "configs", "afm.yaml").toString();
        return new AfmStudyReader(new LocalFiles(), List.of())
                .read(shipped, List.of(overrides), OptionalLong.empty(), OptionalInt.of(STRUCTURES));
    }

    private static UnitResult run(TipRunner runner, int structure) {
        return runner.run(new WorkUnit(structure, List.of(AfmStudy.DESIGN)));
    }

    private static TipFindings findings(AfmStudy study) {
        TipRunner runner = new TipRunner(study);
        TipPopulation population = new TipPopulation(study);
        IntStream.range(0, STRUCTURES)
                .mapToObj(structure -> run(runner, structure))
                .forEach(result -> {
                    result.ledger().forEach(population::add);
                    result.rows(AfmTables.TIPS).forEach(population::add);
                });
        return population.findings();
    }

    @Test
    void theShippedStudyMeetsItsTargets() {
        AfmStudy study = read();
        TipFindings findings = findings(study);
        JsonNode json = new AfmSummary(study, findings).toJson();

        // The measured 0.12 V lies within the prior, whose median is nearby.
        JsonNode boundary = json.path("trigger_bias_V").path("boundary");
        assertThat(boundary.path("lo95").asDouble()).isLessThan(0.12);
        assertThat(boundary.path("hi95").asDouble()).isGreaterThan(0.12);
        assertThat(boundary.path("median").asDouble()).isBetween(0.09, 0.17);
        assertThat(boundary.path("censored_fraction").asDouble()).isZero();
        // Mechanics: 16 to 32 times 0.12 V, at most 3.8 V; the shortfall to 9 V is told.
        JsonNode interior = json.path("trigger_bias_V").path("interior");
        assertThat(interior.path("median").asDouble() / 0.12).isBetween(16.0, 32.0);
        assertThat(interior.path("hi95").asDouble()).isLessThan(3.8);
        assertThat(json.path("interior_over_boundary").path("shortfall").asDouble())
                .isGreaterThan(2.3);
        // Breakdown is 9 V, some of it beyond the limit.
        JsonNode breakdown = json.path("trigger_bias_V").path("interior_breakdown");
        assertThat(breakdown.path("median").asDouble()).isBetween(8.3, 9.5);
        assertThat(breakdown.path("censored_fraction").asDouble()).isBetween(0.01, 0.3);
        assertThat(breakdown.path("label").asText()).isEqualTo("calibrated");
        // On a layer nothing starts within the limit.
        assertThat(json.path("trigger_bias_V").path("on_layer").path("median").isNull())
                .isTrue();
        assertThat(json.path("trigger_bias_V")
                        .path("on_layer")
                        .path("censored_fraction")
                        .asDouble())
                .isEqualTo(1);

        assertThat(json.path("contact_area_nm2").path("hertz").asDouble()).isBetween(50.0, 56.0);
        assertThat(json.path("contact_area_nm2").path("plastic").asDouble()).isBetween(35.0, 64.0);
        assertThat(json.path("modulus_GPa").path("interior").asDouble()).isBetween(140.0, 150.0);
        assertThat(json.path("modulus_GPa").path("boundary").asDouble()).isBetween(118.0, 122.0);
        assertThat(json.path("surface_potential_mV").path("boundary").asDouble())
                .isBetween(-14.0, -10.0);
        assertThat(json.path("space_charge").path("readings")).hasSize(3);
    }

    @Test
    void theBiasFallsWithTheElectrodeAndRisesForPads() {
        AfmStudy study = read();
        JsonNode electrodes = new AfmSummary(study, findings(study)).toJson().path("trigger_bias_by_electrode_um");
        double[] medians = IntStream.range(0, electrodes.size())
                .mapToDouble(k -> electrodes.get(k).path("median").asDouble())
                .toArray();
        double least = Arrays.stream(medians).min().orElseThrow();
        assertThat(electrodes.get(0).path("electrode_um").asDouble()).isEqualTo(0.003);
        assertThat(medians[0]).isGreaterThan(20 * least);
        assertThat(medians[medians.length - 1]).isGreaterThan(1.05 * least);
        // Without extrapolated grooves the rise is the stronger: the weakest drawn one over the share at the interface.
        JsonNode pad = electrodes.get(electrodes.size() - 1);
        assertThat(pad.path("median_of_drawn_grooves").asDouble()).isGreaterThan(5 * medians[medians.length - 1]);
        double touched =
                electrodes.get(electrodes.size() - 1).path("edges_touched").asDouble();
        // 7627 in the Poisson–Voronoi plane; hard-core cells have less boundary.
        assertThat(touched).isBetween(7500.0, 7700.0);
    }

    /** The law that the tip follows has the lower criterion; that is all this shows. */
    @Test
    void theFitFindsTheLawThatWasUsed() {
        for (DistanceLaw used : DistanceLaw.values()) {
            AfmStudy study = used == DistanceLaw.EXPONENTIAL
                    ? read("trigger.distance_law=exponential", "trigger.decay_length_nm=200")
                    : read();
            List<LawFit> laws = findings(study).laws();
            LawFit better = laws.stream()
                    .min((a, b) -> Double.compare(a.akaike(), b.akaike()))
                    .orElseThrow();
            assertThat(better.law()).isEqualTo(used);
            assertThat(better.interiorV()).isBetween(2.5, 3.8);
            assertThat(better.boundaryV()).isBetween(0.07, 0.2);
        }
    }

    @Test
    void aStructureDependsOnItsIndexAlone() {
        AfmStudy study = read();
        UnitResult alone = run(new TipRunner(study), 3);
        TipRunner other = new TipRunner(study);
        run(other, 5);
        UnitResult after = run(other, 3);
        assertThat(after.rows(AfmTables.TIPS)).usingRecursiveComparison().isEqualTo(alone.rows(AfmTables.TIPS));
        assertThat(run(other, 0).rows(AfmTables.MAPS)).hasSize(1);
        assertThat(alone.rows(AfmTables.MAPS)).isEmpty();
    }

    /** Grooves that nothing opens leave every place to the interior. */
    @Test
    void unbreakableBoundariesAreInterior() {
        AfmStudy study = read("trigger.groove_depth_nm={value: 1e-3, assumed: no groove at all in this test}");
        TipFindings findings = findings(study);
        assertThat(findings.boundary().median().value()).isGreaterThan(2);
    }

    @Test
    void theFaceOfAVolumeIsJudgedLikeASection() {
        AfmStudy study = read(
                "microstructure.dimension=3",
                "microstructure.width_um=40",
                "microstructure.height_um=20",
                "places.maps=0");
        TipFindings findings = findings(study);
        assertThat(findings.boundary().median().value()).isBetween(0.08, 0.18);
        assertThat(findings.interior().median().value()).isBetween(2.0, 3.8);
    }
}
