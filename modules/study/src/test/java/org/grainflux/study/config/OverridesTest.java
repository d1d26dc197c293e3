package org.grainflux.study.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values set on the command line. */
class OverridesTest {
    @Test
    void aDesignIsFoundByNameOrByPosition() {
        StudyConfig study = StudyFixture.valid()
                .study(
                        "designs.hl.interlayer.thickness_um=5",
                        "designs[0].interface.area_specific_resistance_ohm_cm2=7");

        assertThat(study.design("hl").interlayer().thicknessM().median()).isEqualTo(5e-6);
        assertThat(study.design("bare").interfaceResistanceOhmM2().median()).isEqualTo(7e-4);
    }

    @Test
    void aListOnTheCommandLineExpandsDesigns() {
        assertThat(StudyFixture.valid()
                        .study("designs.hl.interlayer.thickness_um=[1, 2]")
                        .designs())
                .extracting(DesignConfig::name)
                .containsExactly("bare", "au", "hl-t1um", "hl-t2um");
    }

    @Test
    void aMaterialValueSetOnTheCommandLineSaysSo() {
        StudyConfig study = StudyFixture.valid().study("electrolyte.youngs_modulus_GPa=150");

        assertThat(study.electrolyte().youngsModulusPa()).isEqualTo(150e9);
        assertThat(study.sources())
                .filteredOn(source -> source.key().equals("electrolyte.youngs_modulus_GPa"))
                .containsExactly(new ValueSource(
                        "electrolyte.youngs_modulus_GPa", "150", "GPa", true, "set on the command line"));
        // The rest of the file is kept.
        assertThat(study.electrolyte().poissonRatio()).isEqualTo(0.26);
    }

    @Test
    void aSectionThatTheFileDoesNotHaveIsMade() {
        assertThat(StudyFixture.valid()
                        .study("statistics.flaw_draws=9")
                        .statistics()
                        .flawDraws())
                .isEqualTo(9);
    }

    @Test
    void theLastOneWins() {
        assertThat(StudyFixture.valid().study("seed=1", "seed=2").seed()).isEqualTo(2);
    }

    @Test
    void seedAndRealizationsHaveOptionsOfTheirOwn() {
        StudyConfig study = new StudyReader(StudyFixture.valid())
                .read("dir/study.yaml", List.of("seed=1"), OptionalLong.of(99), OptionalInt.of(3));

        assertThat(study.seed()).isEqualTo(99);
        assertThat(study.realizations()).isEqualTo(3);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(
                        "designs.hl.interlayer.thickness_nm=5",
                        "--set designs.hl.interlayer.thickness_nm=5: designs[2].interlayer.thickness_nm: wrong unit: use"
                                + " thickness_um (1 nm = 1e-3 µm); here thickness_um: 5e-3"),
                arguments(
                        "designs.hl.interlayer.thickness_um=-5",
                        "--set designs.hl.interlayer.thickness_um=-5: designs[2].interlayer.thickness_um: got -5; must be a"
                                + " number > 0 (µm)"),
                arguments(
                        "designs[7].label=5",
                        "--set designs[7].label=5: designs has no entry 7; it has bare, au, hl (0 to 2)"),
                arguments(
                        "designs.gold.label=5",
                        "--set designs.gold.label=5: designs has no entry gold; it has bare, au, hl (0 to 2)"),
                arguments(
                        "seed.x=5", "--set seed.x=5: seed is 7, which has no key x; give a value for the whole of it"),
                arguments(
                        "seed",
                        "--set seed: must be key=value, such as designs.hl.interlayer.thickness_um=5 or seed=7"),
                arguments("seed=[1", "--set seed=[1: not valid YAML: expected ',' or ']', but got <stream end>"),
                arguments(
                        "electrolyte.youngs_modulus_GPa=stiff",
                        "--set electrolyte.youngs_modulus_GPa=stiff: youngs_modulus_GPa: got stiff; must be a number > 0"
                                + " (GPa)"),
                arguments(
                        "electrolyte=other.yaml",
                        "--set electrolyte=other.yaml: electrolyte: got other.yaml: dir/other.yaml: no such file"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongOneIsReportedLikeAWrongLine(String override, String complaint) {
        assertThat(StudyFixture.valid().complaint(override)).isEqualTo(complaint);
    }
}
