package org.grainflux.study.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What presses and resists cracks as a number, a distribution and an axis of designs. */
class MechanicsStudyTest {
    private static final String BARE = "interface: {area_specific_resistance_ohm_cm2: 1000}";

    private static StudyFixture bareWith(String mechanics) {
        return StudyFixture.valid().replacing(BARE, BARE + "\n    mechanics: {" + mechanics + "}");
    }

    @Test
    void listsBecomeDesignsThatSayWhatVaries() {
        List<DesignConfig> designs = bareWith("stack_pressure_MPa: [0, 10], in_plane_compression_MPa: [0, 200]")
                .study()
                .designs();
        assertThat(designs)
                .extracting(DesignConfig::name)
                .containsExactly(
                        "bare-p0MPa-c0MPa",
                        "bare-p0MPa-c200MPa",
                        "bare-p10MPa-c0MPa",
                        "bare-p10MPa-c200MPa",
                        "au",
                        "hl");
        assertThat(designs.get(3).label()).isEqualTo("bare, stack pressure 10 MPa, in plane compression 200 MPa");
    }

    @Test
    void aDesignSeesItsOwnValuesAndThoseOfTheStudy() {
        StudyConfig study = bareWith("in_plane_compression_MPa: 200, fracture_toughness_MPa_sqrt_m: 2, flaw_size_um: 5,"
                        + " flaws_per_foot: 0.5")
                .study();
        StudyConfig bare = study.under(study.design("bare"));
        assertThat(bare.fracture().inPlaneCompressionPa().median()).isEqualTo(200e6);
        assertThat(bare.electrolyte().grainToughnessPaSqrtM().median()).isEqualTo(2e6);
        assertThat(bare.electrolyte().boundaryToughnessPaSqrtM())
                .isEqualTo(study.electrolyte().boundaryToughnessPaSqrtM());
        assertThat(bare.electrolyte().flaws().sizeM().median()).isCloseTo(5e-6, within(1e-18));
        assertThat(bare.electrolyte().flaws().perFoot()).isEqualTo(0.5);
        assertThat(study.under(study.design("au"))).isSameAs(study);
    }

    @Test
    void aStackPressureMayBeDrawnWhereContactIsEverywhere() {
        String drawn = "stack_pressure_MPa: {low: 1, high: 10, distribution: log_uniform}";
        assertThat(bareWith(drawn)
                        .study()
                        .design("bare")
                        .mechanics()
                        .stackPressurePa()
                        .isFixed())
                .isFalse();
        assertThat(bareWith(drawn)
                        .adding("contact: {model: rough, stack_pressure_MPa: 2}\n")
                        .complaint())
                .contains("designs[0].mechanics.stack_pressure_MPa: got a distribution", "model: intimate");
        assertThat(StudyFixture.valid().adding("contact: {" + drawn + "}\n").complaint())
                .contains("contact.stack_pressure_MPa: got a distribution");
    }

    @Test
    void aFieldOfStressNeedsBoundariesThatAreNoStifferThanGrains() {
        StudyFixture stiff = StudyFixture.valid()
                .replacing(
                        "dir/llzto.yaml",
                        "grain_boundary_youngs_modulus_GPa: {value: 120",
                        "grain_boundary_youngs_modulus_GPa: {value: 160");
        assertThat(stiff.complaint()).isEqualTo("accepted");
        assertThat(stiff.complaint("fracture.extension.realizations=1"))
                .contains("got 160 GPa", "fracture.extension", "145 GPa");
        assertThat(stiff.complaint("fracture.coupled.realizations=1")).contains("got 160 GPa");
    }

    @Test
    void realizationsWithAFieldAreNoMoreThanThereAre() {
        FractureConfig fracture = StudyFixture.valid()
                .study("fracture.extension.realizations=99", "fracture.coupled.realizations=3")
                .fracture();
        assertThat(fracture.extension().realizations()).isEqualTo(8);
        assertThat(fracture.coupled().realizations()).isEqualTo(3);
        assertThat(StudyFixture.valid().study().fracture().extension().realizations())
                .isZero();
    }
}
