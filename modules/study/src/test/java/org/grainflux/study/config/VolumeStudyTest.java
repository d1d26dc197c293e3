package org.grainflux.study.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same study in a volume: one key changes, the defaults follow, and what cannot be is refused with its cure. */
class VolumeStudyTest {
    private static final String VOLUME = "microstructure.dimension=3";

    @Test
    void oneKeyMakesAVolumeAndItsDefaultsFollow() {
        StudyConfig study = StudyFixture.valid().study(VOLUME);

        assertThat(study.microstructure().dimension()).isEqualTo(3);
        assertThat(study.microstructure().sizeM()).containsExactly(new double[] {100e-6, 100e-6, 50e-6}, within(1e-18));
        assertThat(study.numerics()).isEqualTo(new NumericsConfig(3.5e-7, 6e-8, 4e-6, 8e-6, 0.65, 1, 1, 0.015));
        assertThat(study.statistics().priorDraws()).isEqualTo(1);
        assertThat(study.statistics().compareDimensions()).isTrue();
    }

    @Test
    void onlyPlaneDesignsMayShareAReducedModel() {
        assertThat(StudyFixture.valid().study(VOLUME).reducesDesigns()).isFalse();
        assertThat(StudyFixture.valid().study(VOLUME).planeCompanion().reducesDesigns())
                .isTrue();
        assertThat(StudyFixture.valid().study("numerics.reduction_tolerance=0").reducesDesigns())
                .isFalse();
    }

    @Test
    void whatIsWrittenGoesBeforeTheDefaultsOfAVolume() {
        StudyConfig study = StudyFixture.valid()
                .replacing("width_um: 100", "width_um: 100\n  depth_um: 60")
                .adding("numerics: {foot_element_nm: 400, convergence_samples: 0}\n")
                .adding("statistics: {prior_draws: 3, compare_dimensions: false}\n")
                .study(VOLUME);

        assertThat(study.microstructure().sizeM()[1]).isCloseTo(60e-6, within(1e-18));
        assertThat(study.numerics().footElementM()).isCloseTo(400e-9, within(1e-21));
        assertThat(study.numerics().interiorElementM()).isCloseTo(8e-6, within(1e-18));
        assertThat(study.numerics().convergenceSamples()).isZero();
        assertThat(study.statistics().priorDraws()).isEqualTo(3);
        assertThat(study.statistics().compareDimensions()).isFalse();
    }

    @Test
    void theResolvedVolumeReadsBackToTheSameStudy() {
        StudyConfig study = StudyFixture.valid().study(VOLUME);
        StudyConfig again = StudyFixture.valid()
                .with("dir/study.yaml", study.resolvedYaml())
                .study();

        assertThat(again.contentHash()).isEqualTo(study.contentHash());
        assertThat(again.resolvedYaml()).isEqualTo(study.resolvedYaml());
        assertThat(study.contentHash())
                .isNotEqualTo(StudyFixture.valid().study().contentHash())
                .isNotEqualTo(StudyFixture.valid()
                        .study(VOLUME, "statistics.compare_dimensions=false")
                        .contentHash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"interlayers", "paper", "smoke"})
    void everyShippedPlaneStudyIsAlsoAVolume(String name) {
        String file = Path.of("..", "..", "configs", name + ".yaml").toString();
        StudyConfig study = new StudyReader(new LocalFiles())
                .read(file, List.of(VOLUME), OptionalLong.empty(), OptionalInt.empty());

        assertThat(study.microstructure().sizeM()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            microstructure.depth_um=100 | --set microstructure.depth_um=100: microstructure.depth_um: not used with \
            microstructure.dimension: 2; remove it, or set dimension: 3
            statistics.compare_dimensions=true | --set statistics.compare_dimensions=true: statistics.compare_dimensions: \
            not used with microstructure.dimension: 2; remove it, or set dimension: 3
            numerics.hot_spot_element_nm=60 | --set numerics.hot_spot_element_nm=60: numerics.hot_spot_element_nm: \
            not used with microstructure.dimension: 2; remove it, or set dimension: 3
            """)
    void whatBelongsToAVolumeIsRefusedInAPlane(String override, String complaint) {
        assertThat(StudyFixture.valid().complaint(override)).isEqualTo(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            microstructure.depth_um=30 | microstructure.depth_um: got 30 µm; a periodic width must be at least 4 grain \
            sizes, here 40 µm, or a grain becomes its own neighbour
            microstructure.depth_um=-1 | microstructure.depth_um: got -1; must be a number > 0 (µm)
            statistics.compare_dimensions=1 | statistics.compare_dimensions: got 1; must be true or false
            """)
    void aWrongVolumeIsRefused(String override, String complaint) {
        assertThat(StudyFixture.valid().complaint(VOLUME, override)).endsWith(complaint);
    }

    /** 2 nm at the traces of 0.01 mm² of electrode is a fine plane mesh and far too many unknowns in a volume. */
    @Test
    void aVolumeThatCannotBeHeldIsRefusedWithItsCure() {
        assertThat(StudyFixture.valid().complaint(VOLUME, "numerics.foot_element_nm=2"))
                .contains("numerics.foot_element_nm: got 2 nm; with a volume of 100 × 100 × 50 µm that is about")
                .contains("unknowns, more than the 4.0e+07 that can be held: raise foot_element_nm");
    }
}
