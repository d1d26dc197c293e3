package org.grainflux.physics.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TipSweepTest {
    private static final TipSweep SWEEP = new TipSweep(3.4e12, 3.7e6, 1e-6, 1e-12);

    @Test
    void theWayBackIsOhmic() {
        TipSweep.Curve curve = SWEEP.run(0.12, 0.5, 51);
        for (int k = 51; k < 102; k++) {
            double magnitude = -curve.biasV()[k];
            if (magnitude / 3.7e6 > 1e-12) {
                assertThat(-curve.currentA()[k]).isCloseTo(magnitude / 3.7e6, within(1e-3 * magnitude / 3.7e6));
            }
        }
    }

    @Test
    void theCurrentJumpsAtTheTriggerOnly() {
        TipSweep.Curve curve = SWEEP.run(0.12, 0.5, 51);
        for (int k = 0; k < 51; k++) {
            if (-curve.biasV()[k] < 0.12 - 1e-9) {
                assertThat(-curve.currentA()[k]).isEqualTo(1e-12);
            } else {
                assertThat(-curve.currentA()[k]).isGreaterThan(1e-8);
            }
        }
    }

    @Test
    void withoutATriggerBothWaysAreTheSame() {
        TipSweep.Curve curve = SWEEP.run(Double.POSITIVE_INFINITY, 10, 21);
        for (int k = 0; k < 21; k++) {
            assertThat(curve.currentA()[k]).isEqualTo(curve.currentA()[41 - k]);
        }
        assertThat(-curve.currentA()[20]).isCloseTo(10 / 3.4e12, within(1e-14));
    }

    @Test
    void theComplianceHolds() {
        assertThat(new TipSweep(1e12, 1e3, 1e-6, 0).currentA(5, true)).isEqualTo(1e-6);
    }
}
