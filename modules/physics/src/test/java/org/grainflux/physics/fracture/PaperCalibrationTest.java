package org.grainflux.physics.fracture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.junit.jupiter.api.Test;

class PaperCalibrationTest {
    private static final GriffithCriterion EDGE = new GriffithCriterion(LithiumMetal.reference(), 1.12, 0);
    private static final PaperCalibration PAPER = PaperCalibration.fitPaper(EDGE, 1e6);

    @Test
    void oneFlawOf1Point8MicrometresLandsOnAllThreeDesigns() {
        assertThat(PAPER.flawDepthM()).isCloseTo(1.8e-6, within(0.05e-6));
        assertThat(PAPER.predictedAPerM2().get(1) / 10).isCloseTo(0.2, within(0.015));
        assertThat(PAPER.predictedAPerM2().get(2) / 10).isCloseTo(1.8, within(0.12));
        assertThat(PAPER.respectsBounds()).isTrue();
        assertThat(PAPER.rmsLnResidual()).isLessThan(0.06);
    }

    @Test
    void fittedFlawHasTheFittedOverpotential() {
        assertThat(EDGE.criticalOverpotentialV(1e6, PAPER.flawDepthM()))
                .isCloseTo(PAPER.criticalOverpotentialV(), within(1e-14));
        GriffithCriterion compressed = new GriffithCriterion(LithiumMetal.reference(), 1.12, 50e6);
        PaperCalibration under = PaperCalibration.fitPaper(compressed, 1e6);
        assertThat(compressed.criticalOverpotentialV(1e6, under.flawDepthM()))
                .isCloseTo(PAPER.criticalOverpotentialV(), within(1e-14));
    }

    @Test
    void fitMinimisesTheSquaresOfTheLogarithms() {
        double best = squares(PAPER.flawDepthM());
        assertThat(squares(1.01 * PAPER.flawDepthM())).isGreaterThan(best);
        assertThat(squares(0.99 * PAPER.flawDepthM())).isGreaterThan(best);
    }

    @Test
    void aBoundIsCheckedNotFitted() {
        PaperCalibration.Observation exact = new PaperCalibration.Observation("exact", 2, false, 26e-4, 10);
        PaperCalibration.Observation violated = new PaperCalibration.Observation("bound", 0.01, true, 26e-4, 10);
        PaperCalibration fit = PaperCalibration.fit(List.of(exact, violated), EDGE, 1e6);
        assertThat(fit.predictedAPerM2().get(0)).isCloseTo(2, within(1e-12));
        assertThat(fit.respectsBounds()).isFalse();
        assertThatThrownBy(() -> PaperCalibration.fit(List.of(violated), EDGE, 1e6))
                .isInstanceOf(InvalidInputException.class);
    }

    private static double squares(double depthM) {
        double etaV = EDGE.criticalOverpotentialV(1e6, depthM);
        return PAPER.observations().stream()
                .filter(observation -> !observation.upperBound())
                .mapToDouble(o -> Math.log(etaV / (o.fluxRatio() * o.interfaceAsrOhmM2()) / o.ccdAPerM2()))
                .map(residual -> residual * residual)
                .sum();
    }
}
