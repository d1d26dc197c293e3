package org.grainflux.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineArgumentsTest {
    @Test
    void namesAreThoseOfSparkSubmit() {
        EngineArguments arguments = EngineArguments.parse(List.of(
                "--master", "local[4]", "--executor-memory=2g", "--conf", "spark.hadoop.fs.defaultFS=hdfs://a:1/"));
        assertThat(arguments.settings())
                .containsEntry("spark.master", "local[4]")
                .containsEntry("spark.executor.memory", "2g");
        assertThat(arguments.hadoopSettings()).containsExactly(java.util.Map.entry("fs.defaultFS", "hdfs://a:1/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--mster local",
                "--master",
                "--master locl[4]",
                "--conf ui.enabled=true",
                "local[4]",
                "--deploy-mode cluster",
                "--deploy-mode laptop --master spark://host:7077",
                "--properties-file /nowhere/at/all"
            })
    void mistakesAreRefused(String line) {
        assertThatThrownBy(() -> EngineArguments.parse(List.of(line.split(" "))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("engine argument")
                .hasMessageContaining(line.split(" ")[0]);
    }

    @ParameterizedTest
    @CsvSource({"local,1", "local[3],3", "'local[5,2]',5", "yarn,0", "spark://host:7077,0"})
    void coresOfAnEmbeddedEngineAreKnownBeforeItStarts(String master, int cores) {
        assertThat(EngineArguments.parse(List.of("--master", master)).embeddedCores())
                .isEqualTo(cores);
    }

    @Test
    void settingsOfAFileStayOffTheCommandLineAndGiveWayToIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("secured.conf"),
                "# a comment\nspark.authenticate   true\nspark.authenticate.secret s3cret \n");
        EngineArguments arguments = EngineArguments.parse(List.of(
                "--conf", "spark.authenticate=false", "--properties-file", file.toString(), "--master", "yarn"));
        assertThat(arguments.settings())
                .containsEntry("spark.authenticate", "false")
                .containsEntry("spark.authenticate.secret", "s3cret");

        Files.writeString(file, "ui.enabled true\n");
        assertThatThrownBy(() -> EngineArguments.parse(List.of("--properties-file", file.toString())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ui.enabled")
                .hasMessageContaining("keys that begin with spark.");
    }

    @Test
    void aClusterMayRunTheWholeCommand() {
        assertThat(EngineArguments.parse(List.of("--master", "spark://host:7077", "--deploy-mode", "cluster"))
                        .runsOnCluster())
                .isTrue();
        assertThat(EngineArguments.parse(List.of("--master", "spark://host:7077"))
                        .runsOnCluster())
                .isFalse();
    }
}
