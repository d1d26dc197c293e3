package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step of current with known averages: 3 A/m² on [2, 4) µm of a 10 µm cell, 0.5 A/m² elsewhere; mean 1 A/m². */
class TraceCurrentTest {
    private static final double UM = 1e-6;
    private static final double EXACT = 1e-12;

    private static TraceCurrent step(double firstEdge, double resolvedWindowM) {
        double[] edges = {firstEdge, 2 * UM, 4 * UM, 10 * UM + firstEdge};
        double[] currents = {0.5 * (edges[1] - edges[0]), 3 * 2 * UM, 0.5 * (edges[3] - edges[2])};
        return new TraceCurrent(
                new TraceCells(10 * UM, edges),
                currents,
                resolvedWindowM,
                List.of(
                        new GrainContact(4, 2 * UM, 2 * UM),
                        new GrainContact(7, 4 * UM, 7.9 * UM),
                        new GrainContact(9, 11.9 * UM, 0.1 * UM)));
    }

    @Test
    void windowsWrapAroundThePeriod() {
        for (double firstEdge : new double[] {0, -1.5 * UM}) {
            TraceCurrent current = step(firstEdge, 0);
            assertThat(current.meanAPerM2()).isCloseTo(1, within(EXACT));
            assertThat(current.windowMean(new double[] {3 * UM}, UM)).isCloseTo(3, within(EXACT));
            assertThat(current.windowMean(new double[] {2 * UM}, UM)).isCloseTo(1.75, within(EXACT));
            assertThat(current.windowMean(new double[] {12 * UM}, UM)).isCloseTo(1.75, within(EXACT));
            assertThat(current.windowMean(new double[] {-7 * UM}, UM)).isCloseTo(3, within(EXACT));
            assertThat(current.windowMean(new double[] {0}, UM)).isCloseTo(0.5, within(EXACT));
            assertThat(current.windowMean(new double[] {1.23 * UM}, 10 * UM)).isCloseTo(1, within(EXACT));
        }
    }

    @Test
    void slidingAverageIsExact() {
        SlidingAverage average = step(0, 0).sliding(UM);
        assertThat(average.maximum()).isCloseTo(3, within(EXACT));
        // Over the window's position: 3 for 1 µm, 0.5 for 7 µm, two ramps of 1 µm between them.
        double ramp = (9 + 1.5 + 0.25) / 3;
        double variance = (9 * 1 + 0.25 * 7 + 2 * ramp) / 10 - 1;
        assertThat(average.cov()).isCloseTo(Math.sqrt(variance), within(1e-9));
        assertThat(average.fractionAbove(2)).isCloseTo((1 + 2 * 0.4) / 10, within(1e-9));
        assertThat(average.quantile(0.9)).isCloseTo(3, within(1e-9));
        assertThat(average.quantile(0.8)).isCloseTo(1.75, within(1e-9));
        assertThat(step(0, 0).slidingMaximum(4 * UM)).isCloseTo(1.75, within(EXACT));
    }

    @Test
    void windowsThatMeanNothingAreNotANumber() {
        TraceCurrent current = step(0, 150e-9);
        assertThat(current.slidingMaximum(100e-9)).isNaN();
        assertThat(current.slidingMaximum(11 * UM)).isNaN();
        assertThat(current.cov(100e-9)).isNaN();
        HotSpots spots = HotSpots.of(current);
        assertThat(spots.w100MaxOverMean()).isNaN();
        assertThat(spots.w200MaxOverMean()).isCloseTo(3, within(1e-9));
        assertThat(spots.w500MaxOverMean()).isCloseTo(3, within(1e-9));
    }

    @Test
    void sliversAreNoGrains() {
        HotSpots spots = HotSpots.of(step(0, 0));
        assertThat(spots.grainAverageMaxOverMean()).isCloseTo(3, within(EXACT));
        assertThat(spots.grainAverageMaxOverMin()).isCloseTo(6, within(EXACT));
        assertThat(spots.fractionAboveTwiceMean()).isCloseTo((1.8 + 2 * 0.2 * 0.4) / 10, within(1e-9));
    }

    /** Many cells of random length and current, all shorter than the window: quantiles against positions sampled densely. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void quantilesAreThoseOfAllPositions(long seed) {
        Random random = new Random(seed);
        double[] edges = new double[42];
        double[] currents = new double[41];
        for (int k = 0; k < 41; k++) {
            edges[k + 1] = edges[k] + UM * (0.05 + random.nextDouble());
            currents[k] = (edges[k + 1] - edges[k]) * Math.exp(2 * random.nextGaussian());
        }
        TraceCurrent current = new TraceCurrent(new TraceCells(edges[41], edges), currents, 0, List.of());
        SlidingAverage average = current.sliding(1.2 * UM);
        double[] sampled = new double[100_000];
        for (int k = 0; k < sampled.length; k++) {
            double start = edges[41] * (k + 0.5) / sampled.length;
            sampled[k] = current.meanBetween(start, start + 1.2 * UM);
        }
        Arrays.sort(sampled);
        for (double fraction : new double[] {0.05, 0.5, 0.95, 0.99}) {
            int at = (int) (fraction * sampled.length);
            assertThat(average.quantile(fraction))
                    .isBetween(sampled[at - 82] * (1 - EXACT), sampled[Math.min(at + 82, 99_999)] * (1 + EXACT));
            assertThat(1 - average.fractionAbove(average.quantile(fraction))).isCloseTo(fraction, within(1e-12));
        }
    }
}
