package org.grainflux.study.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.BoundaryResistanceConfig;
import org.grainflux.study.config.ContactConfig;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.InterlayerConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceReaderTest {
    @TempDir
    Path temporary;

    private ReferenceCopy copy;

    @BeforeEach
    void copyAReference() throws IOException {
        copy = ReferenceCopy.in(temporary);
    }

    /** What the set is there for: nothing of the physics may lose its reference unseen. */
    @Test
    void theShippedReferencesCoverThePhysics() {
        List<Reference> references =
                ReferenceReader.readAll(Path.of("..", "..", "datasets", "references"), List.of(), List.of(), false);

        assertThat(references).extracting(Reference::name).contains("bicrystal-30", "bicrystal-60", "boundary-foot");
        assertThat(references).hasSizeGreaterThanOrEqualTo(12).allSatisfy(reference -> {
            assertThat(reference.golden()).isPresent();
            assertThat(reference.inputs()).contains("reference.yaml", "study.yaml");
        });
        assertThat(references).filteredOn(r -> !r.exactValues().isEmpty()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(references)
                .filteredOn(r -> r.tier() == Reference.Tier.STATISTICAL)
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(references).anyMatch(r -> r.study().electrolyte().anisotropyRatio() != 1);
        Set<Object> covered = new HashSet<>();
        for (Reference reference : references) {
            covered.add(reference.study().microstructure().dimension());
            covered.add(reference.study().microstructure().seeding());
            covered.add(reference.study().contact().model());
            covered.add(reference.study().boundaryResistance().model());
            for (DesignConfig design : reference.study().designs()) {
                covered.add(design.kind());
                if (design.interlayer() != null) {
                    covered.add(design.interlayer().sides());
                }
            }
        }
        assertThat(covered).contains(2, 3).contains((Object[]) DesignConfig.Kind.values());
        assertThat(covered).contains((Object[]) InterlayerConfig.Sides.values());
        assertThat(covered)
                .contains((Object[]) ContactConfig.Model.values())
                .contains((Object[]) BoundaryResistanceConfig.Model.values())
                .extracting(Object::toString)
                .contains("BRICKS", "IMAGE", "HARD_CORE", "LAGUERRE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tier: exact | tier: exat | reference.yaml:2: tier: got exat; must be one of exact, statistical, summary; did you mean exact?",
                "tier: exact | tier: statistical | tier: got statistical for a study of 1 realizations; must be 6 or more",
                "tier: exact | tier: summary | got foot_count with tier: summary; summary and summary_mesh_error go with",
                "quantity: foot_count | quantity: summary | got summary with tier: exact; summary and summary_mesh_error go with",
                "tier: exact | tire: exact | reference.yaml:2: tire: unknown key; did you mean tier?",
                "quantity: foot_count | quantity: feet_count | got feet_count; must be one of grain_count, foot_count",
                "quantity: foot_count | quantity: grain_count | quantities[1].quantity: got grain_count a second time",
                "compare: absolute | compare: interval | not used with compare: interval",
                "tolerance: 0 | tolerance: -1 | quantities[0].tolerance: got -1; must be a number >= 0",
                "tolerance: 0 | tolerance: .nan | quantities[0].tolerance: got .nan",
                "tier: exact | tier: !!java.lang.Runtime exact | the tag tag:yaml.org,2002:java.lang.Runtime is not read",
                "tier: exact | tier: [exact | not valid YAML",
            })
    void aWrongReferenceFileIsRefused(String old, String replacement, String message) throws IOException {
        copy.replace("reference.yaml", old, replacement);

        assertThatThrownBy(() -> copy.read(false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("reference.yaml")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"study.yaml", "reference.yaml"})
    void aChangedInputIsNamedAndMayBeAccepted(String file) throws IOException {
        Files.writeString(copy.file(file), Files.readString(copy.file(file)) + "# a remark\n");

        assertThatThrownBy(() -> copy.read(false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(file + ": its checksum is not the one in")
                .hasMessageContaining("--accept");
        assertThat(copy.read(true).unaccepted()).containsExactly(file);
    }

    @Test
    void aMaterialBelongsToTheReference() throws IOException {
        Path material = copy.references().resolve("materials").resolve("ceramic.yaml");
        Files.writeString(material, Files.readString(material).replace("5.0e-4", "5.1e-4"));

        assertThatThrownBy(() -> copy.read(false)).hasMessageContaining("ceramic.yaml: its checksum is not the one in");
    }

    /** Not even --accept takes a golden that somebody edited. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEditedGoldenIsRefused(boolean toAccept) throws IOException {
        copy.replace("golden.json", "\"value\":2.0", "\"value\":3.0");

        assertThatThrownBy(() -> copy.read(toAccept))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("golden.json: its checksum is not the one in");
    }

    @Test
    void aMissingGoldenAndDamagedChecksumsAreNamed() throws IOException {
        Files.delete(copy.file("golden.json"));
        assertThatThrownBy(() -> copy.read(false)).hasMessageContaining("golden.json: no such file; accept a first");
        assertThat(copy.read(true).golden()).isEmpty();

        Files.writeString(copy.file("SHA256SUMS"), "12  study.yaml\n");
        assertThatThrownBy(() -> copy.read(false)).hasMessageContaining("SHA256SUMS:1: must be 64 hexadecimal digits");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | not valid JSON",
                "[] | must have the keys fields, figures, samples",
                "{\"figures\":{},\"fields\":[],\"samples\":[]} | figures: must be a list",
                "{\"figures\":[{\"quantity\":\"speed\",\"place\":\"x\",\"value\":1}],\"fields\":[],\"samples\":[]} | unknown quantity speed",
                "{\"figures\":[{\"quantity\":\"unknowns\",\"place\":\"x\",\"value\":\"much\"}],\"fields\":[],\"samples\":[]} | must be a number",
                "{\"figures\":[{\"quantity\":\"unknowns\",\"place\":\"x\"}],\"fields\":[],\"samples\":[]} | figures[0]: must have the keys",
                "{\"figures\":[],\"fields\":[{\"quantity\":\"potential_V\",\"place\":\"x\",\"points_um\":[[1]],\"values\":[]}],\"samples\":[]} | 0 numbers for 1 points",
            })
    void aGoldenThatIsNoneIsRefused(String content, String message) throws IOException {
        Path file = Files.writeString(temporary.resolve("golden.json"), content);

        assertThatThrownBy(() -> Golden.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("golden.json")
                .hasMessageContaining(message);
    }

    @Test
    void aGoldenKeepsEveryBit() {
        ReferenceValues values = new ReferenceValues(
                List.of(
                        new ReferenceValues.Figure("unknowns", "structure", 0.1 + 0.2),
                        new ReferenceValues.Figure("foot_count", "structure", Double.NaN),
                        new ReferenceValues.Figure("grain_count", "structure", Double.POSITIVE_INFINITY)),
                List.of(new ReferenceValues.Field(
                        "potential_V", "here", new double[][] {{1.0 / 3, Math.PI}}, new double[] {-1e-300})),
                List.of(new ReferenceValues.Sample("cov_w200", "bare", new double[] {Math.E, Double.NaN})));
        Path file = temporary.resolve("golden.json");

        Golden.write(file, values);

        ReferenceValues read = Golden.read(file);
        assertThat(read.figures()).isEqualTo(values.figures());
        assertThat(read.fields().get(0).pointsUm()[0]).containsExactly(1.0 / 3, Math.PI);
        assertThat(read.fields().get(0).values()).containsExactly(-1e-300);
        assertThat(read.samples().get(0).values()).containsExactly(Math.E, Double.NaN);
    }

    @Test
    void anUnknownNameAndAnEmptyFolderAreRefused() {
        assertThatThrownBy(() -> ReferenceReader.readAll(copy.references(), List.of("brik"), List.of(), false))
                .hasMessageContaining("holds no reference brik; it has bicrystal-60");
        assertThatThrownBy(() ->
                        ReferenceReader.readAll(copy.references().resolve("materials"), List.of(), List.of(), false))
                .hasMessageContaining("holds no reference");
        assertThatThrownBy(() -> ReferenceReader.readAll(temporary.resolve("nowhere"), List.of(), List.of(), false))
                .hasMessageContaining("nowhere: no such folder");
    }
}
