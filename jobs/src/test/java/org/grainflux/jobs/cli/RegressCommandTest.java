package org.grainflux.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command on a copy of the smallest reference. */
class RegressCommandTest {
    private static final Path SHIPPED = Path.of("..", "datasets", "references");
    private static final String NAME = "single-crystal";
    private static final String GRAINS = "\"grain_count\",\"place\":\"structure\",\"value\":1.0";

    @TempDir
    Path temporary;

    private Path references;
    private final CommandRun command = new CommandRun();

    @BeforeEach
    void copyReference() throws IOException {
        Files.writeString(temporary.resolve("CHANGELOG.md"), "# Changelog\n\n## Unreleased\n### Added\n- Something.\n");
        references = temporary.resolve("datasets/references");
        for (String folder : List.of(NAME, "materials")) {
            Files.createDirectories(references.resolve(folder));
            try (Stream<Path> files = Files.list(SHIPPED.resolve(folder))) {
                for (Path file : files.toList()) {
                    Files.copy(file, references.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
    }

    private int run(String... more) {
        List<String> line = new ArrayList<>(List.of("regress", references.toString()));
        line.addAll(List.of("--out", report("").toString()));
        line.addAll(List.of(more));
        return command.run(line.toArray(String[]::new));
    }

    private Path report(String file) {
        return temporary.resolve("report").resolve(file);
    }

    private Path golden() {
        return references.resolve(NAME).resolve("golden.json");
    }

    /** As if what was accepted had been another number of grains. */
    private void changeGolden() throws IOException {
        String before = Files.readString(golden());
        String after = before.replace(GRAINS, GRAINS.replace("1.0", "2.0"));
        assertThat(after.equals(before)).isFalse();
        Files.writeString(golden(), after);
    }

    private void renewChecksum() throws IOException, NoSuchAlgorithmException {
        Path sums = references.resolve(NAME).resolve("SHA256SUMS");
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(golden())));
        Files.writeString(
                sums, Files.readString(sums).replaceAll("(?m)^[0-9a-f]{64}  golden\\.json$", sum + "  golden.json"));
    }

    @Test
    void agreementIsZeroAndReported() throws IOException {
        assertThat(run()).as(command::err).isZero();
        assertThat(command.out()).contains(NAME, "agrees");
        try (Stream<Path> files = Files.list(report(""))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.endsWith(".xml"))
                    .anyMatch(name -> name.endsWith(".md"))
                    .contains("report.html");
        }
    }

    @Test
    void aDifferenceIsSixAndAcceptanceWithAReasonEndsIt() throws IOException, NoSuchAlgorithmException {
        changeGolden();
        renewChecksum();

        assertThat(run()).as(command::err).isEqualTo(6);
        assertThat(command.out()).contains("differs: grain_count");
        assertThat(Files.readString(report("report.html"))).contains("grain_count");

        assertThat(run("--accept", "--reason", "grains are counted once"))
                .as(command::err)
                .isZero();
        assertThat(Files.readString(golden()).contains(GRAINS)).isTrue();
        assertThat(Files.readString(temporary.resolve("CHANGELOG.md"))).contains("grains are counted once");
        assertThat(run()).as(command::err).isZero();
    }

    @Test
    void aGoldenThatWasEditedIsRefused() throws IOException {
        changeGolden();
        assertThat(run()).isEqualTo(2);
        assertThat(command.err()).startsWith("error: ").contains("golden.json");
    }

    @ParameterizedTest
    @CsvSource({
        "--accept,                 reason",
        "--reason because,         '--reason is of use with --accept only'",
        "--only no-such-reference, no-such-reference",
        "--allow-path,             --allow-path",
    })
    void wrongOptionsAreTwoAndChangeNothing(String options, String message) throws IOException {
        String before = Files.readString(golden());
        assertThat(run(options.split(" "))).isEqualTo(2);
        assertThat(command.err()).startsWith("error: ").contains(message);
        assertThat(Files.readString(golden()).equals(before)).isTrue();
    }

    @Test
    void blanksAreNoReason() {
        assertThat(run("--accept", "--reason", "  ")).isEqualTo(2);
        assertThat(command.err()).contains("reason");
    }

    @Test
    void aFolderWithoutReferencesIsRefused() throws IOException {
        references = Files.createDirectories(temporary.resolve("empty"));
        assertThat(run()).isEqualTo(2);
        assertThat(command.err()).contains("empty").hasLineCount(1);
        references = temporary.resolve("missing");
        assertThat(run()).isEqualTo(2);
        assertThat(command.err()).contains("missing").hasLineCount(1);
    }
}
