package org.grainflux.report.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {
    private final ObjectNode root = new ObjectMapper().createObjectNode();
    private final ArrayNode designs = root.putArray("designs");

    private void layer(String name, double thicknessUm, double sPerCm) {
        designs.addObject().put("name", name).put("thickness_um", thicknessUm).put("conductivity_S_per_cm", sPerCm);
    }

    @Test
    void expandedDesignsAreASweepAndSingleOnesAreNot() {
        designs.addObject().put("name", "bare");
        layer("hl", 10, 1e-4);
        layer("hl-2", 5, 1e-4);
        for (double thickness : new double[] {10, 0.3, 1}) {
            layer("sweep-t" + thickness + "um-s1e-5", thickness, 1e-5);
            layer("sweep-t" + thickness + "um-s1e-3", thickness, 1e-3);
        }
        RunSummary summary = new RunSummary(root);
        Sweep sweep = Sweep.of(summary.designs());
        assertThat(sweep.lines().keySet()).containsExactly(1e-5, 1e-3);
        assertThat(sweep.lines().get(1e-5)).extracting(Design::thicknessUm).containsExactly(0.3, 1.0, 10.0);
        assertThat(sweep.others(summary.designs())).extracting(Design::name).containsExactly("bare", "hl", "hl-2");
    }

    @Test
    void twoThicknessesAreNoCurve() {
        layer("pair-t1um", 1, 1e-4);
        layer("pair-t2um", 2, 1e-4);
        assertThat(Sweep.of(new RunSummary(root).designs()).exists()).isFalse();
    }

    @Test
    void numbersThatDoNotExistAreNaN() {
        designs.addObject()
                .put("name", "x")
                .putObject("ccd_mA_per_cm2")
                .putObject("competing")
                .putNull("median");
        List<Design> read = new RunSummary(root).designs();
        assertThat(read.get(0).criticalCurrent(Hypothesis.COMPETING).median().isKnown())
                .isFalse();
        assertThat(read.get(0).referenceAreaCm2()).isNaN();
        assertThat(read.get(0).label()).isEqualTo("x");
    }
}
