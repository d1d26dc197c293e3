package org.grainflux.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AfmCommandTest {
    private static final String STUDY = Path.of("..", "configs", "afm.yaml").toString();

    @TempDir
    Path temporary;

    private final CommandRun command = new CommandRun();

    private Path run(String name, String master) {
        Path folder = temporary.resolve(name);
        assertThat(command.run(
                        "afm",
                        STUDY,
                        "--out",
                        folder.toString(),
                        "--realizations",
                        "5",
                        "--set",
                        "places.map_points=10",
                        "--",
                        "--master",
                        master))
                .as(command::err)
                .isZero();
        return folder;
    }

    /** The whole way on one and on two cores: the same summary to the last digit, a report, and both written anew. */
    @Test
    void aRunIsTheSameOnAnyPartitioning() throws IOException {
        Path one = run("one", "local[1]");
        assertThat(command.out()).contains("on boundaries", "in interiors, breakdown", "report: ");
        Path two = run("two", "local[2]");
        String summary = Files.readString(one.resolve("summary.json"));
        assertThat(Files.readString(two.resolve("summary.json"))).isEqualTo(summary);

        JsonNode json = new ObjectMapper().readTree(summary);
        for (String kind : new String[] {"boundary", "interior"}) {
            JsonNode bias = json.path("trigger_bias_V").path(kind);
            for (String key : new String[] {"median", "lo95", "hi95", "censored_fraction"}) {
                assertThat(bias.path(key).isNumber()).as(kind + "." + key).isTrue();
            }
        }
        assertThat(json.path("trigger_bias_by_electrode_um")).hasSize(25);
        String report = Files.readString(one.resolve("report.html"));
        assertThat(report).contains("falls short", "calibrated", "Predicted", "figure-trigger-map");
        assertThat(Files.readString(one.resolve("figures/trigger-size.svg"))).startsWith("<svg");

        Files.delete(one.resolve("report.html"));
        assertThat(command.run("report", one.toString())).as(command::err).isZero();
        assertThat(Files.readString(one.resolve("report.html"))).isEqualTo(report);
    }

    @Test
    void studiesAreCheckedAndShownBeforeAnythingIsWritten() {
        assertThat(command.run("validate", STUDY)).as(command::err).isZero();
        assertThat(command.out()).contains("is valid: tip study afm, 24 structures");
        Path folder = temporary.resolve("dry");
        assertThat(command.run("afm", STUDY, "--out", folder.toString(), "--dry-run"))
                .isZero();
        assertThat(command.out()).contains("24");
        assertThat(folder).doesNotExist();
        assertThat(command.run("schema", "afm")).isZero();
        assertThat(command.out()).contains("groove_depth_nm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "afm | STUDY",
                "afm no-such.yaml | no-such.yaml: no such file",
                "afm ../configs/afm.yaml --realizations 0 | realizations: got 0; must be a whole number >= 1",
                "afm ../configs/afm.yaml --set trigger.groov_depth_nm=3 | did you mean groove_depth_nm?",
                "afm ../configs/afm.yaml --set instrument.limit_V=.inf | instrument.limit_V: got .inf",
                "afm ../configs/afm.yaml -- --deploy-mode cluster --master spark://a:7077 | --deploy-mode cluster is for predict",
                "schema afn | afn",
            })
    void mistakesAreOneClearLine(String line, String expected) {
        assertThat(command.run(line.split(" "))).isEqualTo(2);
        assertThat(command.err()).startsWith("error: ").contains(expected);
        assertThat(command.err().lines()).hasSize(1);
        assertThat(command.out()).isEmpty();
    }

    /** Nesting, aliases of aliases, files of elsewhere: refused before anything is written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "a: &a [x, x]\nb: &b [*a, *a]\nkind: afm",
                "study: x\nkind: afm\nseed: 1\nrealizations: 1\nelectrolyte: /etc/passwd",
                "study: ../../x\nkind: afm\nseed: 1",
                "study: x\nkind: !!javax.script.ScriptEngineManager []",
            })
    void hostileStudiesAreRefused(String text) throws IOException {
        Path study = Files.writeString(temporary.resolve("study.yaml"), text);
        Path folder = temporary.resolve("never");
        assertThat(command.run("afm", study.toString(), "--out", folder.toString()))
                .as(command::err)
                .isEqualTo(2);
        assertThat(command.err()).startsWith("error: ").doesNotContain("root:");
        assertThat(folder).doesNotExist();
    }
}
