package org.grainflux.study.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.grainflux.core.ScalarDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Defaults, expansion, the hash, and the file that a run keeps. */
class ResolvedStudyTest {
    /** NaN, which says "not given", equals itself. */
    private static final RecursiveComparisonConfiguration BY_BITS = RecursiveComparisonConfiguration.builder()
            .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
            .build();

    private static String hash(StudyFixture fixture) {
        return fixture.study().contentHash();
    }

    @Test
    void whatIsNotWrittenHasItsDefault() {
        StudyConfig study = StudyFixture.valid().study();

        assertThat(study.statistics()).isEqualTo(new StatisticsConfig(4, 4, false, 2000, 0.05, 1e-4));
        assertThat(study.numerics()).isEqualTo(new NumericsConfig(20e-9, 0, 0.55e-6, 0.85e-6, 0.3, 2, 1, 0.015));
        assertThat(study.contact().model()).isEqualTo(ContactConfig.Model.INTIMATE);
        assertThat(study.microstructure().hardCoreRatio()).isEqualTo(0.6);
        assertThat(study.boundaryResistance().fixesTotalConductivity()).isFalse();
        assertThat(study.electrolyte().flaws().perFoot()).isEqualTo(1);
        assertThat(study.electrolyte().flaws().sizeM()).isEqualTo(new ScalarDistribution.LogNormal(2.1 * 1e-6, 1.0));
        assertThat(study.lithium().confinedYieldExponent()).isEqualTo(-0.68);
        assertThat(study.design("au").kind()).isEqualTo(DesignConfig.Kind.METALLIC);
        assertThat(study.design("bare").kind()).isEqualTo(DesignConfig.Kind.BARE);
    }

    @Test
    void aContactSectionMeansRoughContact() {
        StudyConfig study = StudyFixture.valid()
                .adding("contact: {stack_pressure_MPa: 2}\n")
                .study();

        assertThat(study.contact())
                .isEqualTo(new ContactConfig(ContactConfig.Model.ROUGH, ScalarDistribution.fixed(2e6), 3, 0.05, 5e-6));
    }

    @Test
    void theDesignsOwnValueGoesBeforeTheMaterials() {
        InterlayerConfig layer = StudyFixture.valid().study().design("hl").interlayer();

        assertThat(layer.conductivitySPerM().median()).isCloseTo(1e-2, within(1e-17));
        assertThat(layer.lithiumChargeTransferOhmM2().median()).isEqualTo(2e-4);
        assertThat(layer.transferenceNumber()).isEqualTo(new ScalarDistribution.Uniform(0.2, 0.6));
        assertThat(layer.material()).isEqualTo("polymer");
    }

    @Test
    void theLayerIsOnTheSidesThatAreNamed() {
        DesignConfig lower = StudyFixture.valid()
                .replacing("sides: both", "sides: lower")
                .replacing(
                        "kind: ionic_layer", "kind: ionic_layer\n    interface: {area_specific_resistance_ohm_cm2: 3}")
                .study()
                .design("hl");

        assertThat(lower.hasInterlayerAt(0)).isTrue();
        assertThat(lower.hasInterlayerAt(1)).isFalse();
        assertThat(lower.interfaceResistanceOhmM2().median()).isCloseTo(3e-4, within(1e-18));
    }

    @Test
    void listsAndRangesAreExpandedAsAProductWithReadableNames() {
        List<DesignConfig> designs = StudyFixture.valid()
                .replacing("thickness_um: 10", "thickness_um: {from: 0.3, to: 30, count: 3, spacing: log}")
                .replacing("conductivity_S_per_cm: 1.0e-4", "conductivity_S_per_cm: [1e-5, 1e-4]")
                .study()
                .designs();

        assertThat(designs)
                .extracting(DesignConfig::name)
                .containsExactly(
                        "bare",
                        "au",
                        "hl-t0.3um-s1e-5",
                        "hl-t0.3um-s1e-4",
                        "hl-t3um-s1e-5",
                        "hl-t3um-s1e-4",
                        "hl-t30um-s1e-5",
                        "hl-t30um-s1e-4");
        assertThat(designs.get(4).interlayer().thicknessM().median()).isEqualTo(3e-6);
        assertThat(designs.get(4).interlayer().conductivitySPerM().median()).isCloseTo(1e-3, within(1e-18));
        assertThat(designs.get(4).label()).isEqualTo("hl, 3 µm, 1e-5 S/cm");
    }

    @Test
    void valuesThatAgreeInThreeDigitsGetLongerNames() {
        Set<String> names =
                StudyFixture.valid()
                        .replacing("thickness_um: 10", "thickness_um: [1.0001, 1.0002]")
                        .study()
                        .designs()
                        .stream()
                        .map(DesignConfig::name)
                        .collect(Collectors.toSet());

        assertThat(names).contains("hl-t1.0001um", "hl-t1.0002um");
    }

    @Test
    void conductivitiesAreThoseAtTheStudysTemperature() {
        ElectrolyteConfig cold = StudyFixture.valid().study().electrolyte();
        ElectrolyteConfig warm =
                StudyFixture.valid().adding("temperature_C: 60\n").study().electrolyte();

        // exp[0.28 eV/k (1/298.15 - 1/333.15)] = 3.141; 0.52 eV gives 8.379.
        assertThat(warm.grainConductivitySPerM().median()
                        / cold.grainConductivitySPerM().median())
                .isCloseTo(3.14, within(0.01));
        assertThat(cold.boundaryResistanceOhmM2().median()
                        / warm.boundaryResistanceOhmM2().median())
                .isCloseTo(8.38, within(0.02));
    }

    @Test
    void aDistributionOfTheBoundaryConductivityBecomesOneOfTheResistance() {
        ScalarDistribution resistance = StudyFixture.valid()
                .replacing(
                        "dir/llzto.yaml",
                        "{value: 5e-7, assumed",
                        "{value: {low: 1e-7, high: 1e-6, distribution: log_uniform}, assumed")
                .study()
                .electrolyte()
                .boundaryResistanceOhmM2();

        // 5 nm over 1e-6 and 1e-7 S/cm: 0.5 and 5 ohm cm2.
        ScalarDistribution.LogUniform range = (ScalarDistribution.LogUniform) resistance;
        assertThat(range.low()).isCloseTo(0.5e-4, within(1e-18));
        assertThat(range.high()).isCloseTo(5e-4, within(1e-17));
    }

    @ParameterizedTest
    @CsvSource({
        "thickness_um: 10, thickness_um: 10.0",
        "thickness_um: 10, thickness_um: 1e1",
        "thickness_um: 10, thickness_um: 10   # as built",
        "seed: 7, seed:   7",
        "realizations: 8, realizations: 800",
        "study: test, study: renamed",
        "conductivity_S_per_cm: 1.0e-4, conductivity_S_per_cm: 0.0001",
        "name: bare, 'name: bare\n    kind: bare'",
        "name: bare, 'name: bare\n    label: no layer'",
    })
    void formattingAndTheNumberOfRealizationsDoNotChangeTheHash(String piece, String by) {
        assertThat(hash(StudyFixture.valid().replacing(piece, by))).isEqualTo(hash(StudyFixture.valid()));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "statistics: {bootstrap_resamples: 500}",
                "statistics: {failure_quota_percent: 1}",
                "statistics: {flaw_draws: 4}",
                "numerics: {foot_element_nm: 20}",
                "description: another word",
                "observations: {name: x, values: [{design: bare, critical_current_density_mA_per_cm2:"
                        + " {value: 1, source: Lu 2021}}]}"
            })
    void whatIsDoneWithThePopulationDoesNotChangeTheHash(String line) {
        assertThat(hash(StudyFixture.valid().adding(line + "\n"))).isEqualTo(hash(StudyFixture.valid()));
    }

    @ParameterizedTest
    @CsvSource({
        "thickness_um: 10, thickness_um: 10.000001",
        "seed: 7, seed: 8",
        "height_um: 50, height_um: 60",
        "name: bare, name: nackt",
        "seeding: hard_core, seeding: poisson",
        "sides: both, 'sides: both\n      transference_number: 0.3'",
    })
    void valuesChangeTheHash(String piece, String by) {
        assertThat(hash(StudyFixture.valid().replacing(piece, by))).isNotEqualTo(hash(StudyFixture.valid()));
    }

    @Test
    void aMaterialsValueChangesTheHashAndItsSourceDoesNot() {
        String original = hash(StudyFixture.valid());

        assertThat(hash(StudyFixture.valid().replacing("dir/llzto.yaml", "value: 145", "value: 146")))
                .isNotEqualTo(original);
        assertThat(hash(StudyFixture.valid().replacing("dir/llzto.yaml", "Hu 2020", "Hu et al. 2020")))
                .isEqualTo(original);
        // The design gives its own conductivity, so the material's is not used.
        assertThat(hash(StudyFixture.valid().replacing("dir/ppc.yaml", "value: 2e-5", "value: 3e-5")))
                .isEqualTo(original);
    }

    @Test
    void theResolvedStudyReadsBackToTheSameStudy() {
        StudyConfig study = StudyFixture.valid()
                .replacing("thickness_um: 10", "thickness_um: {from: 0.3, to: 10, count: 5, spacing: log}")
                .replacing("seed: 7", "seed: 7\ndescription: 'text: with colon, \"quotes\" and ünïcode'")
                .adding("fracture: {geometry_factor: {median: 1.1, low95: 0.6, high95: 2}}\n")
                .adding("contact: {stack_pressure_MPa: 2}\n")
                .study();

        StudyConfig again = StudyFixture.valid()
                .with("dir/study.yaml", study.resolvedYaml())
                .study();

        assertThat(again.contentHash()).isEqualTo(study.contentHash());
        assertThat(again.resolvedYaml()).isEqualTo(study.resolvedYaml());
        assertThat(again).usingRecursiveComparison(BY_BITS).isEqualTo(study);
    }

    @Test
    void theResolvedStudyNeedsNoOtherFile() {
        StudyConfig study = StudyFixture.valid().study();
        FileSource onlyOne = new SingleFile("study.yaml", study.resolvedYaml());

        assertThat(new StudyReader(onlyOne).read("study.yaml").contentHash()).isEqualTo(study.contentHash());
    }

    @Test
    void everySourceIsListedOnceAndOnlyWhenUsed() {
        List<ValueSource> sources = StudyFixture.valid()
                .replacing("thickness_um: 10", "thickness_um: [1, 2, 3]")
                .study()
                .sources();

        assertThat(sources).extracting(ValueSource::key).doesNotHaveDuplicates();
        assertThat(sources)
                .contains(
                        new ValueSource("electrolyte.youngs_modulus_GPa", "145", "GPa", false, "Lu 2021"),
                        new ValueSource(
                                "interlayer.polymer.transference_number",
                                "0.2 to 0.6 (uniform)",
                                "",
                                true,
                                "span of carbonates"));
        // The design's own conductivity hides the material's.
        assertThat(sources).extracting(ValueSource::key).doesNotContain("interlayer.polymer.conductivity_S_per_cm");
    }

    @Test
    void aStudyTravelsBetweenProcesses() throws IOException, ClassNotFoundException {
        StudyConfig study = StudyFixture.valid().study();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(study);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).usingRecursiveComparison(BY_BITS).isEqualTo(study);
        }
    }
}
