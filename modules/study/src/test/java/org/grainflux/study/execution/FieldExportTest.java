package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.execution.FieldSink.PotentialField;
import org.grainflux.study.plan.WorkUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exported field must carry the current that the electrodes report, which comes from nodal reactions. */
class FieldExportTest {
    private static final double HEIGHT_M = 20e-6;

    /** Relative errors of the current through the mid-plane on meshes of half the size each. */
    @ParameterizedTest
    @ValueSource(strings = {"bare", "hl"})
    void theCurrentThroughTheMidPlaneConvergesToThatOfTheElectrodes(String design) {
        double[] errors = new double[3];
        for (int level = 0; level < 3; level++) {
            errors[level] = Math.abs(cutOverReported(field(design, 1 << level), 0.5 * HEIGHT_M) - 1);
        }

        // Piecewise constant gradients: first order pointwise, with much cancellation in the integral.
        assertThat(errors[0]).isLessThan(0.03);
        assertThat(errors[2]).isLessThan(0.004);
        assertThat(errors[2]).isLessThan(0.5 * errors[0]);
    }

    @Test
    void thePotentialFallsFromOneVoltToZeroAndJumpsAtBoundaries() {
        PotentialField field = field("bare", 1);

        assertThat(field.potentialV()).hasSize(field.mesh().nodeCount());
        assertThat(Arrays.stream(field.potentialV()).summaryStatistics().getMin())
                .isBetween(0.0, 0.5);
        assertThat(Arrays.stream(field.potentialV()).summaryStatistics().getMax())
                .isBetween(0.5, 1.0);
        double jump = 0;
        for (int f = 0; f < field.mesh().interfaces().count(); f++) {
            jump = Math.max(
                    jump,
                    Math.abs(field.potentialV()[field.mesh().interfaces().minusNode(f, 0)]
                            - field.potentialV()[field.mesh().interfaces().plusNode(f, 0)]));
        }
        // The two contacts of 1000 Ω cm² take nearly all of it; a boundary of 1 Ω cm² some half a millivolt.
        assertThat(jump).isBetween(1e-4, 2e-3);
        assertThat(field.grainOrientationAngleRad()).hasSizeGreaterThan(4);
        assertThat(field.meanCurrentDensityAPerM2()).isCloseTo(1 / 0.2, within(0.02));
    }

    private static PotentialField field(String design, int refinement) {
        StudyConfig study = SmallStudy.with(
                "numerics.convergence_samples=0",
                "numerics.foot_element_nm=" + 400.0 / refinement,
                "numerics.electrode_element_um=" + 1.6 / refinement,
                "numerics.interior_element_um=" + 1.6 / refinement,
                "numerics.growth=" + 0.6 / refinement);
        List<PotentialField> fields = new ArrayList<>();
        new RealizationRunner(study, 1, fields::add).run(new WorkUnit(0, List.of(design)));
        assertThat(fields).hasSize(1);
        return fields.get(0);
    }

    /** ∫ J_y over the cut y = const, over the electrodes' current. */
    private static double cutOverReported(PotentialField field, double yM) {
        SimplexMesh mesh = field.mesh();
        double current = 0;
        double width = 0;
        for (int e = 0; e < mesh.elementCount(); e++) {
            double length = cutLength(mesh, e, yM);
            width += length;
            current += length * field.elementCurrentDensityAPerM2()[2 * e + 1];
        }
        assertThat(width).isCloseTo(40e-6, within(1e-12));
        return current / (width * field.meanCurrentDensityAPerM2());
    }

    /** Length of the line y = const inside a triangle. */
    private static double cutLength(SimplexMesh mesh, int element, double yM) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < 3; k++) {
            int a = mesh.elementNode(element, k);
            int b = mesh.elementNode(element, (k + 1) % 3);
            double below = mesh.coordinateM(a, 1) - yM;
            double above = mesh.coordinateM(b, 1) - yM;
            if (below * above < 0) {
                double t = below / (below - above);
                double x = mesh.coordinateM(a, 0) + t * (mesh.coordinateM(b, 0) - mesh.coordinateM(a, 0));
                left = Math.min(left, x);
                right = Math.max(right, x);
            }
        }
        return right > left ? right - left : 0;
    }
}
