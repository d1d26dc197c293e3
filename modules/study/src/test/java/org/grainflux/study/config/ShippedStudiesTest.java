package org.grainflux.study.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.microstructure.Seeding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

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

    @Test
    void thePolymerLayerHasTheMeasuredResistance() {
        InterlayerConfig layer = read("interlayers.yaml").design("hl").interlayer();

        double resistanceOhmM2 =
                layer.thicknessM().median() / layer.conductivitySPerM().median()
                        + layer.lithiumChargeTransferOhmM2().median()
                        + layer.electrolyteChargeTransferOhmM2().median();

        // 14 ohm cm2 after cycling (Lu 2021).
        assertThat(resistanceOhmM2).isCloseTo(14e-4, within(1e-15));
    }

    @Test
    void thePaperSetHasPerfectContactAndEnoughElectrodes() {
        StudyConfig study = read("paper.yaml");

        assertThat(study.designs()).extracting(DesignConfig::name).containsExactly("bare", "hl");
        // Heavy tails: at least 16 electrodes before a median is quoted.
        assertThat(2 * study.realizations()).isGreaterThanOrEqualTo(16);
        assertThat(study.microstructure().hardCoreRatio()).isEqualTo(0.6);
        assertThat(study.design("bare").interfaceResistanceOhmM2()).isEqualTo(ScalarDistribution.fixed(0));
        InterlayerConfig layer = study.design("hl").interlayer();
        assertThat(layer.lithiumChargeTransferOhmM2()).isEqualTo(ScalarDistribution.fixed(0));
        assertThat(layer.electrolyteChargeTransferOhmM2()).isEqualTo(ScalarDistribution.fixed(0));
        assertThat(study.electrolyte().boundaryThicknessM()).isEqualTo(5e-9);
    }

    @Test
    void theSmokeStudyIsSmallAndHasEveryKindOfDesign() {
        StudyConfig study = read("smoke.yaml");

        assertThat(study.realizations()).isEqualTo(4);
        assertThat(study.designs())
                .extracting(DesignConfig::kind)
                .containsExactly(DesignConfig.Kind.BARE, DesignConfig.Kind.METALLIC, DesignConfig.Kind.IONIC_LAYER);
    }

    /** Two electrodes per structure, and discs of 1 µm, the length of a flaw, resolved at the traces. */
    @Test
    void theVolumeStudyHasEnoughElectrodesAndResolvesAFlaw() {
        StudyConfig study = read("volume.yaml");

        assertThat(2 * study.realizations()).isGreaterThanOrEqualTo(16);
        assertThat(study.statistics().compareDimensions()).isTrue();
        assertThat(1.5 * study.numerics().footElementM()).isLessThan(1e-6);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "fracture.yaml",
                "image.yaml",
                "interlayers.yaml",
                "light.yaml",
                "paper.yaml",
                "smoke.yaml",
                "thousand.yaml",
                "volume.yaml"
            })
    void theResolvedStudyReadsBack(String name, @TempDir Path folder) throws IOException {
        StudyConfig study = read(name);
        Path resolved = Files.writeString(folder.resolve("study.yaml"), study.resolvedYaml());

        StudyConfig again = new StudyReader(new LocalFiles(), List.of(CONFIGS.toString())).read(resolved.toString());

        assertThat(again.contentHash()).isEqualTo(study.contentHash());
        assertThat(again.resolvedYaml()).isEqualTo(study.resolvedYaml());
    }

    @Test
    void everyShippedStudyIsTested() throws IOException {
        try (var files = Files.list(CONFIGS)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "afm.yaml",
                            "fracture.yaml",
                            "image.yaml",
                            "interlayers.yaml",
                            "light.yaml",
                            "memristor.yaml",
                            "paper.yaml",
                            "smoke.yaml",
                            "thousand.yaml",
                            "volume.yaml");
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> read("nothing.yaml"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(CONFIGS.resolve("nothing.yaml") + ": no such file");
    }
}
