package org.grainflux.statistics.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeakestLinkTest {
    private static final double ONE_CM2_IN_M2 = 1e-4;

    @ParameterizedTest
    @CsvSource({ // reference figures have two digits
        "3, 1e-8, 0.05, 0.005", "5, 1e-8, 0.16, 0.005", "10, 1e-8, 0.40, 0.005", // (100 µm)² → 1 cm²
        "3, 1e-9, 0.022, 0.0006", "5, 1e-9, 0.10, 0.0005", "10, 1e-9, 0.32, 0.005", // 100 µm × 10 µm → 1 cm²
    })
    void factorsFromAPatchToOneSquareCentimetre(double modulus, double patchM2, double factor, double tolerance) {
        assertThat(WeakestLink.areaFactor(ONE_CM2_IN_M2 / patchM2, modulus)).isCloseTo(factor, within(tolerance));
        WeakestLink law = new WeakestLink(modulus, 2.5, patchM2);
        assertThat(law.medianAt(ONE_CM2_IN_M2) / law.medianAt(patchM2)).isCloseTo(factor, within(tolerance));
    }

    @Test
    void halfSurvivesTheMedian() {
        WeakestLink law = new WeakestLink(4, 0.3, 1e-9);
        assertThat(law.survival(law.medianAt(7e-9), 7e-9)).isCloseTo(0.5, within(1e-14));
        assertThat(law.survival(0.3, 1e-9)).isCloseTo(Math.exp(-1), within(1e-14));
    }

    @Test
    void modulusOfParetoSizes() {
        assertThat(WeakestLink.modulusOfParetoSizes(1.5, 0.5)).isEqualTo(3);
        assertThat(WeakestLink.modulusOfParetoSizes(1.5, 1.5)).isEqualTo(1);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new WeakestLink(Double.NaN, 1, 1)).hasMessageContaining("modulus");
        assertThatThrownBy(() -> WeakestLink.areaFactor(0, 3)).hasMessageContaining("area ratio");
    }
}
