package org.grainflux.study.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schema agrees with what the reader accepts. */
class StudySchemaTest {
    private static final Path CONFIGS = Path.of("..", "..", "configs");
    private static final Schema STUDY = schema(StudySchema.json());

    private static Schema schema(String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json, InputFormat.JSON);
    }

    private static List<Error> validate(Schema schema, String yaml) {
        return schema.validate(yaml, InputFormat.YAML);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interlayers.yaml", "paper.yaml", "smoke.yaml"})
    void theShippedStudiesConform(String name) throws IOException {
        assertThat(validate(STUDY, Files.readString(CONFIGS.resolve(name)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lu-2021-llzto.yaml, ELECTROLYTE",
        "ppc-litfsi.yaml, INTERLAYER",
        "lithium.yaml, LITHIUM",
        "lu-2021-observations.yaml, OBSERVATIONS"
    })
    void theShippedMaterialsConform(String name, StudySchema.MaterialKind kind) throws IOException {
        String yaml = Files.readString(CONFIGS.resolve("materials").resolve(name));

        assertThat(validate(schema(StudySchema.json(kind)), yaml)).isEmpty();
    }

    @Test
    void everyShippedMaterialIsTested() throws IOException {
        try (var files = Files.list(CONFIGS.resolve("materials"))) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "lu-2021-llzto.yaml", "ppc-litfsi.yaml", "lithium.yaml", "lu-2021-observations.yaml");
        }
    }

    @Test
    void theResolvedStudyConforms() {
        assertThat(validate(STUDY, StudyFixture.valid().study().resolvedYaml())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "thickness_um: 10, thicknes_um: 10",
        "thickness_um: 10, thickness_um: 0",
        "thickness_um: 10, thickness_um: thick",
        "thickness_um: 10, 'thickness_um: [1, 1]'",
        "realizations: 8, realizations: 0",
        "realizations: 8, realizations: 8.5",
        "seeding: hard_core, seeding: hardcore",
        "seeding: hard_core, 'seeding: poisson\n  hard_core_ratio: 0.6'",
        "kind: metallic, kind: ionic_layer",
        "kind: ionic_layer, kind: metallic",
        "grain_size_um: 10, ''",
        "distribution: log_uniform, distribution: loguniform",
    })
    void schemaAndReaderRefuseTheSame(String piece, String by) {
        StudyFixture spoilt = StudyFixture.valid().replacing(piece, by);

        assertThat(validate(STUDY, spoilt.read("dir/study.yaml"))).isNotEmpty();
        assertThat(spoilt.complaint()).isNotEqualTo("accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thickness_um: [1, 2]",
                "thickness_um: {from: 1, to: 2, count: 3}",
                "thickness_um: {from: 1, to: 2, count: 3, spacing: log}",
                "thickness_um: {median: 3, low95: 1, high95: 9}",
                "thickness_um: {median: 3, sigma_ln: 0.4}",
                "thickness_um: {low: 1, high: 9, distribution: uniform}"
            })
    void schemaAndReaderAcceptTheSame(String line) {
        StudyFixture study = StudyFixture.valid().replacing("thickness_um: 10", line);

        assertThat(validate(STUDY, study.read("dir/study.yaml"))).isEmpty();
        assertThat(study.complaint()).isEqualTo("accepted");
    }

    @Test
    void aMaterialValueNeedsItsSourceInTheSchemaToo() {
        Schema electrolyte = schema(StudySchema.json(StudySchema.MaterialKind.ELECTROLYTE));

        assertThat(validate(electrolyte, StudyFixture.LLZTO)).isEmpty();
        assertThat(validate(electrolyte, StudyFixture.LLZTO.replace(", source: \"Hu 2020\"", "")))
                .isNotEmpty();
        assertThat(validate(electrolyte, StudyFixture.LLZTO.replace("{value: 145, source: \"Lu 2021\"}", "145")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(StudySchema.MaterialKind.class)
    void everySchemaNamesItsDialect(StudySchema.MaterialKind kind) {
        assertThat(StudySchema.json(kind)).contains("https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void theSchemaTellsAnEditorWhatAKeyMeans() {
        assertThat(StudySchema.json())
                .contains("\"description\" : \"(cell measure / number of grains)^(1/dimension) (µm)\"")
                .contains("\"default\" : 40");
    }
}
