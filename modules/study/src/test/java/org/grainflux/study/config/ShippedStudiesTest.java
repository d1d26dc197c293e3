package org.grainflux.study.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.microstructure.Seeding;
import org.junit.jupiter.api.Test;

/** The studies that come with the program. */
class ShippedStudiesTest {
    private static final Path CONFIGS = Path.of("..", "..", "configs");

    private static StudyConfig read(String name) {
        return new StudyReader(new LocalFiles()).read(CONFIGS.resolve(name).toString());
    }

    @Test
    void theInterlayerStudyIsReadInSi() {
        StudyConfig study = read("interlayers.yaml");

        assertThat(study.realizations()).isEqualTo(32);
        assertThat(study.seed()).isEqualTo(20210307L);
        assertThat(study.microstructure().sizeM()).containsExactly(100e-6, 100e-6);
        assertThat(study.microstructure().grainSizeM()).isEqualTo(10e-6);
        assertThat(study.microstructure().seeding()).isEqualTo(Seeding.HARD_CORE);
        assertThat(study.temperatureK()).isEqualTo(298.15);
        assertThat(study.electrolyte().grainConductivitySPerM().median()).isCloseTo(0.05, within(1e-16));
        // 5 nm at 5e-7 S/cm is 1 ohm cm2.
        assertThat(study.electrolyte().boundaryResistanceOhmM2().median()).isCloseTo(1e-4, within(1e-18));
        assertThat(study.lithium().molarVolumeM3PerMol()).isEqualTo(13e-6);
        assertThat(study.designs()).hasSize(27);
        assertThat(study.design("au").interfaceResistanceOhmM2())
                .isEqualTo(new ScalarDistribution.LogUniform(14 * 1e-4, 50 * 1e-4));
        assertThat(study.observationsOf(study.design("bare")))
                .extracting(ObservationConfig::bound)
                .containsExactly(ObservationConfig.Bound.UPPER);
    }
}
