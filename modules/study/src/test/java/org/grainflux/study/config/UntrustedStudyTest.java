package org.grainflux.study.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.grainflux.core.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Studies of a stranger: what they may read, and what they may cost. */
class UntrustedStudyTest {
    /** Ten copies of the longest input of these tests, of 10 MB; a bomb that goes off takes gigabytes. */
    private static final long MOST_BYTES = 400_000_000;

    @TempDir
    Path temporary;

    private Path folder;
    private Path outside;

    @BeforeEach
    void writeStudy() throws IOException {
        folder = Files.createDirectories(temporary.resolve("study"));
        outside = Files.createDirectories(temporary.resolve("outside"));
        Files.writeString(folder.resolve("llzto.yaml"), StudyFixture.LLZTO);
        Files.writeString(folder.resolve("ppc.yaml"), StudyFixture.PPC);
        Files.writeString(outside.resolve("llzto.yaml"), StudyFixture.LLZTO);
        write(StudyFixture.STUDY);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("study.yaml"), text);
    }

    private StudyConfig read(List<String> allowed, String... overrides) {
        return new StudyReader(new HadoopFiles(new Configuration(false)), allowed)
                .read(
                        folder.resolve("study.yaml").toString(),
                        List.of(overrides),
                        OptionalLong.empty(),
                        OptionalInt.empty());
    }

    private String complaint() {
        try {
            read(List.of());
        } catch (InvalidInputException e) {
            return e.getMessage();
        }
        return "accepted";
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside/llzto.yaml", "{}/outside/llzto.yaml", "file:{}/outside/llzto.yaml"})
    void aMaterialElsewhereIsReadOnlyWhereTheUserAllowsIt(String reference) throws IOException {
        String name = reference.replace("{}", temporary.toString());
        write(StudyFixture.STUDY.replace("electrolyte: llzto.yaml", "electrolyte: " + name));
        assertThat(complaint())
                .startsWith(folder.resolve("study.yaml") + ":10: electrolyte: got " + name)
                .contains("lies outside the folders from which this study may read (" + folder)
                .contains("add --allow-path ")
                .endsWith(outside.toString())
                .hasLineCount(1);
        assertThat(read(List.of(outside.toString())).name()).isEqualTo("test");
        assertThat(read(List.of(outside.resolve("llzto.yaml").toString())).name())
                .isEqualTo("test");
    }

    /** Nothing is learnt about a place that may not be read: not even whether a file is there. */
    @ParameterizedTest
    @ValueSource(
            strings = {"../outside/none.yaml", "hdfs://host/x.yaml", "http://host/x.yaml", "file://host/etc/hosts"})
    void aFileThatMayNotBeReadIsNotLookedFor(String reference) throws IOException {
        write(StudyFixture.STUDY.replace("electrolyte: llzto.yaml", "electrolyte: " + reference));
        assertThat(complaint()).contains("lies outside").hasLineCount(1);
    }

    @Test
    void aLinkLeadsNowhereElse() throws IOException {
        Files.delete(folder.resolve("llzto.yaml"));
        Files.createSymbolicLink(folder.resolve("llzto.yaml"), outside.resolve("llzto.yaml"));
        assertThat(complaint()).contains("or a link leads there");
        assertThat(read(List.of(outside.toString())).name()).isEqualTo("test");

        Files.createSymbolicLink(folder.resolve("more"), outside);
        Files.delete(folder.resolve("llzto.yaml"));
        write(StudyFixture.STUDY.replace("electrolyte: llzto.yaml", "electrolyte: more/llzto.yaml"));
        assertThat(complaint()).contains("or a link leads there");
    }

    /** The value typed is not what is wrong: the study's reference is named. */
    @Test
    void aTypedValueInAMaterialElsewhereNamesTheStudysReference() throws IOException {
        write(StudyFixture.STUDY.replace("electrolyte: llzto.yaml", "electrolyte: ../outside/llzto.yaml"));
        String typed = "electrolyte.grain_conductivity_S_per_cm=5e-4";
        assertThatThrownBy(() -> read(List.of(), typed))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("--set " + typed + ": " + folder.resolve("study.yaml") + ":10: electrolyte: got "
                        + "../outside/llzto.yaml: lies outside");
    }

    @Test
    void whatTheUserTypesMayLieAnywhere() {
        StudyConfig study = read(List.of(), "electrolyte=" + outside.resolve("llzto.yaml"));
        assertThat(study.name()).isEqualTo("test");
    }

    @Test
    void anImageElsewhereIsRefusedEvenWithItsChecksum() throws IOException {
        Path image = Files.writeString(
                outside.resolve("a.nrrd"), "NRRD0001\ntype: uint8\nsizes: 2 2\nencoding: text\n\n0 1 2 3\n");
        write(StudyFixture.STUDY
                .replace("grain_size_um: 10", "grain_size_um: 35.3553")
                .replace("seeding: hard_core", "seeding: image\n  images: [{file: " + image + "}]")
                .replace("realizations: 8", "realizations: 1"));
        assertThat(complaint())
                .contains("microstructure.images[0].file: got " + image)
                .contains("--allow-path");
        StudyConfig allowed = read(List.of(outside.toString()));
        assertThat(allowed.images()).hasSize(1);

        // As a run's folder keeps it.
        write(allowed.resolvedYaml());
        assertThat(complaint()).contains("lies outside");
        assertThat(read(List.of(image.toString())).contentHash()).isEqualTo(allowed.contentHash());
    }

    /** The rule is that of all files: an address is not a way around it. */
    @Test
    void anImageByItsAddressMustLieInAnAllowedFolderToo() throws IOException {
        String text = "NRRD0001\ntype: uint8\nsizes: 2 2\nencoding: text\n\n0 1 2 3\n";
        String image =
                Files.writeString(outside.resolve("b.nrrd"), text).toUri().toString();
        write(StudyFixture.STUDY
                .replace("grain_size_um: 10", "grain_size_um: 35.3553")
                .replace("seeding: hard_core", "seeding: image\n  images: [{file: '" + image + "'}]")
                .replace("realizations: 8", "realizations: 1"));
        assertThat(complaint())
                .contains("microstructure.images[0].file: got " + image)
                .contains("lies outside");
        StudyConfig allowed = read(List.of(outside.toUri().toString()));
        assertThat(allowed.images().get(0).file()).isEqualTo(image);
    }

    /** What stands behind --allow-path is one argument for a shell. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "my images | '{}/my images'",
                "$(reboot) | '{}/$(reboot)'",
                "it's      | '{}/it'\\''s'",
                "größe     | {}/größe",
            })
    void theFlagToAddCanBeCopied(String name, String argument) throws IOException {
        write(StudyFixture.STUDY.replace("electrolyte: llzto.yaml", "electrolyte: \"../" + name + "/a.yaml\""));
        assertThat(complaint())
                .endsWith("add --allow-path " + argument.replace("{}", temporary.toString()))
                .hasLineCount(1);
    }

    @Test
    void theStudyInARunsFolderNamesNoOtherFile() throws IOException {
        StudyConfig study = read(List.of());
        folder = Files.createDirectories(temporary.resolve("run"));
        write(study.resolvedYaml());
        assertThat(read(List.of()).contentHash()).isEqualTo(study.contentHash());
    }

    @Test
    void onAnotherFileSystemTheSameRuleHolds() {
        HadoopFiles files = new HadoopFiles(new Configuration(false));
        String study = "hdfs://name/a/study.yaml";
        String own = files.resolve(study, ".");
        assertThat(files.isWithin(own, files.resolve(study, "b/x.yaml"))).isTrue();
        for (String reference : List.of(
                "../x.yaml",
                "../../../x.yaml",
                "../ab/x.yaml",
                "/x.yaml",
                "//other/a/x.yaml",
                "hdfs://other/a/x.yaml",
                "s3a://name/a/x.yaml",
                "file:/a/x.yaml",
                "hdfs://name/a/b/../../x.yaml")) {
            assertThat(files.isWithin(own, files.resolve(study, reference)))
                    .as(reference)
                    .isFalse();
        }
        assertThatThrownBy(() -> files.resolve(study, "a:b")).isInstanceOf(InvalidInputException.class);
    }

    static Stream<Arguments> hostileTexts() {
        StringBuilder bomb = new StringBuilder("l0: &l0 [lol, lol]\n");
        IntStream.range(1, 30).forEach(i -> bomb.append("l%d: &l%d [*l%d, *l%d]\n".formatted(i, i, i - 1, i - 1)));
        String million = "k".repeat(10_000_000);
        return Stream.of(
                arguments("nested lists", "a: " + "[".repeat(100_000), "nested deeper than 40 levels"),
                arguments("nested mappings", "a: " + "{a: ".repeat(100_000), "nested deeper than 40 levels"),
                arguments("aliases of aliases", bomb.toString(), "too many values"),
                arguments("an alias of itself", "a: &a [*a]", "*a stands for nothing that ends before it"),
                arguments(
                        "a key of 10 MB",
                        "? " + million + "\n: 1",
                        "a line has at most 1000000 characters, got 10000002"),
                arguments("a long key", "? " + "k".repeat(20_000) + "\n: 1", "a key has at most 200 characters"),
                arguments("a long quoted key", "\"" + "k".repeat(20_000) + "\": 1", "characters, got kkk"),
                arguments("a long value", "study: " + "k".repeat(20_000), "a value has at most 10000 characters"),
                arguments(
                        "a script", "study: !!javax.script.ScriptEngineManager [x]", "the tag tag:yaml.org,2002:javax"),
                arguments("a tag", "!!map {study: a}", "the tag tag:yaml.org,2002:map is not read"),
                arguments("a character", "study: a\nseed: \u0000", "study.yaml:2: not valid YAML: U+0000 is a control"),
                arguments("an escape", "study: \"a\\x1b[2J\"", "study.yaml:1: a value holds no control characters"),
                arguments("NUL in a name", "electrolyte: \"a\\0b.yaml\"", "got U+0000 in a?b.yaml"),
                arguments("two documents", "study: a\n---\nstudy: b", "study.yaml:2: a second document"),
                arguments("a list as a key", "[a]: 1", "a key must be a plain word"),
                arguments("a key twice", "seed: 1\nseed: 2", "study.yaml:2: seed: written twice, first in line 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileTexts")
    void hostileTextIsRefusedInOneLineAndLittleMemory(String what, String text, String message) throws IOException {
        write(text);
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        assertThat(complaint())
                .contains(message)
                .contains("study.yaml")
                .hasLineCount(1)
                .hasSizeLessThan(600);
        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Files.write(folder.resolve("study.yaml"), new byte[] {'a', ':', ' ', (byte) 0xc3, '('});
        assertThat(complaint()).endsWith("study.yaml: not a text file in UTF-8; save it as one");
        Files.write(folder.resolve("study.yaml"), StudyFixture.STUDY.getBytes(StandardCharsets.UTF_16));
        assertThat(complaint()).endsWith("study.yaml: not a text file in UTF-8; save it as one");
        Files.delete(folder.resolve("study.yaml"));
        Files.createDirectory(folder.resolve("study.yaml"));
        assertThat(complaint()).endsWith("study.yaml: not a file but a folder, pipe or device; name a file");
    }

    @Test
    void aMarkOfTheByteOrderSaysNothing() throws IOException {
        String hash = read(List.of()).contentHash();
        write("\uFEFF" + StudyFixture.STUDY);
        assertThat(read(List.of()).contentHash()).isEqualTo(hash);
    }

    /** A zero has no sign. */
    @Test
    void negativeZeroIsZero() {
        assertThat(StudyFixture.valid().complaint("designs.hl.interlayer.thickness_um=-0"))
                .contains("got -0; must be a number > 0");
        StudyConfig zero = StudyFixture.valid().study("designs.bare.interface.area_specific_resistance_ohm_cm2=0");
        StudyConfig negative =
                StudyFixture.valid().study("designs.bare.interface.area_specific_resistance_ohm_cm2=-0.0");
        assertThat(negative.contentHash()).isEqualTo(zero.contentHash());
        assertThat(negative.resolvedYaml()).isEqualTo(zero.resolvedYaml());
    }

    @Test
    void aFileThatIsWrongAllOverIsNotListedLineByLine() throws IOException {
        StringBuilder keys = new StringBuilder(StudyFixture.STUDY);
        IntStream.range(0, 10_000).forEach(i -> keys.append("wrong").append(i).append(": 1\n"));
        write(keys.toString());
        assertThat(complaint()).hasLineCount(51).endsWith("and 9950 more");
    }
}
