package org.grainflux.study.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong input is refused with file, line, key, value, what is allowed, and the cure. */
class WrongStudyTest {
    private static final String DESIGN_KEYS =
            "material, thickness_um, conductivity_S_per_cm, charge_transfer_lithium_ohm_cm2,"
                    + " charge_transfer_electrolyte_ohm_cm2, transference_number, sides";

    static Stream<Arguments> spoiltLines() {
        String thickness = "dir/study.yaml:22: designs[2].interlayer.thickness_um";
        return Stream.of(
                // Keys
                arguments(
                        "thickness_um: 10",
                        "thicknes_um: 10",
                        "dir/study.yaml:22: designs[2].interlayer.thicknes_um: unknown key; did you mean thickness_um?"
                                + " Allowed here: " + DESIGN_KEYS),
                arguments(
                        "thickness_um: 10",
                        "thickness_nm: 300",
                        "dir/study.yaml:22: designs[2].interlayer.thickness_nm: wrong unit: use thickness_um (1 nm = 1e-3"
                                + " µm); here thickness_um: 0.3"),
                arguments(
                        "conductivity_S_per_cm: 1.0e-4",
                        "conductivity_S_per_m: 0.01",
                        "dir/study.yaml:23: designs[2].interlayer.conductivity_S_per_m: wrong unit: use"
                                + " conductivity_S_per_cm (1 S/m = 0.01 S/cm); here conductivity_S_per_cm: 1e-4"),
                arguments(
                        "thickness_um: 10",
                        "thickness: 10",
                        "dir/study.yaml:22: designs[2].interlayer.thickness: unknown key: the unit is missing; use"
                                + " thickness_um (µm)"),
                arguments(
                        "sides: both",
                        "grain_size_um: 3",
                        "dir/study.yaml:24: designs[2].interlayer.grain_size_um: unknown key here; it belongs in"
                                + " microstructure. Allowed here: " + DESIGN_KEYS),
                arguments(
                        "seed: 7",
                        "seed: 7\nseed: 8",
                        "dir/study.yaml:3: seed: written twice, first in line 2; remove one of them"),
                // Numbers
                arguments("thickness_um: 10", "thickness_um: 0", thickness + ": got 0; must be a number > 0 (µm)"),
                arguments("thickness_um: 10", "thickness_um: -1", thickness + ": got -1; must be a number > 0 (µm)"),
                arguments(
                        "thickness_um: 10", "thickness_um: .nan", thickness + ": got .nan; must be a number > 0 (µm)"),
                arguments(
                        "thickness_um: 10", "thickness_um: .inf", thickness + ": got .inf; must be a number > 0 (µm)"),
                arguments(
                        "thickness_um: 10",
                        "thickness_um: 1e999",
                        thickness + ": got 1e999; must be a number > 0 (µm)"),
                arguments(
                        "thickness_um: 10",
                        "thickness_um: 10 um",
                        thickness + ": got 10 um; must be a number > 0 (µm); write the number alone, its unit is in the"
                                + " name of the key"),
                arguments(
                        "thickness_um: 10",
                        "thickness_um: \"10\"",
                        thickness + ": got \"10\"; must be a number > 0 (µm); remove the quotes"),
                arguments(
                        "height_um: 50",
                        "height_um: tall",
                        "dir/study.yaml:7: microstructure.height_um: got tall; must be a number > 0 (µm)"),
                arguments(
                        "height_um: 50",
                        "height_um:",
                        "dir/study.yaml:7: microstructure.height_um: got nothing; must be a number > 0 (µm)"),
                arguments(
                        "realizations: 8",
                        "realizations: 8.5",
                        "dir/study.yaml:3: realizations: got 8.5; must be a whole number >= 1 and <= 10000000"),
                arguments(
                        "realizations: 8",
                        "realizations: 0",
                        "dir/study.yaml:3: realizations: got 0; must be a whole number >= 1 and <= 10000000"),
                arguments("seed: 7", "seed: 1e3", "dir/study.yaml:2: seed: got 1e3; must be a whole number"),
                // Distributions, lists and ranges
                arguments(
                        "thickness_um: 10",
                        "thickness_um: {median: 3, low95: 1, hi95: 5}",
                        thickness + ".hi95: unknown key; did you mean high95? Allowed here: median, low95, high95"),
                arguments(
                        "thickness_um: 10",
                        "thickness_um: {median: 3, low95: 4, high95: 5}",
                        thickness
                                + ": a median with a 95 % range needs 0 < low95 < median < high95, got median 3.0, range"
                                + " 4.0 to 5.0"),
                arguments(
                        "thickness_um: 10",
                        "thickness_um: {low: 3, high: 1, distribution: uniform}",
                        thickness + ": a uniform distribution needs finite low < high, got low 3.0, high 1.0"),
                arguments(
                        "distribution: log_uniform",
                        "distribution: loguniform",
                        "dir/study.yaml:17: designs[1].interface.area_specific_resistance_ohm_cm2.distribution: got"
                                + " loguniform; must be one of uniform, log_uniform; did you mean log_uniform?"),
                arguments(
                        "low: 14, ",
                        "low: -14, ",
                        "dir/study.yaml:17: designs[1].interface.area_specific_resistance_ohm_cm2.low: got -14; must be a"
                                + " number >= 0"),
                arguments(
                        "thickness_um: 10",
                        "thickness_um: [1, 2, 1]",
                        thickness + "[2]: got 1 a second time; remove it"),
                arguments(
                        "thickness_um: 10",
                        "thickness_um: [1, x]",
                        thickness + "[1]: got x; must be a number > 0 (µm)"),
                arguments(
                        "thickness_um: 10",
                        "thickness_um: {from: 0.3, to: 10, count: 1}",
                        thickness + ".count: got 1; must be a whole number >= 2 and <= 10000"),
                arguments(
                        "thickness_um: 10",
                        "thickness_um: {form: 0.3, to: 10, count: 3}",
                        thickness + ".form: unknown key; did you mean from? Allowed here: from, to, count, spacing"),
                arguments(
                        "area_specific_resistance_ohm_cm2: 1000",
                        "area_specific_resistance_ohm_cm2: {from: 0, to: 10, count: 3, spacing: log}",
                        "dir/study.yaml:13: designs[0].interface.area_specific_resistance_ohm_cm2: spacing: log needs from"
                                + " > 0 and to > 0, got from 0, to 10"),
                arguments(
                        "grain_size_um: 10",
                        "grain_size_um: [5, 10]",
                        "dir/study.yaml:8: microstructure.grain_size_um: got a list of 2; must be a number > 0 (µm)"),
                // Geometry
                arguments(
                        "grain_size_um: 10",
                        "grain_size_um: 30",
                        "dir/study.yaml:6: microstructure.width_um: got 100 µm; a periodic width must be at least 4 grain"
                                + " sizes, here 120 µm, or a grain becomes its own neighbour"),
                arguments(
                        "height_um: 50",
                        "height_um: 5",
                        "dir/study.yaml:7: microstructure.height_um: got 5 µm; the electrolyte must be at least one grain"
                                + " thick, here 10 µm"),
                arguments(
                        "dimension: 2",
                        "dimension: 4",
                        "dir/study.yaml:5: microstructure.dimension: got 4; must be a whole number >= 2 and <= 3"),
                // Words and names
                arguments(
                        "seeding: hard_core",
                        "seeding: hardcore",
                        "dir/study.yaml:9: microstructure.seeding: got hardcore; must be one of poisson, hard_core,"
                                + " centroidal, laguerre, bricks, image; did you mean hard_core?"),
                arguments(
                        "seeding: hard_core",
                        "seeding: poisson\n  hard_core_ratio: 0.6",
                        "dir/study.yaml:10: microstructure.hard_core_ratio: not used with seeding: poisson, only with"
                                + " seeding: hard_core; remove it"),
                arguments(
                        "name: au",
                        "name: a/u",
                        "dir/study.yaml:14: designs[1].name: got a/u; must be a name of at most 80 letters, digits, dots,"
                                + " hyphens and underscores that starts with a letter or digit"),
                arguments(
                        "name: au",
                        "name: Bare",
                        "dir/study.yaml:14: designs[1].name: got Bare, already the name of a design at dir/study.yaml:12;"
                                + " names must differ in more than case"),
                // Kinds of design
                arguments(
                        "    interface: {area_specific_resistance_ohm_cm2: 1000}\n",
                        "",
                        "dir/study.yaml:12: designs[0].interface: missing; with kind: bare must be"
                                + " {area_specific_resistance_ohm_cm2: a number >= 0, or a distribution}"),
                arguments(
                        "    kind: metallic\n",
                        "    kind: metallic\n    interlayer: {thickness_um: 1}\n",
                        "dir/study.yaml:16: designs[1].interlayer: not used with kind: metallic, only with kind:"
                                + " ionic_layer; remove it"),
                arguments(
                        "sides: both",
                        "sides: lower",
                        "dir/study.yaml:18: designs[2].interface: missing; with sides: lower the other electrode needs"
                                + " {area_specific_resistance_ohm_cm2: ...}"),
                arguments(
                        "kind: ionic_layer",
                        "kind: ionic_layer\n    interface: {area_specific_resistance_ohm_cm2: 3}",
                        "dir/study.yaml:20: designs[2].interface: not used when the layer is on both sides: lithium meets"
                                + " the layer only; give interlayer.charge_transfer_lithium_ohm_cm2 and"
                                + " interlayer.charge_transfer_electrolyte_ohm_cm2 instead"),
                arguments(
                        "- name: bare",
                        "- name: bare\n    observed: naked",
                        "dir/study.yaml:13: designs[0].observed: got naked; must be one of the designs under"
                                + " observations: (none given)"),
                // Files
                arguments(
                        "electrolyte: llzto.yaml",
                        "electrolyte: lzto.yaml",
                        "dir/study.yaml:10: electrolyte: got lzto.yaml: dir/lzto.yaml: no such file"),
                arguments(
                        "seed: 7",
                        "seed: [7",
                        "dir/study.yaml:3 (column 13): not valid YAML: expected ',' or ']', but got :"));
    }

    @ParameterizedTest
    @MethodSource("spoiltLines")
    void aSpoiltLineIsRefused(String piece, String by, String complaint) {
        assertThat(StudyFixture.valid().replacing(piece, by).complaint()).isEqualTo(complaint);
    }

    static Stream<Arguments> spoiltMaterials() {
        return Stream.of(
                arguments(
                        "{value: 145, source: \"Lu 2021\"}",
                        "145",
                        "dir/llzto.yaml:5: youngs_modulus_GPa: got 145; must be a number > 0 (GPa), with its source: {value:"
                                + " ..., source: \"Author Year, doi\"} or {value: ..., assumed: \"reason\"}"),
                arguments(
                        "{value: 145, source: \"Lu 2021\"}",
                        "{value: 145}",
                        "dir/llzto.yaml:5: youngs_modulus_GPa: missing; give source or assumed"),
                arguments(
                        "{value: 145, source: \"Lu 2021\"}",
                        "{value: 145, source: Lu}",
                        "dir/llzto.yaml:5: youngs_modulus_GPa.source: got Lu; must be a source: author, year, and DOI if"
                                + " any"),
                arguments(
                        "{value: 145, source: \"Lu 2021\"}",
                        "{value: 145, assumed: true}",
                        "dir/llzto.yaml:5: youngs_modulus_GPa.assumed: got true; must be the reason of the assumption, in"
                                + " words"),
                arguments(
                        "{value: 145, source: \"Lu 2021\"}",
                        "{value: 145, source: Lu 2021, assumed: or perhaps not}",
                        "dir/llzto.yaml:5: youngs_modulus_GPa.assumed: given beside source; give either source or"
                                + " assumed"),
                arguments(
                        "youngs_modulus_GPa: {value: 145,",
                        "youngs_modulus_MPa: {value: 145000,",
                        "dir/llzto.yaml:5: youngs_modulus_MPa: wrong unit: use youngs_modulus_GPa (1 MPa = 1e-3 GPa); here"
                                + " youngs_modulus_GPa: 145"),
                arguments(
                        "poisson_ratio: {value: 0.26",
                        "poisson_ratio: {value: 0.6",
                        "dir/llzto.yaml:7: poisson_ratio.value: got 0.6; must be a number > 0 and < 0.5"),
                arguments(
                        "poisson_ratio: {value",
                        "poisson_ratio: {valeu",
                        "dir/llzto.yaml:7: poisson_ratio.valeu: unknown key; did you mean value? Allowed here: value,"
                                + " source, assumed"),
                arguments(
                        "thickness_nm: {value: 5",
                        "thickness_nm: {value: 500",
                        "dir/llzto.yaml:4: grain_boundary_thickness_nm: got 500 nm; must be below 1 % of the grain size,"
                                + " here 100 nm: a boundary is computed as an interface without thickness"),
                arguments(
                        "hardness_GPa: {value: 6.3, source: \"Ni 2012\"}\n",
                        "",
                        "dir/llzto.yaml:1: hardness_GPa: missing; must be a number > 0 (GPa), with its source: {value: ...,"
                                + " source: \"Author Year, doi\"} or {value: ..., assumed: \"reason\"}"),
                arguments(
                        "grain_boundary_conductivity_S_per_cm: {value: 5e-7, assumed: \"inferred from the total\"}\n",
                        "",
                        "dir/llzto.yaml:1: missing; give grain_boundary_conductivity_S_per_cm or"
                                + " grain_boundary_resistance_ohm_cm2"),
                arguments(
                        "{value: 5e-7, assumed",
                        "{value: {low: 1e-7, high: 1e-6, distribution: uniform}, assumed",
                        "dir/llzto.yaml:3: grain_boundary_conductivity_S_per_cm: got a uniform distribution; its inverse,"
                                + " the resistance, is not uniform: use log_uniform, or give"
                                + " grain_boundary_resistance_ohm_cm2"));
    }

    @ParameterizedTest
    @MethodSource("spoiltMaterials")
    void aSpoiltMaterialIsRefused(String piece, String by, String complaint) {
        assertThat(StudyFixture.valid().replacing("dir/llzto.yaml", piece, by).complaint())
                .isEqualTo(complaint);
    }

    static Stream<Arguments> spoiltAdditions() {
        return Stream.of(
                arguments(
                        "numerics: {foot_element_nm: 20000}",
                        "dir/study.yaml:25: numerics.foot_element_nm: got 20000 nm; must not exceed the grain size, here 10"
                                + " µm"),
                arguments(
                        "numerics: {foot_element_nm: 800}",
                        "dir/study.yaml:25: numerics.electrode_element_um: got 0.55 µm; must not be below foot_element_nm,"
                                + " here 800 nm"),
                arguments(
                        "numerics: {interior_element_um: 0.1}",
                        "dir/study.yaml:25: numerics.interior_element_um: got 0.1 µm; must not be below"
                                + " electrode_element_um, here 0.55 µm"),
                arguments(
                        "contact: {stack_pressure_MPa: 1, spot_period_um: 500}",
                        "dir/study.yaml:25: contact.spot_period_um: got 500 µm; must not exceed microstructure.width_um,"
                                + " here 100 µm"),
                arguments(
                        "contact: {model: intimate, spot_period_um: 5}",
                        "dir/study.yaml:25: contact.spot_period_um: not used with model: intimate, only with model: rough;"
                                + " remove it"),
                arguments(
                        "protocol: {start_mA_per_cm2: 5, maximum_mA_per_cm2: 2}",
                        "dir/study.yaml:25: protocol.maximum_mA_per_cm2: got 2 mA/cm²; must be above start_mA_per_cm2, here"
                                + " 5"),
                arguments(
                        "temperature_C: 298.15",
                        "dir/study.yaml:25: temperature_C: got 298.15; must be a number >= -100 and <= 180 (°C)"),
                arguments(
                        "temperature_K: 298.15",
                        "dir/study.yaml:25: temperature_K: wrong unit: use temperature_C (1 K = -272.15 °C); here"
                                + " temperature_C: 25"),
                arguments(
                        "observations: {name: x, values: []}",
                        "dir/study.yaml:25: observations.values: got a list of 0; must be a list of at least 1, each a"
                                + " mapping with keys design, bound, critical_current_density_mA_per_cm2"));
    }

    @ParameterizedTest
    @MethodSource("spoiltAdditions")
    void aSpoiltAdditionIsRefused(String line, String complaint) {
        assertThat(StudyFixture.valid().adding(line + "\n").complaint()).isEqualTo(complaint);
    }

    @Test
    void theFixtureItselfIsAccepted() {
        assertThat(StudyFixture.valid().complaint()).isEqualTo("accepted");
    }

    @Test
    void everythingWrongIsReportedTogetherInTheOrderOfTheLines() {
        String complaint = StudyFixture.valid()
                .replacing("name: hl", "name: h l")
                .replacing("seed: 7", "sed: 7")
                .replacing("grain_size_um: 10", "grain_size_um: 200")
                .replacing("dir/ppc.yaml", "{value: 2e-5", "{value: -2e-5")
                .complaint();

        assertThat(complaint.lines().map(line -> line.substring(0, line.indexOf(": ", 20))))
                .containsExactly(
                        "dir/study.yaml:2: sed",
                        "dir/study.yaml:7: microstructure.height_um",
                        "dir/study.yaml:8: microstructure.grain_size_um",
                        "dir/study.yaml:18: designs[2].name",
                        "dir/ppc.yaml:2: conductivity_S_per_cm.value");
    }

    @Test
    void aKeyThatWasMeantIsNotReportedMissingAsWell() {
        assertThat(StudyFixture.valid()
                        .replacing("grain_size_um: 10", "grainsize_um: 10")
                        .complaint()
                        .lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("did you mean grain_size_um?");
    }

    @Test
    void aMaterialReadTwiceComplainsOnce() {
        assertThat(StudyFixture.valid()
                        .adding("  - name: hl2\n    kind: ionic_layer\n"
                                + "    interlayer: {material: ppc.yaml, thickness_um: 5}\n")
                        .replacing("dir/ppc.yaml", "transference_number:", "transference_numbr:")
                        .complaint()
                        .lines()
                        .filter(line -> line.contains("transference_numbr")))
                .hasSize(1);
    }

    @Test
    void somethingThatIsNotAStudyIsRefused() {
        assertThat(StudyFixture.valid().with("dir/study.yaml", "").complaint())
                .startsWith("dir/study.yaml:1: got nothing; must be a mapping with keys study,");
        assertThat(StudyFixture.valid().with("dir/study.yaml", "- a\n").complaint())
                .startsWith("dir/study.yaml:1: got a list of 1; must be a mapping with keys study,");
    }

    @Test
    void aDocumentThatContainsItselfIsRefused() {
        assertThat(StudyFixture.valid()
                        .with("dir/study.yaml", "study: &a\n  b: *a\n")
                        .complaint())
                .isEqualTo("dir/study.yaml:2: *a stands for nothing that ends before it");
    }

    @Test
    void tooManyDesignsAreRefusedBeforeTheyAreMade() {
        String range = "{from: 1, to: 2, count: 1000}";
        assertThat(StudyFixture.valid()
                        .replacing("thickness_um: 10", "thickness_um: " + range)
                        .replacing("conductivity_S_per_cm: 1.0e-4", "conductivity_S_per_cm: " + range)
                        .complaint())
                .isEqualTo(
                        "dir/study.yaml:18: designs[2]: expands to 1000000 designs; a study may have 100000; shorten its"
                                + " lists");
    }
}
