package org.grainflux.study.memristor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.MemristorStudy;
import org.grainflux.study.config.MemristorStudyReader;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.UnitResult;
import org.junit.jupiter.api.Test;

/** The shipped study with few devices: its targets, and that a device depends on nothing but its index. */
class DeviceRunnerTest {
    private static final int DEVICES = 8;
    private static final MemristorStudy STUDY = read();

    private static MemristorStudy read(String... overrides) {
        String shipped = Path.of("..", "..", "configs", "memristor.yaml").toString();
        return new MemristorStudyReader(new LocalFiles(), List.of())
                .read(shipped, List.of(overrides), OptionalLong.empty(), OptionalInt.of(DEVICES));
    }

    private static UnitResult run(MemristorStudy study, int device, List<String> designs) {
        return new DeviceRunner(study).run(new WorkUnit(device, designs));
    }

    private static List<String> names(MemristorStudy study) {
        return study.designs().stream().map(MemristorStudy.Design::name).toList();
    }

    private static JsonNode summary(MemristorStudy study) {
        List<UnitResult> results = IntStream.range(0, DEVICES)
                .mapToObj(device -> run(study, device, names(study)))
                .toList();
        MemristorSummary summary = new MemristorSummary(study);
        results.forEach(result -> result.ledger().forEach(summary::add));
        for (int pass = 0; pass < MemristorSummary.PASSES; pass++) {
            results.forEach(result -> result.rows(MemristorTables.CYCLES).forEach(summary::add));
            summary.endPass();
        }
        return summary.toJson();
    }

    private static JsonNode entry(JsonNode summary, String name) {
        for (JsonNode entry : summary.path("electrodes")) {
            if (entry.path("name").asText().equals(name)) {
                return entry;
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void theShippedStudyMeetsItsTargets() {
        JsonNode summary = summary(STUDY);

        JsonNode window = entry(summary, "tip-window");
        assertThat(window.path("set_bias_V").asDouble()).isBetween(-0.25, -0.22);
        assertThat(window.path("first_set_cycle").path("median").asDouble()).isBetween(3.0, 12.0);
        assertThat(window.path("cycles").asInt()).isEqualTo(200);

        JsonNode tip = entry(summary, "tip-asymmetric");
        assertThat(tip.path("set_bias_V").asDouble()).isBetween(-0.2, -0.12);
        assertThat(tip.path("on_off_ratio").path("median").asDouble()).isBetween(3e4, 3e5);
        assertThat(tip.path("reset_success_fraction").asDouble()).isGreaterThan(0.99);
        assertThat(tip.path("electrode_um").asDouble()).isEqualTo(0.00548);

        for (String protocol : List.of("window", "asymmetric")) {
            JsonNode pad = entry(summary, "500um-" + protocol);
            assertThat(pad.path("on_off_ratio").path("median").asDouble()).isBetween(0.9, 10.0);
            assertThat(pad.path("reset_success_fraction").asDouble()).isZero();
            assertThat(pad.path("set_bias_V").isNull()).isTrue();
            assertThat(pad.path("formed_radius_nm").path("median").asDouble())
                    .isGreaterThan(pad.path("critical_radius_nm").asDouble());
        }
        for (JsonNode entry : summary.path("electrodes")) {
            assertThat(entry.path("charge_imbalance").asDouble()).isLessThan(1e-6);
            assertThat(entry.path("completed").asInt()).isEqualTo(DEVICES);
        }
    }

    @Test
    void aDeviceDependsOnNothingButItsIndex() {
        UnitResult together = run(STUDY, 1, names(STUDY));
        for (String design : List.of("tip-window", "500um-asymmetric", "10um-asymmetric")) {
            UnitResult alone = run(STUDY, 1, List.of(design));
            CyclesRow expected = alone.rows(MemristorTables.CYCLES).get(0);
            assertThat(together.rows(MemristorTables.CYCLES))
                    .filteredOn(row -> row.design().equals(design))
                    .singleElement()
                    .satisfies(row -> {
                        // The same bits, NaN included.
                        assertThat(Arrays.equals(row.setBiasV(), expected.setBiasV()))
                                .isTrue();
                        assertThat(Arrays.equals(row.resetBiasV(), expected.resetBiasV()))
                                .isTrue();
                        assertThat(Arrays.equals(row.onCurrentA(), expected.onCurrentA()))
                                .isTrue();
                        assertThat(Arrays.equals(row.offCurrentA(), expected.offCurrentA()))
                                .isTrue();
                        assertThat(row.formedRadiusM()).isEqualTo(expected.formedRadiusM());
                    });
        }
        assertThat(together.rows(MemristorTables.LOOPS)).hasSize(10 * 8);
        assertThat(run(STUDY, DEVICES - 1, names(STUDY)).rows(MemristorTables.LOOPS))
                .isEmpty();
    }

    @Test
    void slowerSweepsSetSooner() {
        double fast = setBias("protocols.window.rate_mV_per_s=100");
        double slow = setBias("protocols.window.rate_mV_per_s=10");
        // 118 mV per decade for an open path at high bias; a little less where it takes both sides of the sweep.
        assertThat(slow - fast).isBetween(0.08, 0.12);
    }

    private static double setBias(String override) {
        return entry(summary(read(override, "cycles=60")), "tip-window")
                .path("set_bias_V")
                .asDouble();
    }

    @Test
    void aDeviceThatCannotBeComputedIsARowOfTheLedger() {
        // A thermal scale of 3 V/51 mV: sinh of 58; a neck of 1e-2 nm under 1e12 mV/s is still computed.
        MemristorStudy extreme = read(
                "protocols.window.rate_mV_per_s=1e12",
                "protocols.window.set_V=-3",
                "protocols.window.reset_V=3",
                "filament.exchange_current_density_mA_per_cm2=1e6",
                "filament.contact_radius_nm=0.01",
                "cycles=5");
        UnitResult result = run(extreme, 0, names(extreme));
        assertThat(result.ledger()).hasSize(10).allMatch(row -> !row.state().equals(LedgerRow.ABORTED));
        assertThat(result.rows(MemristorTables.CYCLES)).hasSize((int) result.ledger().stream()
                .filter(row -> row.state().equals(LedgerRow.COMPLETED))
                .count());
    }
}
