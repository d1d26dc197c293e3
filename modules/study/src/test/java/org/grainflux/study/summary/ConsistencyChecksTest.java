package org.grainflux.study.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.StudyReader;
import org.grainflux.study.results.CouplingRow;
import org.grainflux.study.results.CrackRow;
import org.junit.jupiter.api.Test;

class ConsistencyChecksTest {
    private static final StudyConfig STUDY = new StudyReader(new LocalFiles())
            .read(Path.of("..", "..", "configs", "fracture.yaml").toString());
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final int SUPERPOSITION = 0;
    private static final int DEFLECTION = 1;
    private static final int LATERAL = 2;
    private static final int STACK = 3;
    private static final int SHIFT = 4;

    private final Map<String, DesignPopulation> populations = new LinkedHashMap<>();

    ConsistencyChecksTest() {
        STUDY.designs().forEach(design -> populations.put(design.name(), new DesignPopulation()));
    }

    private JsonNode check(int which) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        new ConsistencyChecks(STUDY, populations).putInto(root);
        assertThat(root.path("consistency_checks"))
                .allSatisfy(check -> assertThat(check.path("label").asText()).isEqualTo("consistency check"));
        return root.path("consistency_checks").get(which);
    }

    private void crack(String design, String end, double initiationAPerM2, double depthM) {
        double[] none = {};
        populations
                .get(design)
                .add(new CrackRow(
                        0,
                        design,
                        1,
                        end,
                        "",
                        0,
                        2e-6,
                        4,
                        initiationAPerM2,
                        NEVER,
                        initiationAPerM2,
                        4e-5,
                        depthM,
                        1,
                        1e-3,
                        none,
                        none,
                        1,
                        1,
                        1,
                        1,
                        1,
                        none,
                        none));
    }

    private void coupling(String design, double stressPa, double dropShiftV, double confined) {
        populations
                .get(design)
                .add(new CouplingRow(
                        0,
                        design,
                        1,
                        "",
                        1,
                        1,
                        1,
                        1,
                        1,
                        2,
                        4,
                        1,
                        1e-4,
                        1,
                        1,
                        stressPa,
                        stressPa,
                        0,
                        dropShiftV,
                        0,
                        confined,
                        3,
                        0,
                        1e8));
    }

    /** 1 + 1.12 · 200 MPa √(π 2 µm)/1 MPa√m. */
    @Test
    void superpositionGivesAFactorOnly() {
        assertThat(check(SUPERPOSITION).path("found").asDouble()).isCloseTo(1.5615, within(1e-4));
        assertThat(check(SUPERPOSITION).path("holds").asBoolean()).isTrue();
    }

    @Test
    void withoutRowsARunCannotSay() {
        for (int which : new int[] {DEFLECTION, LATERAL, STACK, SHIFT}) {
            assertThat(check(which).path("holds").isNull()).isTrue();
            assertThat(check(which).path("reason").asText()).startsWith("no ");
        }
    }

    @Test
    void compressionMustStopOrTurnCracks() {
        crack("au-c0MPa", "penetration", 5, 3.5e-5);
        crack("au-c200MPa", "spalls", 9, 1e-5);
        assertThat(check(DEFLECTION).path("pairs").asInt()).isEqualTo(1);
        assertThat(check(DEFLECTION).path("holds").asBoolean()).isTrue();
        assertThat(check(DEFLECTION).path("initiation_ratio").asDouble()).isEqualTo(1.8);
        populations.get("au-c200MPa").cracks().clear();
        crack("au-c200MPa", "penetration", 9, 3.9e-5);
        assertThat(check(DEFLECTION).path("holds").asBoolean()).isFalse();
    }

    /** The design with stack pressure leaves compression to the study, whose value is that of the other one. */
    @Test
    void stackPressureMustHardlyMatter() {
        crack("au-c0MPa", "spalls", 5, 1e-5);
        crack("au-pressed", "spalls", 5.1, 1e-5);
        assertThat(check(STACK).path("initiation_ratio").asDouble()).isCloseTo(1.02, within(1e-12));
        assertThat(check(STACK).path("holds").asBoolean()).isTrue();
        populations.get("au-pressed").cracks().clear();
        crack("au-pressed", "spalls", 6, 1e-5);
        assertThat(check(STACK).path("holds").asBoolean()).isFalse();
    }

    /** 5 MPa shift by 0.674 mV, and the sign must be that of compression. */
    @Test
    void pressureMustMakePlatingHarder() {
        coupling("au-pressed", -5e6, -0.6737e-3, 0.33);
        assertThat(check(SHIFT).path("holds").asBoolean()).isTrue();
        assertThat(check(LATERAL).path("holds").asBoolean()).isTrue();
        populations.get("au-pressed").couplings().clear();
        coupling("au-pressed", -5e6, 0.6737e-3, 0.6);
        assertThat(check(SHIFT).path("holds").asBoolean()).isFalse();
        assertThat(check(LATERAL).path("holds").asBoolean()).isFalse();
    }
}
