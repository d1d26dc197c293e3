package org.grainflux.study.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceTest {
    private static final String REASON = "the grains conduct better";

    @TempDir
    Path temporary;

    private ReferenceCopy copy;

    @BeforeEach
    void copyAReference() throws IOException {
        copy = ReferenceCopy.in(temporary);
    }

    @Test
    void whatAgreesStaysAsItIs() throws IOException {
        String golden = Files.readString(copy.file("golden.json"));

        assertThat(new Acceptance(copy.references(), REASON).accept(copy.run(true)))
                .isEmpty();

        assertThat(copy.file("golden.json")).hasContent(golden);
        assertThat(Files.readString(copy.changelog())).doesNotContain(REASON);
    }

    @Test
    void aChangeIsWrittenWithItsChecksumsAndToldInTheChangelog() throws IOException {
        Path material = copy.references().resolve("materials").resolve("ceramic.yaml");
        Files.writeString(material, Files.readString(material).replace("5.0e-4", "5.1e-4"));

        assertThat(new Acceptance(copy.references(), "  the grains\n conduct better. ").accept(copy.run(true)))
                .containsExactly(ReferenceCopy.NAME);

        // Read without leave to differ: files and checksums fit, and the program agrees with the new golden.
        assertThat(copy.run(false).get(0).agrees()).isTrue();
        String changelog = Files.readString(copy.changelog());
        assertThat(changelog.replaceAll("\\s+", " "))
                .contains("### Results changed - References (bicrystal-60): the grains conduct better. Furthest beyond")
                .contains("- Something. ### Results changed")
                .containsPattern("from [0-9.e-]+ to [0-9.e-]+\\. ## 0.1 ### Fixed - Old.");
        assertThat(changelog.lines()).allMatch(line -> line.length() <= 150);
    }

    @Test
    void aFirstGoldenIsAnAddition() throws IOException {
        Files.delete(copy.file("golden.json"));
        Files.delete(copy.file("SHA256SUMS"));

        assertThat(new Acceptance(copy.references(), REASON).accept(copy.run(true)))
                .containsExactly(ReferenceCopy.NAME);

        assertThat(Files.readString(copy.changelog()))
                .contains("### Added\n- Something.\n- Reference structures (bicrystal-60): " + REASON + ".\n\n## 0.1");
        assertThat(copy.run(false).get(0).agrees()).isTrue();
    }

    @Test
    void aChangedToleranceIsToldAsWell() throws IOException {
        copy.replace("reference.yaml", "tolerance: 1.0e-9", "tolerance: 1.0e-8");

        assertThat(new Acceptance(copy.references(), REASON).accept(copy.run(true)))
                .containsExactly(ReferenceCopy.NAME);

        assertThat(Files.readString(copy.changelog())).contains(REASON + ". No value moves beyond its tolerance.");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "why not", "a \u0007 bell in the reason"})
    void aReasonIsNeeded(String reason) {
        assertThatThrownBy(() -> new Acceptance(copy.references(), reason))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("--reason");
    }

    @Test
    void aChangelogIsNeeded() throws IOException {
        Files.writeString(copy.changelog(), "# Changelog\n");
        assertThatThrownBy(() -> new Acceptance(copy.references(), REASON))
                .hasMessageContaining("has no line \"## Unreleased\"");
        Files.delete(copy.changelog());
        assertThatThrownBy(() -> new Acceptance(copy.references(), REASON))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("CHANGELOG.md: no such file");
    }

    /** A golden that contradicts a formula would be a wrong result with a seal on it. */
    @Test
    void whatContradictsAKnownValueIsNotAccepted() throws IOException {
        Files.writeString(
                copy.file("reference.yaml"),
                Files.readString(copy.file("reference.yaml"))
                        + "exact_values:\n  - quantity: grain_count\n    value: 3\n    relative_tolerance: 1e-9\n"
                        + "    source: counted by hand\n");
        String golden = Files.readString(copy.file("golden.json"));
        List<Outcome> outcomes = copy.run(true);
        Acceptance acceptance = new Acceptance(copy.references(), REASON);

        assertThatThrownBy(() -> acceptance.accept(outcomes))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("grain_count, structure, is 2 but known to be 3 (counted by hand)");
        assertThat(copy.file("golden.json")).hasContent(golden);
    }
}
