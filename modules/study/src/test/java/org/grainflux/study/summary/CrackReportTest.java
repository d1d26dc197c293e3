package org.grainflux.study.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.StudyReader;
import org.grainflux.study.results.CrackRow;
import org.junit.jupiter.api.Test;

class CrackReportTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static StudyConfig study(String file, String... overrides) {
        return new StudyReader(new LocalFiles())
                .read(
                        Path.of("..", "..", "configs", file).toString(),
                        List.of(overrides),
                        OptionalLong.empty(),
                        OptionalInt.empty());
    }

    private static JsonNode report(StudyConfig study, CrackRow... cracks) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        CrackReport.put(node, study, List.of(cracks));
        return node.path("crack_extension");
    }

    private static CrackRow crack(int structure, String end, double initiation, double penetration, double estimate) {
        double[] none = {};
        return new CrackRow(
                structure,
                "bare",
                0,
                end,
                "",
                1e-5,
                2e-6,
                3,
                initiation,
                penetration,
                Math.max(initiation, 3),
                2e-5,
                1e-5,
                1,
                1e-3,
                none,
                none,
                2,
                estimate,
                2e-5,
                1,
                0.5,
                none,
                none);
    }

    /** Two of three get through, one of them with an estimate: only that one is compared. */
    @Test
    void ratiosNeedBothCurrents() {
        JsonNode node = report(
                study("smoke.yaml"),
                crack(0, "penetration", 4, 10, 5),
                crack(0, "spalls", 6, NEVER, 5),
                crack(1, "penetration", NEVER, 20, Double.NaN));
        assertThat(node.path("cracks").asInt()).isEqualTo(3);
        assertThat(node.path("realizations").asInt()).isEqualTo(2);
        assertThat(node.path("ends").path("penetration").asInt()).isEqualTo(2);
        assertThat(node.path("ends").path("spalls").asInt()).isEqualTo(1);
        // mA/cm² are 10 A/m².
        assertThat(node.path("initiation_mA_per_cm2").path("median").asDouble()).isCloseTo(0.5, within(1e-12));
        assertThat(node.path("initiation_mA_per_cm2").path("of").asInt()).isEqualTo(2);
        assertThat(node.path("penetration_mA_per_cm2").path("maximum").asDouble())
                .isCloseTo(2, within(1e-12));
        JsonNode against = node.path("against_weakest_path");
        assertThat(against.path("estimate_crosses").asInt()).isEqualTo(2);
        assertThat(against.path("extension_crosses").asInt()).isEqualTo(2);
        assertThat(against.path("both_cross").asInt()).isEqualTo(1);
        assertThat(against.path("penetration_ratio").path("median").asDouble()).isCloseTo(2, within(1e-12));
        assertThat(against.path("penetration_ratio").path("of").asInt()).isEqualTo(1);
    }

    @Test
    void withoutCracksThereIsAReason() {
        assertThat(report(study("smoke.yaml")).path("reason").asText())
                .isEqualTo("fracture.extension.realizations is 0");
        assertThat(report(study("smoke.yaml", "fracture.extension.realizations=1"))
                        .path("reason")
                        .asText())
                .contains("none of the realizations");
        assertThat(report(study("volume.yaml")).path("reason").asText()).contains("volume");
    }
}
