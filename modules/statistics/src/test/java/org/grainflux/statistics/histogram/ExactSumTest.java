package org.grainflux.statistics.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {
    private static ExactSum sum(double... values) {
        ExactSum sum = new ExactSum();
        for (double x : values) {
            sum.add(x);
        }
        return sum;
    }

    /** Any finite double: exponents spread over the whole range, subnormals and signs included. */
    private static double anyDouble(RandomGenerator random) {
        double x;
        do {
            x = Double.longBitsToDouble(random.nextLong());
        } while (!Double.isFinite(x));
        return x;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void roundsTheExactSumOnce(long seed) {
        RandomGenerator random = RandomStreams.stream(seed, "test-sum", 0);
        BigDecimal exact = BigDecimal.ZERO;
        ExactSum sum = new ExactSum();
        for (int i = 0; i < 200; i++) {
            // Odd seeds stay near one exponent, where cancellation and ties happen.
            double x = seed % 2 == 0 ? anyDouble(random) : random.nextInt(-8, 9) * Math.scalb(1.0, random.nextInt(60));
            exact = exact.add(new BigDecimal(x));
            sum.add(x);
            assertThat(sum.value()).isEqualTo(exact.doubleValue());
        }
    }

    @Test
    void knownHardCases() {
        assertThat(sum(1e308, 1e308, -1e308, -1e308, 1e-320).value()).isEqualTo(1e-320);
        assertThat(sum(1, 1e100, 1, -1e100).value()).isEqualTo(2);
        assertThat(sum(1, Math.ulp(1.0) / 2).value()).isEqualTo(1); // tie to even
        assertThat(sum(1, Math.ulp(1.0) / 2, Double.MIN_VALUE).value()).isEqualTo(Math.nextUp(1.0)); // sticky bit
        assertThat(sum(-1, -Math.ulp(1.0) / 2, -Double.MIN_VALUE).value()).isEqualTo(Math.nextDown(-1.0));
        assertThat(sum(Double.MIN_VALUE, Double.MIN_VALUE).value()).isEqualTo(2 * Double.MIN_VALUE);
        assertThat(sum(Double.MAX_VALUE, Double.MAX_VALUE).value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(sum().value()).isZero();
    }

    @Test
    void anyOrderAndAnyMergingGiveTheSameBits() {
        RandomGenerator random = RandomStreams.stream(11, "test-sum", 0);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            values.add(Math.exp(40 * random.nextGaussian()) * (random.nextBoolean() ? 1 : -1));
        }
        ExactSum reference = sum(values.stream().mapToDouble(x -> x).toArray());
        for (int shuffle = 0; shuffle < 10; shuffle++) {
            Collections.shuffle(values, new Random(shuffle));
            List<ExactSum> parts = new ArrayList<>(List.of(new ExactSum(), new ExactSum(), new ExactSum()));
            for (double x : values) {
                parts.get(random.nextInt(3)).add(x);
            }
            ExactSum merged = parts.get(2);
            merged.add(parts.get(0));
            merged.add(parts.get(1));
            assertThat(merged).isEqualTo(reference).hasSameHashCodeAs(reference);
            assertThat(merged.value()).isEqualTo(reference.value());
        }
    }

    @Test
    void onlyFiniteValuesAdd() {
        assertThatThrownBy(() -> sum(Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> sum(Double.NEGATIVE_INFINITY)).hasMessageContaining("finite");
    }
}
