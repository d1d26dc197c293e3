package org.grainflux.jobs.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.grainflux.core.ExitCode;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.jobs.engine.LoopEngine;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.StudyReader;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.RunTables;
import org.grainflux.study.results.StrengthRow;
import org.grainflux.study.run.Admission;
import org.grainflux.study.run.RunReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped volume study on two structures of sixteen grains, too coarse to trust: from the file to the report. */
class VolumeRunTest {
    private static final List<String> TINY = List.of(
            "microstructure.height_um=10",
            "numerics.foot_element_nm=1500",
            "numerics.hot_spot_element_nm=600",
            "numerics.electrode_element_um=4",
            "numerics.interior_element_um=8",
            "numerics.convergence_samples=0",
            // So thin that no window is resolved inside it: averages over many small discs would take most of the time.
            "designs.hl.interlayer.thickness_um=0.5",
            "statistics.flaw_draws=1",
            "statistics.bootstrap_resamples=100");

    @TempDir
    static Path temporary;

    private static Path folder;

    @BeforeAll
    static void run() {
        folder = run("run", 1);
    }

    private static Path run(String name, int threads) {
        StudyConfig study = new StudyReader(new LocalFiles())
                .read(
                        Path.of("..", "configs", "volume.yaml").toString(),
                        TINY,
                        OptionalLong.empty(),
                        OptionalInt.of(2));
        RunRequest request = new RunRequest(
                study.name(),
                study.resolvedYaml(),
                study.contentHash(),
                study.realizations(),
                study.designs().stream().map(DesignConfig::name).toList(),
                study.reducesDesigns(),
                study.statistics().failureQuotaFraction(),
                StudyRunnerFactory.DEFAULT_UNIT_LIMIT,
                () -> StudyRunnerFactory.of(study, StudyRunnerFactory.DEFAULT_UNIT_LIMIT));
        Path out = temporary.resolve(name);
        PrintStream messages = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        ExitCode code = new PredictJob(request, out.toString(), new EngineArguments(Map.of()), messages, messages)
                .run(Admission.NEW, () -> new LoopEngine(threads), new StudyConclusion(study));
        assertThat(code).isEqualTo(ExitCode.COMPLETE);
        return out;
    }

    private static JsonNode design(String name) throws IOException {
        JsonNode summary =
                new ObjectMapper().readTree(folder.resolve("summary.json").toFile());
        for (JsonNode design : summary.get("designs")) {
            if (design.get("name").asText().equals(name)) {
                return design;
            }
        }
        throw new AssertionError("no design " + name);
    }

    @Test
    void everyRealizationReachesItsCriticalCurrents() throws IOException {
        RunReader run = RunReader.open(folder.toString());

        assertThat(run.list(RunTables.LEDGER))
                .hasSize(2 * 4)
                .allSatisfy(row -> assertThat(row.state()).isEqualTo(LedgerRow.COMPLETED));
        // Two electrodes, the nominal and one prior draw, one flaw draw.
        assertThat(run.list(RunTables.STRENGTHS)).hasSize(2 * 4 * 2 * 2);
        assertThat(run.list(RunTables.STRENGTHS))
                .extracting(StrengthRow::criticalFlawSecondPositionM)
                .anyMatch(y -> y > 0);
        // 40 × 40 µm, an area of its own.
        assertThat(design("bare").get("reference_area_cm2").asDouble()).isCloseTo(1.6e-5, within(1e-15));
    }

    /** With 1000 Ω cm² in front of about 3 Ω cm² of ceramic the current is uniform, whatever the grains and the mesh. */
    @Test
    void aLargeInterfaceResistanceEvensTheCurrentOut() {
        RunReader run = RunReader.open(folder.toString());

        assertThat(run.list(RunTables.HOT_SPOTS))
                .filteredOn(row -> row.design().equals("bare"))
                .allSatisfy(row -> assertThat(row.grainAverageMaxOverMin()).isBetween(1.0, 1.02));
        assertThat(run.list(RunTables.CELLS))
                .filteredOn(row -> row.design().equals("bare"))
                .extracting(CellRow::areaSpecificResistanceOhmM2)
                // Twice 0.1 Ω m² and, in series, 10 µm of ceramic of about 3.8 × 10⁻² S/m.
                .allSatisfy(asr -> assertThat(asr).isCloseTo(0.2 + 10e-6 / 0.038, within(1e-4)));
    }

    @Test
    void conductivityLiesAboveThomsonsBoundOfTheSameStructure() {
        assertThat(RunReader.open(folder.toString()).list(RunTables.STRUCTURES))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.effectiveConductivitySPerM()).isGreaterThan(row.thomsonBoundSPerM()));
    }

    @Test
    void whatTheMeshDoesNotResolveIsNullWithItsReason() throws IOException {
        assertThat(RunReader.open(folder.toString()).list(RunTables.HOT_SPOTS))
                .filteredOn(row -> row.face().equals(HotSpotRow.ELECTROLYTE_INTERFACE))
                .allSatisfy(row -> {
                    assertThat(row.w100MaxOverMean()).isNaN();
                    assertThat(row.unresolvedReason()).startsWith("a disc of 100 nm is not resolved");
                });
        JsonNode w100 =
                design("bare").get("hot_spots").get("electrolyte_interface").get("w100_max_over_mean");
        assertThat(w100.get("median").isNull()).isTrue();
        assertThat(w100.get("unresolved").get("electrodes").asInt()).isEqualTo(4);
        assertThat(w100.get("unresolved").get("of").asInt()).isEqualTo(4);
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("4 of 4 electrodes: a disc of 100 nm is not resolved");
    }

    @Test
    void theReportHasTheRatioOfPlaneAndVolume() throws IOException {
        JsonNode compared = design("perfect").get("plane_over_volume");
        JsonNode conductivity = compared.get("effective_conductivity_S_per_cm");
        double plane = conductivity.get("plane").get("median").asDouble();
        double volume = conductivity.get("volume").get("median").asDouble();

        assertThat(conductivity.get("pairs").asInt()).isEqualTo(2);
        assertThat(conductivity.get("ratio").get("median").asDouble()).isCloseTo(plane / volume, within(1e-12));
        assertThat(compared.get("grain_average_max_over_mean")
                        .get("ratio")
                        .get("median")
                        .asDouble())
                .isPositive();
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("<h2>Plane against volume</h2>")
                .contains("plane / volume")
                .contains("Current density at the lower electrode of structure 0");
        assertThat(folder.resolve("figures").resolve("plane-over-volume.svg")).exists();
    }

    @Test
    void theFieldIsOfTetrahedra() throws IOException {
        assertThat(folder.resolve("fields").resolve("structure-000000-perfect.vtu"))
                .isNotEmptyFile();
    }

    @Test
    void anyNumberOfThreadsGivesTheSameRows() throws IOException {
        Path other = run("two", 2);

        for (var table : List.of(RunTables.CELLS, RunTables.HOT_SPOTS, RunTables.PLANE_HOT_SPOTS)) {
            assertThat(RunReader.open(other.toString()).list(table))
                    .as(table.name())
                    .isEqualTo(RunReader.open(folder.toString()).list(table));
        }
        assertThat(Files.readString(other.resolve("summary.json")))
                .isEqualTo(Files.readString(folder.resolve("summary.json")));
    }
}
