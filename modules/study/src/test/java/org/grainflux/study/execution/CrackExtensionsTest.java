package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.grainflux.physics.crack.CrackPath;
import org.grainflux.study.config.StudyConfig;
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
    private static final UnitResult FOLLOWED = SmallStudy.run(STUDY, 0, "bare", "au");

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
