package org.grainflux.study.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.physics.tip.DistanceLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AfmStudyTest {
    private static final String SHIPPED =
            Path.of("..", "..", "configs", "afm.yaml").toString();

    private static AfmStudy read(String... overrides) {
        return new AfmStudyReader(new LocalFiles(), List.of())
                .read(SHIPPED, List.of(overrides), OptionalLong.empty(), OptionalInt.empty());
    }

    @Test
    void theShippedStudyIsReadInSi() {
        AfmStudy study = read();
        assertThat(study.instrument().statedAreaM2()).isCloseTo(30e-18, within(1e-32));
        assertThat(study.instrument().chargeTransferOhmM2()).isEqualTo(1e-4);
        assertThat(study.instrument().floorA()).isEqualTo(1e-12);
        assertThat(study.trigger().breakdownFieldVPerM().median()).isEqualTo(18e8);
        assertThat(study.trigger().grooveDepthM()).isInstanceOf(ScalarDistribution.LogUniform.class);
        assertThat(study.trigger().grooveDepthM().median()).isCloseTo(Math.sqrt(30e-9 * 500e-9), within(1e-20));
        assertThat(study.trigger().distanceLaw()).isEqualTo(DistanceLaw.DISC_POTENTIAL);
        assertThat(study.layer().thicknessM()).isEqualTo(10e-6);
        assertThat(study.electrodeSidesM()[0]).isEqualTo(3e-9);
        assertThat(study.electrodeSidesM()[24]).isCloseTo(500e-6, within(1e-15));
        assertThat(study.measured().boundaryV()).isEqualTo(0.12);
        assertThat(study.sources()).anyMatch(ValueSource::assumed).anyMatch(source -> !source.assumed());
    }

    @Test
    void theResolvedStudyReadsBackToTheSameHash() {
        AfmStudy study = read("trigger.groove_depth_nm={value: 61, assumed: as deep as one polished groove}");
        SingleFile resolved = new SingleFile("study.yaml", study.resolvedYaml());
        AfmStudy again = new AfmStudyReader(resolved, List.of()).read("study.yaml");
        assertThat(again.contentHash()).isEqualTo(study.contentHash());
        assertThat(again.trigger()).isEqualTo(study.trigger());
        assertThat(again.microstructure().sizeM())
                .isEqualTo(study.microstructure().sizeM());
    }

    @Test
    void onlyWhatDecidesAStructureIsHashed() {
        String hash = read().contentHash();
        assertThat(read("realizations=7", "description=other", "failure_quota_percent=3")
                        .contentHash())
                .isEqualTo(hash);
        assertThat(read("places.anywhere=7").contentHash()).isNotEqualTo(hash);
    }

    @Test
    void aVolumeIsAsDeepAsItIsWideUnlessSaidOtherwise() {
        AfmStudy study = read("microstructure.dimension=3", "microstructure.height_um=20");
        assertThat(study.microstructure().sizeM()).containsExactly(100e-6, 100e-6, 20e-6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "realizations=0 | realizations: got 0; must be a whole number >= 1",
                "realizations=1000000 | at most 100000000 are allowed",
                "kind=memristor | kind: got memristor; must be one of afm",
                "instrument.limit_V=-1 | instrument.limit_V: got -1; must be a number > 0 and <= 1000 (V)",
                "instrument.limit_V=.nan | instrument.limit_V: got .nan",
                "instrument.limit_mV=10 | wrong unit: use limit_V",
                "instrument.floor_pA=2e6 | floor_pA: got 2e6 pA; must be below compliance_uA, here 1e6 pA",
                "instrument.read_V=11 | read_V: got 11 V; must not exceed limit_V, here 10 V",
                "instrument.map_sweep_V=11 | map_sweep_V: got 11 V; must not exceed limit_V, here 10 V",
                "trigger.decay_length_nm=3 | not used with distance_law: disc_potential",
                "trigger.groov_depth_nm=3 | unknown key; did you mean groove_depth_nm?",
                "trigger.ideal_strength_ratio=0 | must be a number > 0 and <= 0.5",
                "electrodes.smallest_nm=1e6 | smallest_nm: got 1e6 nm; must be below largest_um, here 500000 nm",
                "places.map_window_um=101 | must not exceed the surface of a structure",
                "places.map_points=1 | must be a whole number >= 2 and <= 400",
            })
    void mistakesAreNamed(String override, String expected) {
        assertThatThrownBy(() -> read(override))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void imagesAreRefusedWithTheReason() {
        assertThatThrownBy(() -> read("microstructure.seeding=image"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the tip needs boundaries as lines");
    }

    @Test
    void aStudyOfPredictIsRefused() {
        String predict = Path.of("..", "..", "configs", "smoke.yaml").toString();
        assertThatThrownBy(() -> new AfmStudyReader(new LocalFiles(), List.of()).read(predict))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("kind: missing; must be one of afm");
        assertThat(StudyKind.of(new LocalFiles(), predict)).isEqualTo(StudyKind.PREDICTION);
        assertThat(StudyKind.of(new LocalFiles(), SHIPPED)).isEqualTo(StudyKind.AFM);
    }
}
