package org.grainflux.study.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.grainflux.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemristorStudyTest {
    private static final String SHIPPED =
            Path.of("..", "..", "configs", "memristor.yaml").toString();

    private static MemristorStudy read(String... overrides) {
        return new MemristorStudyReader(new LocalFiles(), List.of())
                .read(SHIPPED, List.of(overrides), OptionalLong.empty(), OptionalInt.empty());
    }

    @Test
    void theShippedStudyIsReadInSi() {
        MemristorStudy study = read();
        assertThat(study.ceramic().thicknessM()).isEqualTo(300e-6);
        assertThat(study.filament().exchangeCurrentAPerM2().median()).isEqualTo(10);
        assertThat(study.filament().resistivityOhmM()).isCloseTo(9.28e-8, within(1e-22));
        assertThat(study.electrodes()).hasSize(5);
        assertThat(study.electrodes().get(4).complianceA()).isEqualTo(1e-3);
        assertThat(study.electrodes().get(4).sideM()).isEqualTo(500e-6);
        assertThat(study.protocols().get(1).rateVPerS()).isEqualTo(0.02);
        assertThat(study.designs()).hasSize(10);
        assertThat(study.design("tip-asymmetric").protocol().resetV()).isEqualTo(1);
        assertThat(study.sources()).anyMatch(ValueSource::assumed).anyMatch(source -> !source.assumed());
    }

    @Test
    void theResolvedStudyReadsBackToTheSameHash() {
        MemristorStudy study = read("gap.length_nm=61", "protocols.window.rate_mV_per_s=50");
        SingleFile resolved = new SingleFile("study.yaml", study.resolvedYaml());
        MemristorStudy again = new MemristorStudyReader(resolved, List.of()).read("study.yaml");
        assertThat(again.contentHash()).isEqualTo(study.contentHash());
        assertThat(again.protocols()).isEqualTo(study.protocols());
        assertThat(again.electrodes()).isEqualTo(study.electrodes());
        assertThat(again.sources()).isEqualTo(study.sources());
    }

    @Test
    void onlyWhatDecidesADeviceIsHashed() {
        String hash = read().contentHash();
        assertThat(read("devices=7", "description=other").contentHash()).isEqualTo(hash);
        assertThat(read("cycles=7").contentHash()).isNotEqualTo(hash);
        assertThat(read("electrodes.tip.compliance_uA=0.2").contentHash()).isNotEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "devices=0 | devices: got 0; must be a whole number >= 1",
                "cycles=-1 | cycles: got -1; must be a whole number >= 1",
                "devices=1000000 | at most 1000000000 are allowed",
                "kind=afm | kind: got afm; must be one of memristor",
                "protocols.window.set_V=0.25 | protocols[0].set_V: got 0.25; must be a number >= -3 and < 0 (V)",
                "protocols.window.reset_V=.nan | protocols[0].reset_V: got .nan; must be a number > 0 and <= 3 (V)",
                "protocols.window.rate_V_per_s=1 | wrong unit: use rate_mV_per_s (1 V/s = 1000 mV/s); here rate_mV_per_s: 1000",
                "protocols.window.set_ms=3 | not used with shape: sweep, only with shape: pulse; remove it",
                "protocols.window.shape=pulse | not used with shape: pulse",
                "protocols.window.name=asymmetric | got asymmetric a second time; give it another name",
                "protocols.window.read_V=0.5 | read_V: got 0.5 V; must not exceed reset_V, here 0.25 V",
                "electrodes.tip.floor_pA=1e6 | floor_pA: got 1e6 pA; must be below compliance_uA",
                "electrodes.tip.compliance_mA=1 | wrong unit: use compliance_uA (1 mA = 1000 µA); here compliance_uA: 1000",
                "gap.length_nm=31000 | must not exceed a tenth of ceramic.thickness_um, here 30000 nm",
                "ceramic.reopening_pressure_MPa=900 | must not exceed cracking_pressure_MPa, here 890",
                "gap.lenght_nm=3 | unknown key; did you mean length_nm?",
                "electrodes.pad.floor_pA=1 | electrodes has no entry pad; it has tip, 1um, 10um, 100um, 500um",
            })
    void mistakesAreNamed(String override, String expected) {
        assertThatThrownBy(() -> read(override))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void aStudyOfPredictIsRefused() {
        String predict = Path.of("..", "..", "configs", "smoke.yaml").toString();
        assertThatThrownBy(() -> new MemristorStudyReader(new LocalFiles(), List.of()).read(predict))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("kind: missing; must be one of memristor");
    }
}
