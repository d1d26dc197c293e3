package org.grainflux.study.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.grainflux.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HadoopFilesTest {
    @TempDir
    Path folder;

    private final HadoopFiles files = new HadoopFiles(new Configuration(false));

    @Test
    void readsByPathAndByUri() throws IOException {
        Path file = Files.writeString(folder.resolve("study.yaml"), "seed: 1 # µ\n");
        assertThat(files.read(file.toString())).isEqualTo("seed: 1 # µ\n");
        assertThat(files.read(file.toUri().toString())).isEqualTo("seed: 1 # µ\n");
        assertThat(files.bytes(file.toUri().toString())).isEqualTo(files.bytes(file.toString()));
    }

    @Test
    void aFileThatIsNotThereOrNoTextIsNamed() throws IOException {
        String missing = folder.resolve("missing.yaml").toUri().toString();
        assertThatThrownBy(() -> files.read(missing))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(missing + ": no such file");
        assertThatThrownBy(() -> files.bytes(missing))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(missing + ": no such file");
        Path latin = Files.write(folder.resolve("latin.yaml"), "µ".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> files.read(latin.toUri().toString()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not a text file in UTF-8");
    }

    @Test
    void aFileSystemNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> files.read("nowhere://host/study.yaml"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nowhere://host/study.yaml: cannot be read")
                .hasMessageContaining("check the address");
    }

    @ParameterizedTest
    @CsvSource({
        "configs/paper.yaml, materials/au.yaml, configs/materials/au.yaml",
        "configs/paper.yaml, /lib/au.yaml, /lib/au.yaml",
        "hdfs://name/configs/paper.yaml, materials/au.yaml, hdfs://name/configs/materials/au.yaml",
        "hdfs://name/configs/paper.yaml, ../au.yaml, hdfs://name/au.yaml",
        "configs/paper.yaml, s3a://bucket/au.yaml, s3a://bucket/au.yaml",
    })
    void referencesAreSeenFromTheFileThatMakesThem(String file, String reference, String resolved) {
        assertThat(files.resolve(file, reference)).isEqualTo(resolved);
    }
}
