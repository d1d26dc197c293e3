package org.grainflux.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.grainflux.study.memristor.CyclesRow;
import org.grainflux.study.memristor.MemristorTables;
import org.grainflux.study.run.RunReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemristorCommandTest {
    private static final String SHIPPED =
            Path.of("..", "configs", "memristor.yaml").toString();

    @TempDir
    Path temporary;

    private final CommandRun command = new CommandRun();

    private int memristor(Path folder, String devices, String master, String... more) {
        Stream<String> own =
                Stream.of("memristor", SHIPPED, "--out", folder.toString(), "--devices", devices, "--set", "cycles=12");
        Stream<String> engine = Stream.of("--", "--master", master);
        return command.run(
                Stream.concat(Stream.concat(own, Arrays.stream(more)), engine).toArray(String[]::new));
    }

    private static List<String> cycles(Path folder) {
        return RunReader.open(folder.toString()).list(MemristorTables.CYCLES).stream()
                .map(MemristorCommandTest::text)
                .toList();
    }

    private static String text(CyclesRow row) {
        return row.structureIndex()
                + row.design()
                + Arrays.toString(row.setBiasV())
                + Arrays.toString(row.resetBiasV())
                + Arrays.toString(row.onCurrentA())
                + Arrays.toString(row.offCurrentA());
    }

    @Test
    void aRunIsTheSameOnAnyPartitioningAndWhenItIsContinued() throws IOException {
        Path one = temporary.resolve("one");
        Path pieces = temporary.resolve("pieces");
        assertThat(memristor(one, "6", "local[1]")).as(command::err).isZero();
        assertThat(command.out()).contains("tip-window", "500um-asymmetric", "report: ");
        assertThat(command.err()).contains("6 devices × 10 electrodes = 60 realizations");

        // Fewer devices at first, more later, on more cores: the first ones are kept.
        assertThat(memristor(pieces, "2", "local[2]")).as(command::err).isZero();
        assertThat(memristor(pieces, "6", "local[4]")).isEqualTo(2);
        assertThat(command.err()).contains("--resume");
        assertThat(memristor(pieces, "6", "local[4]", "--resume"))
                .as(command::err)
                .isZero();
        assertThat(command.err()).contains("20 of them finished before");
        assertThat(cycles(pieces)).isEqualTo(cycles(one)).hasSize(60);
        assertThat(Files.readString(pieces.resolve("summary.json")))
                .isEqualTo(Files.readString(one.resolve("summary.json")));

        assertSummary(one);
        assertReport(one);
    }

    private static void assertSummary(Path folder) throws IOException {
        JsonNode electrodes = new ObjectMapper()
                .readTree(folder.resolve("summary.json").toFile())
                .path("electrodes");
        assertThat(electrodes).hasSize(10);
        for (JsonNode electrode : electrodes) {
            assertThat(electrode.path("electrode_um").isNumber()).isTrue();
            assertThat(electrode.has("set_bias_V")).isTrue();
            assertThat(electrode.path("on_off_ratio").path("median").isNumber()).isTrue();
            assertThat(electrode.path("on_off_ratio").path("lo95").isNumber()).isTrue();
            assertThat(electrode.path("on_off_ratio").path("hi95").isNumber()).isTrue();
            assertThat(electrode.has("reset_success_fraction")).isTrue();
            assertThat(electrode.path("cycles").asInt()).isEqualTo(12);
        }
    }

    private void assertReport(Path folder) throws IOException {
        String report = Files.readString(folder.resolve("report.html"));
        assertThat(report)
                .contains("Predicted", "Calibrated", "Consistency check", "What this cannot explain", "loop-log-tip")
                .doesNotContain("NaN");
        Files.delete(folder.resolve("report.html"));
        assertThat(command.run("report", folder.toString())).as(command::err).isZero();
        // What ended the run is told last, and was not known to the first report.
        assertThat(beforeProvenance(Files.readString(folder.resolve("report.html"))))
                .isEqualTo(beforeProvenance(report));
        assertThat(command.run("status", folder.toString())).isZero();
        assertThat(command.out()).contains("60 of 60 realizations completed");
    }

    private static String beforeProvenance(String report) {
        return report.substring(0, report.indexOf("<section id=\"provenance\""));
    }

    @Test
    void measuredTablesAreOverlaidAndFitted() throws IOException {
        StringBuilder loop = new StringBuilder("bias;current\nmV;nA\n");
        // 4 MΩ from −240 mV on and back, cut at 200 mV; 1 pA otherwise.
        for (int mv = 0; mv >= -250; mv -= 5) {
            loop.append(mv).append(';').append(mv <= -240 ? mv / 4.0 : -0.001).append('\n');
        }
        for (int mv = -245; mv <= 250; mv += 5) {
            loop.append(mv).append(';').append(mv <= 200 ? mv / 4.0 : 0.001).append('\n');
        }
        Path loops = Files.writeString(temporary.resolve("loop.csv"), loop);
        Path endurance = Files.writeString(temporary.resolve("endurance.csv"), "cycle,on/off\n1,1e4\n2,2e4\n");
        Path folder = temporary.resolve("measured");
        String measurements = "measurements=[{name: a, file: '" + loops + "', electrode: tip, protocol: window},"
                + " {name: b, file: '" + endurance + "', holds: endurance, electrode: tip, protocol: window}]";
        assertThat(memristor(folder, "2", "local[2]", "--set", measurements))
                .as(command::err)
                .isZero();
        JsonNode fit = new ObjectMapper()
                .readTree(folder.resolve("summary.json").toFile())
                .path("fits")
                .path(0);
        // 4 MΩ through 300 µm: a strand of 2.9 nm.
        assertThat(fit.path("parameters").path("strand_radius_nm").path("value").asDouble())
                .isBetween(2.7, 3.1);
        assertThat(fit.path("unidentified").isEmpty()).isFalse();
        String report = Files.readString(folder.resolve("report.html"));
        assertThat(report).contains("Beside measurements", "measured-a", "measured-b", "not identified");
        // Without the tables: the run has kept them.
        Files.delete(loops);
        assertThat(command.run("report", folder.toString())).as(command::err).isZero();
        assertThat(beforeProvenance(Files.readString(folder.resolve("report.html"))))
                .isEqualTo(beforeProvenance(report));

        assertThat(memristor(temporary.resolve("missing"), "2", "local[2]", "--set", measurements))
                .isEqualTo(2);
        assertThat(command.err()).contains("loop.csv").hasLineCount(1);
        assertThat(temporary.resolve("missing")).doesNotExist();
    }

    @Test
    void aDryRunWritesNothing() {
        Path folder = temporary.resolve("dry");
        assertThat(memristor(folder, "3", "local[2]", "--dry-run")).isZero();
        assertThat(command.out()).contains("devices       3", "30, finished 0, to compute 30");
        assertThat(folder).doesNotExist();
    }

    @Test
    void aStudyCanBeValidatedAndHasASchema() throws IOException {
        assertThat(command.run("validate", SHIPPED)).as(command::err).isZero();
        assertThat(command.out()).contains("is valid: memristor study memristor, 100 devices × 5 electrodes");
        assertThat(command.run("schema", "memristor")).isZero();
        assertThat(new ObjectMapper().readTree(command.out()).path("properties").has("electrodes"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "memristor | STUDY",
                "memristor no-such.yaml | no-such.yaml: no such file",
                "memristor study.yaml --device 4 | unknown option --device, did you mean --devices?",
                "memristor study.yaml --devices x | --devices",
                "memristor ../configs/memristor.yaml --devices 0 | devices: got 0; must be a whole number >= 1",
                "memristor ../configs/memristor.yaml --set gap.length_nm=-1 | gap.length_nm: got -1; must be a number > 0",
                "memristor ../configs/memristor.yaml --set gap | must be key=value",
                "memristor ../configs/memristor.yaml -- --deploy-mode cluster --master spark://a:7077 | --deploy-mode cluster is for predict",
                "schema memristors | memristors",
                "predict ../configs/memristor.yaml | kind: this study is for the command memristor, not for predict",
            })
    void mistakesAreOneClearLine(String line, String expected) {
        assertThat(command.run(line.split(" "))).isEqualTo(2);
        assertThat(command.err()).startsWith("error: ").contains(expected);
        assertThat(command.err().lines()).hasSize(1);
        assertThat(command.out()).isEmpty();
    }
}
