package org.grainflux.study.memristor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.MemristorStudy;
import org.grainflux.study.config.MemristorStudyReader;
import org.grainflux.study.measured.LoopFeatures;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.UnitResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A loop that the model made is read back, and says what it can and what it cannot. */
class SwitchingFitTest {
    private static final String[] FIXED = {
        "gap.length_sigma_ln=0",
        "gap.radius_sigma_ln=0",
        "gap.length_nm=78",
        "filament.contact_radius_nm=4",
        "ceramic.cracking_pressure_MPa=890",
        "ceramic.interface_resistance_ohm_cm2=100",
        "cycles=20"
    };

    private static MemristorStudy read(String... overrides) {
        String shipped = Path.of("..", "..", "configs", "memristor.yaml").toString();
        return new MemristorStudyReader(new LocalFiles(), List.of())
                .read(shipped, List.of(overrides), OptionalLong.empty(), OptionalInt.of(1));
    }

    private static final UnitResult RUN = new DeviceRunner(read(FIXED)).run(new WorkUnit(0, List.of("tip-window")));

    private static LoopRow settledLoop() {
        return RUN.rows(MemristorTables.LOOPS).stream()
                .filter(row -> row.cycle() == 20)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void featuresOfAModelledLoop() {
        LoopRow loop = settledLoop();
        LoopFeatures features = LoopFeatures.of(loop.biasV(), loop.currentA());
        CyclesRow exact = RUN.rows(MemristorTables.CYCLES).get(0);
        // Within one of 80 steps per ramp.
        assertThat(features.setBiasV()).isCloseTo(exact.setBiasV()[19], within(0.25 / 80));
        assertThat(features.resetBiasV()).isCloseTo(exact.resetBiasV()[19], within(0.25 / 80));
        // ρL(1 + b/r)/πr² of 4 nm
        assertThat(features.onOhm()).isCloseTo(1.69e6, within(0.03e6));
        assertThat(features.offA()).isCloseTo(1e-12, within(1e-16));
    }

    @Test
    void theFitFindsWhatTheLoopTellsAndNamesWhatItDoesNot(@TempDir Path folder) throws IOException {
        LoopRow loop = settledLoop();
        StringBuilder csv = new StringBuilder("bias (mV);current (nA)\n");
        for (int i = 0; i < loop.biasV().length; i++) {
            csv.append(String.format(Locale.ROOT, "%.6g;%.8g%n", 1e3 * loop.biasV()[i], 1e9 * loop.currentA()[i]));
        }
        Path file = Files.writeString(folder.resolve("loop.csv"), csv);
        String measurement = "measurements=[{name: tip3, file: '" + file + "', electrode: tip, protocol: window}]";
        MemristorStudy study = read(measurement);
        JsonNode fit = SwitchingFit.of(study, MeasurementReader.read(study, new LocalFiles()))
                .path(0);

        assertThat(fit.path("figures").asInt()).isEqualTo(3);
        JsonNode strand = fit.path("parameters").path("strand_radius_nm");
        assertThat(strand.path("value").asDouble()).isCloseTo(4, within(0.05));
        assertThat(strand.path("lo95").asDouble()).isLessThan(4);
        assertThat(strand.path("hi95").asDouble()).isGreaterThan(4);
        // The floor hides the interface; gap and exchange current come as their ratio.
        assertThat(fit.path("parameters").path("interface_resistance_ohm_cm2").isNull())
                .isTrue();
        assertThat(fit.path("parameters").path("gap_length_nm").isNull()).isTrue();
        assertThat(fit.path("parameters")
                        .path("exchange_current_density_mA_per_cm2")
                        .isNull())
                .isTrue();
        assertThat(fit.path("unidentified").toString()).contains("gap_length_nm", "interface_resistance_ohm_cm2");
    }
}
