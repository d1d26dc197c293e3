package org.grainflux.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.grainflux.study.results.RecordTable;
import org.grainflux.study.results.RunTables;
import org.grainflux.study.run.RunReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {
    private static final String SMOKE = Path.of("..", "configs", "smoke.yaml").toString();

    @TempDir
    Path temporary;

    private final CommandRun command = new CommandRun();

    private int run(String... arguments) {
        return command.run(arguments);
    }

    private String out() {
        return command.out();
    }

    private String err() {
        return command.err();
    }

    @ParameterizedTest
    @CsvSource({
        "predikt study.yaml,                    'unknown command predikt, did you mean predict?'",
        "predict study.yaml --realisations 4,   'unknown option --realisations, did you mean --realizations?'",
        "predict study.yaml --sed=4,            'unknown option --sed, did you mean --seed?'",
        "predict study.yaml --realizations x,   '--realizations'",
        "predict --out runs/a,                  'STUDY'",
        "validate study.yaml -- --master local, 'only predict, afm, memristor, status, report, doctor use the engine'",
        "predict study.yaml -- --mastr local,   'unknown engine argument --mastr'",
        "predict no-such-study.yaml,            'no-such-study.yaml: no such file'",
        "report no-such-run,                    'holds no run'",
        "status no-such-run,                    'holds no run'",
        "'',                                    'a command is missing: predict, afm, memristor, validate'",
    })
    void mistakesAreOneClearLine(String line, String expected) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(err()).startsWith("error: ").contains(expected);
        assertThat(err().lines()).hasSize(1);
        assertThat(out()).isEmpty();
    }

    @Test
    void helpShowsExamples() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("grainflux predict configs/interlayers.yaml", "130 interrupted");
        assertThat(run("predict", "--help")).isZero();
        assertThat(out()).contains("--set", "--resume", "--master local[4]").doesNotContain("--engine");
    }

    @Test
    void versionNamesProgramEngineAndPlatform() {
        assertThat(run("--version")).isZero();
        assertThat(out()).contains("grainflux ", "spark 4", "java ").doesNotContain("${");
    }

    @Test
    void validStudyIsSummedUp() {
        assertThat(run("validate", SMOKE)).isZero();
        assertThat(out()).contains("is valid: study smoke, 4 structures × 3 designs", "designs: bare, au, hl");
    }

    @Test
    void schemaIsJson() throws IOException {
        assertThat(run("schema")).isZero();
        assertThat(new ObjectMapper().readTree(out()).path("properties").has("designs"))
                .isTrue();
    }

    @Test
    void dryRunShowsThePlanAndWritesNothing() {
        Path folder = temporary.resolve("run");
        assertThat(run("predict", SMOKE, "--out", folder.toString(), "--dry-run", "--realizations", "9"))
                .isZero();
        assertThat(out()).contains("bare, au, hl").contains("27, finished 0, to compute 27");
        assertThat(folder).doesNotExist();
    }

    @Test
    void smokeStudyIsIdenticalOnOneAndOnFourCores() throws IOException {
        String one = temporary.resolve("one").toString();
        String four = temporary.resolve("a folder with spaces").toString();
        assertThat(run(withCracks(one, "local[1]"))).as(this::err).isZero();
        assertThat(run(withCracks(four, "local[4]"))).as(this::err).isZero();
        for (RecordTable<?> table : RunTables.all()) {
            if (table != RunTables.TIMINGS) {
                assertThat(sortedBytes(four, table)).as(table.name()).isEqualTo(sortedBytes(one, table));
            }
        }
        assertThat(Files.readString(Path.of(four, "summary.json")))
                .isEqualTo(Files.readString(Path.of(one, "summary.json")));
        assertThat(out()).contains("report: ", "hl");

        JsonNode summary =
                new ObjectMapper().readTree(Path.of(one, "summary.json").toFile());
        assertThat(summary.path("designs")).hasSize(3);
        Path report = Path.of(one, "report.html");
        Files.delete(report);
        assertThat(run("report", one)).as(this::err).isZero();
        assertThat(run("status", one)).as(this::err).isZero();
        assertThat(out()).contains("complete, ", "time of all cores: ", " s of it inside realizations");
        assertThat(report).exists();
        assertThat(run("predict", SMOKE, "--out", one)).isEqualTo(2);
        assertThat(err()).contains("--resume");
    }

    /** With every table that a plane study may have. */
    private static String[] withCracks(String out, String master) {
        return new String[] {
            "predict",
            SMOKE,
            "--out",
            out,
            "--set",
            "fracture.extension.realizations=1",
            "--set",
            "fracture.coupled.realizations=1",
            "--",
            "--master",
            master
        };
    }

    private <T extends Record> byte[] sortedBytes(String folder, RecordTable<T> table) throws IOException {
        List<T> rows = RunReader.open(folder).list(table);
        // Only a volume has plane structures to be compared with.
        assertThat(rows.isEmpty()).as(table.name()).isEqualTo(table.name().startsWith("plane_"));
        Path file = Files.createTempDirectory(temporary, "sorted").resolve("rows.parquet");
        try (ParquetWriter<T> writer = table.writer(new LocalOutputFile(file))) {
            for (T row : rows) {
                writer.write(row);
            }
        }
        return Files.readAllBytes(file);
    }

    @Test
    void doctorFindsThisMachineFit() {
        assertThat(run("doctor", "--", "--master", "local[2]")).as(this::out).isZero();
        assertThat(out()).contains("ok    engine", "4 of 4 probes committed", "all is well");
    }
}
