package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.core.PhysicalConstants;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.physics.crack.CrackPath;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.CrackRow;
import org.grainflux.study.results.CrackStepRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.UnitResult;
import org.junit.jupiter.api.Test;

class CrackExtensionsTest {
    private static final StudyConfig STUDY = SmallStudy.with(
            "electrolyte.grain_boundary_fracture_toughness_MPa_sqrt_m=0.44",
            "fracture.extension.realizations=1",
            "fracture.extension.step_um=5",
            "fracture.extension.element_um=0.8");
    private static final List<FieldSink.CrackFrame> FRAMES = new ArrayList<>();
    private static final UnitResult FOLLOWED = new RealizationRunner(STUDY, 1, new FieldSink() {
                @Override
                public void accept(PotentialField field) {}

                @Override
                public void accept(CrackFrame frame) {
                    FRAMES.add(frame);
                }
            })
            .run(new WorkUnit(0, List.of("bare", "au")));

    private static List<CrackStepRow> steps(String design, int electrode) {
        return FOLLOWED.crackSteps().stream()
                .filter(step -> step.design().equals(design) && step.electrode() == electrode)
                .toList();
    }

    @Test
    void everyElectrodeAndDesignHasOneCrackWithAnEnd() {
        assertThat(FOLLOWED.cracks())
                .extracting(CrackRow::design, CrackRow::electrode)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bare", 0),
                        org.assertj.core.groups.Tuple.tuple("bare", 1),
                        org.assertj.core.groups.Tuple.tuple("au", 0),
                        org.assertj.core.groups.Tuple.tuple("au", 1));
        assertThat(FOLLOWED.cracks())
                .anySatisfy(crack -> assertThat(crack.steps()).isGreaterThan(1));
        for (CrackRow crack : FOLLOWED.cracks()) {
            assertThat(crack.end()).isNotEqualTo(CrackRow.NUMERICAL_FAILURE);
            assertThat(steps(crack.design(), crack.electrode())).hasSize(crack.steps());
        }
        assertThat(FOLLOWED.ledger()).extracting(LedgerRow::state).containsOnly(LedgerRow.COMPLETED);
        assertThat(FOLLOWED.timings().get(0).extendS()).isPositive();
    }

    /** Only what presses differs between designs, so the same pressures are needed on the same way. */
    @Test
    void aDesignChangesTheCurrentAndNotTheWay() {
        for (int e = 0; e < 2; e++) {
            List<CrackStepRow> bare = steps("bare", e);
            List<CrackStepRow> au = steps("au", e);
            assertThat(au).hasSameSizeAs(bare);
            for (int k = 0; k < bare.size(); k++) {
                assertThat(au.get(k).pressurePa()).isEqualTo(bare.get(k).pressurePa());
                assertThat(au.get(k).currentAPerM2()).isGreaterThan(bare.get(k).currentAPerM2());
            }
        }
    }

    /** At the current at which it began the first way on is at G = G_c, and the later ones as far above as they need less. */
    @Test
    void theRatioOfEnergiesFollowsTheSquareOfTheCurrent() {
        for (CrackStepRow step : FOLLOWED.crackSteps()) {
            double first = steps(step.design(), step.electrode()).get(0).currentAPerM2();
            double expected = first / step.currentAPerM2() * first / step.currentAPerM2();
            // Nothing but lithium presses, so K is proportional to the current.
            assertThat(step.energyRatioAtInitiation()).isCloseTo(expected, within(1e-9 * expected));
            double k = Math.hypot(step.modeIPaSqrtM(), step.modeIIPaSqrtM());
            double g = k * k * (1 - 0.26 * 0.26) / STUDY.electrolyte().youngsModulusPa();
            assertThat(step.energyReleaseRateJPerM2()).isCloseTo(g, within(1e-9 * g));
        }
    }

    /** Frames are of the fields the rows came from: the faces are apart by as much as the lithium between them takes. */
    @Test
    void everyStepLeavesAFrame() {
        assertThat(FRAMES).hasSameSizeAs(FOLLOWED.crackSteps());
        for (int k = 0; k < FRAMES.size(); k++) {
            FieldSink.CrackFrame frame = FRAMES.get(k);
            CrackStepRow step = FOLLOWED.crackSteps().get(k);
            assertThat(frame.lengthsM()).hasSize(step.step() + 1);
            assertThat(frame.lengthsM()[step.step()]).isEqualTo(step.lengthM());
            assertThat(frame.pressurePa()).isEqualTo(step.pressurePa());
            double volumeM2 = openedM2(frame);
            double expected = step.chargeCPerM() * 13.0e-6 / PhysicalConstants.FARADAY_C_PER_MOL;
            // Boundaries that hold open by their springs as well, a thousandth of what is free.
            assertThat(volumeM2).isCloseTo(expected, within(0.02 * expected));
        }
    }

    /** ∫ of the distance of the faces, which is linear along each facet. */
    private static double openedM2(FieldSink.CrackFrame frame) {
        SimplexMesh mesh = frame.mesh();
        InterfaceFacets facets = mesh.interfaces();
        double sum = 0;
        for (int f = 0; f < facets.count(); f++) {
            int a = facets.minusNode(f, 0);
            int b = facets.minusNode(f, 1);
            double alongX = mesh.coordinateM(b, 0) - mesh.coordinateM(a, 0);
            double alongY = mesh.coordinateM(b, 1) - mesh.coordinateM(a, 1);
            double normal = 0;
            for (int c = 0; c < 2; c++) {
                double jumpX = jump(frame, facets, f, c, 0);
                double jumpY = jump(frame, facets, f, c, 1);
                normal += 0.5 * (jumpX * alongY - jumpY * alongX);
            }
            sum += Math.abs(normal);
        }
        return sum;
    }

    private static double jump(FieldSink.CrackFrame frame, InterfaceFacets facets, int facet, int corner, int axis) {
        return frame.displacementM()[2 * facets.plusNode(facet, corner) + axis]
                - frame.displacementM()[2 * facets.minusNode(facet, corner) + axis];
    }

    @Test
    void aStudyFollowsAsManyStructuresAsItAsksFor() {
        assertThat(SmallStudy.run(STUDY, 1, "bare").cracks()).isEmpty();
        assertThat(SmallStudy.run(SmallStudy.with(), 0, "bare").cracks()).isEmpty();
    }

    @Test
    void sharedLengthIsThatAlongTheSameBoundaries() {
        double[] x = {0, 0, 0, 0};
        double[] depths = {0, 1e-6, 3e-6, 7e-6};
        CrackPath crack = new CrackPath(0, 1e-5, x, depths, new int[] {4, 7, CrackPath.GRAIN}, Double.NaN);
        CrackPath other =
                new CrackPath(0, 1e-5, x, depths, new int[] {CrackPath.GRAIN, 7, CrackPath.GRAIN}, Double.NaN);
        assertThat(CrackExtensions.shared(crack, other)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(CrackExtensions.shared(crack, crack)).isEqualTo(1);
    }
}
