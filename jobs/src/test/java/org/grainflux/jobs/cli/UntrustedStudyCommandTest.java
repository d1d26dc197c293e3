package org.grainflux.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Studies of a stranger, given to the commands that read one: refused with one message, before anything is written or sent. */
class UntrustedStudyCommandTest {
    private static final Path CONFIGS = Path.of("..", "configs");

    /** A cluster that is not there: who reaches for it before the study is refused ends with another exit code. */
    private static final List<String> CLUSTER =
            List.of("--", "--master", "spark://127.0.0.1:1", "--deploy-mode", "cluster");

    @TempDir
    Path temporary;

    private Path studyFile;
    private final CommandRun command = new CommandRun();

    @BeforeEach
    void copyTheSmokeStudy() throws IOException {
        Path materials = Files.createDirectories(temporary.resolve("study/materials"));
        for (String name : List.of("lu-2021-llzto", "lithium", "ppc-litfsi", "lu-2021-observations")) {
            Files.copy(CONFIGS.resolve("materials/" + name + ".yaml"), materials.resolve(name + ".yaml"));
        }
        studyFile = temporary.resolve("study/study.yaml");
        Files.copy(CONFIGS.resolve("smoke.yaml"), studyFile);
        Files.createDirectories(temporary.resolve("outside"));
        Files.copy(CONFIGS.resolve("materials/lithium.yaml"), temporary.resolve("outside/lithium.yaml"));
    }

    private void replace(String old, String replacement) throws IOException {
        String text = Files.readString(studyFile);
        assertThat(text).contains(old);
        Files.writeString(studyFile, text.replace(old, replacement));
    }

    private Stream<List<String>> commands() {
        String study = studyFile.toString();
        String out = temporary.resolve("run").toString();
        return Stream.of(
                List.of("validate", study),
                List.of("predict", study, "--out", out, "--dry-run"),
                List.of("predict", study, "--out", out),
                Stream.concat(Stream.of("predict", study, "--out", out), CLUSTER.stream())
                        .toList());
    }

    /** Every command says the same, with exit code 2, and leaves the folder as it was. */
    private String refusal() throws IOException {
        TreeSet<String> messages = new TreeSet<>();
        List<String> before = files();
        for (List<String> arguments : commands().toList()) {
            assertThat(command.run(arguments.toArray(String[]::new)))
                    .as(command::err)
                    .isEqualTo(2);
            assertThat(command.out()).isEmpty();
            messages.add(command.err().strip());
        }
        assertThat(files()).isEqualTo(before);
        assertThat(messages).hasSize(1);
        return messages.first();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(temporary)) {
            return all.map(Path::toString).sorted().toList();
        }
    }

    static Stream<Arguments> hostileFiles() {
        List<String> bomb = new ArrayList<>(List.of("l0: &l0 [lol, lol]"));
        IntStream.range(1, 30).forEach(i -> bomb.add("l%d: &l%d [*l%d, *l%d]".formatted(i, i, i - 1, i - 1)));
        return Stream.of(
                arguments("nesting", "a: " + "[".repeat(100_000), "study.yaml:1", "nested deeper than 40 levels"),
                arguments("aliases", String.join("\n", bomb), "study.yaml:", "too many values"),
                arguments("a key of 10 MB", "? " + "k".repeat(10_000_000) + "\n: 1", "study.yaml:1", "at most 1000000"),
                arguments("code", "study: !!javax.script.ScriptEngineManager [x]", "study.yaml:1", "is not read"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileFiles")
    void aHostileFileIsRefused(String what, String text, String place, String cause) throws IOException {
        Files.writeString(studyFile, text);

        assertThat(refusal())
                .startsWith("error: ")
                .contains(place, cause)
                .hasLineCount(1)
                .hasSizeLessThan(600);
    }

    static Stream<Arguments> hostileValues() {
        return Stream.of(
                arguments(
                        "thickness_um: 10",
                        "thickness_um: .nan",
                        "interlayer.thickness_um: got .nan; must be a number"),
                arguments(
                        "thickness_um: 10",
                        "thickness_um: -0.0",
                        "interlayer.thickness_um: got -0.0; must be a number > 0"),
                arguments(
                        "thickness_um: 10",
                        "thickness_um: .inf",
                        "interlayer.thickness_um: got .inf; must be a number"),
                arguments("width_um: 40", "width_um: 1e999", "microstructure.width_um: got 1e999"),
                arguments("realizations: 4", "realizations: 99999999999", "realizations: got 99999999999"),
                arguments("seed: 1", "seed: 1\nsead: 2", "sead: unknown key; did you mean seed?"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("hostileValues")
    void aHostileValueIsNamedWithItsPlaceAndTheCure(String old, String replacement, String message) throws IOException {
        replace(old, replacement);

        assertThat(refusal())
                .startsWith("error: ")
                .contains("study.yaml:", message)
                .hasLineCount(1);
    }

    @Test
    void aFileElsewhereIsReadOnlyWithTheFlagThatTheMessageNames() throws IOException {
        replace("lithium: materials/lithium.yaml", "lithium: ../outside/lithium.yaml");
        assertReadWithTheFlagOnly("study.yaml:", ": lithium: got ../outside/lithium.yaml: lies outside");
    }

    @Test
    void aLinkThatLeadsElsewhereIsReadOnlyWithTheFlagThatTheMessageNames() throws IOException {
        Path link = studyFile.resolveSibling("materials/lithium.yaml");
        Files.delete(link);
        Files.createSymbolicLink(link, temporary.resolve("outside/lithium.yaml"));
        assertThat(refusal()).contains("study.yaml:", "lithium: got materials/lithium.yaml", "or a link leads there");

        assertThat(command.run("validate", studyFile.toString(), "--allow-path", temporary + "/outside"))
                .as(command::err)
                .isZero();
    }

    private void assertReadWithTheFlagOnly(String... message) throws IOException {
        String refusal = refusal();
        assertThat(refusal).startsWith("error: ").contains(message).hasLineCount(1);
        String flag = "--allow-path ";
        String folder = refusal.substring(refusal.indexOf(flag) + flag.length());

        assertThat(command.run("validate", studyFile.toString(), "--allow-path", folder))
                .as(command::err)
                .isZero();
        assertThat(command.run(
                        "predict",
                        studyFile.toString(),
                        "--allow-path",
                        folder,
                        "--out",
                        temporary + "/a",
                        "--dry-run"))
                .as(command::err)
                .isZero();
    }

    /** A run keeps its study with all materials, and images by the place where they lie. */
    @Test
    void theStudyOfARunWithImagesElsewhereNamesTheFlagToAdd() throws IOException {
        Path references = Path.of("..", "datasets", "references");
        Path crystal = references.resolve("single-crystal");
        Path run = temporary.resolve("first");
        String[] first = {
            "predict",
            crystal + "/study.yaml",
            "--out",
            run.toString(),
            "--allow-path",
            references.toString(),
            "--engine",
            "loop"
        };
        assertThat(command.run(first)).as(command::err).isZero();

        studyFile = run.resolve("study.yaml");
        String images = crystal.toAbsolutePath().normalize().toString();
        assertReadWithTheFlagOnly(
                "study.yaml:", "microstructure.images[0].file: got " + images, "add --allow-path " + images);
    }
}
