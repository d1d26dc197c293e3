package org.grainflux.physics.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Extremes of averages that are known within bounds, on an electrode of mean 2. */
class GrainExtremesTest {
    @Test
    void ofResolvedContactsAreTheirExtremes() {
        GrainExtremes extremes = extremes(resolved(0, 1), resolved(1, 5), resolved(2, 2));
        assertThat(extremes.maxOverMean()).isCloseTo(2.5, within(1e-12));
        assertThat(extremes.maxOverMin()).isCloseTo(5, within(1e-12));
        assertThat(extremes.unresolvedReason()).isEmpty();
    }

    /** 3 ± 0.9 lies between 1 and 5 whatever it is in truth. */
    @Test
    void areKnownWhenNoUnresolvedContactCanHoldThem() {
        GrainExtremes extremes = extremes(resolved(0, 1), unresolved(1, 3, 0.9, 0.9), resolved(2, 5));
        assertThat(extremes.maxOverMin()).isCloseTo(5, within(1e-12));
        assertThat(extremes.unresolvedReason()).isEmpty();
    }

    @Test
    void theLargestIsUnknownWhenAnUnresolvedContactMayHaveMore() {
        GrainExtremes extremes = extremes(resolved(0, 1), unresolved(1, 4.5, 0.6, 0), resolved(2, 5));
        assertThat(extremes.maxOverMean()).isNaN();
        assertThat(extremes.maxOverMin()).isNaN();
        assertThat(extremes.unresolvedReason().orElseThrow())
                .startsWith("the largest grain average is not known: the contact of grain 1");
    }

    @Test
    void theSmallestIsUnknownWhenAnUnresolvedContactMayHaveLess() {
        GrainExtremes extremes = extremes(resolved(0, 1), unresolved(1, 1.2, 0, 0.3), resolved(2, 5));
        assertThat(extremes.maxOverMean()).isCloseTo(2.5, within(1e-12));
        assertThat(extremes.maxOverMin()).isNaN();
        assertThat(extremes.unresolvedReason().orElseThrow())
                .startsWith("the smallest grain average is not known: the contact of grain 1");
    }

    @Test
    void noContactIsResolved() {
        assertThat(extremes(unresolved(0, 2, 0.5, 0.5)).maxOverMean()).isNaN();
    }

    /** Rounding of either sign is no current; a millionth and more is one. */
    @Test
    void theRatioToAGrainWithoutCurrentIsNull() {
        for (double rounding : new double[] {0, 1e-11, -3e-9}) {
            GrainExtremes extremes = extremes(resolved(0, 5), resolved(7, rounding));
            assertThat(extremes.maxOverMean()).isCloseTo(2.5, within(1e-12));
            assertThat(extremes.maxOverMin()).isNaN();
            assertThat(extremes.unresolvedReason().orElseThrow())
                    .contains("grain 7")
                    .contains("carries no current");
        }
        assertThat(extremes(resolved(0, 5), resolved(1, 1e-5)).maxOverMin()).isCloseTo(5e5, within(1e-3));
    }

    @Test
    void sliversAreLeftOutWhetherResolvedOrNot() {
        GrainExtremes extremes = extremes(
                resolved(0, 4),
                resolved(1, 2),
                new GrainAverage(2, 1, 0.1e-6, 9),
                new GrainAverage(3, 1, 0.1e-6, 3, 9, 9));
        assertThat(extremes.maxOverMin()).isCloseTo(2, within(1e-12));
        assertThat(extremes(new GrainAverage(2, 1, 0.1e-6, 9))
                        .unresolvedReason()
                        .orElseThrow())
                .contains("no grain touches the electrode on 200 nm");
    }

    private static GrainAverage resolved(int grain, double mean) {
        return new GrainAverage(grain, 1e-12, 1e-6, mean);
    }

    private static GrainAverage unresolved(int grain, double mean, double loss, double gain) {
        return new GrainAverage(grain, 1e-12, 1e-6, mean, loss, gain);
    }

    private static GrainExtremes extremes(GrainAverage... grains) {
        return GrainExtremes.of(new Averages(List.of(grains)));
    }

    private record Averages(List<GrainAverage> grainAverages) implements InterfaceCurrent {
        @Override
        public double[] sizeM() {
            return new double[] {1e-5};
        }

        @Override
        public double meanAPerM2() {
            return 2;
        }

        @Override
        public double resolvedWindowM() {
            return 1e-7;
        }

        @Override
        public Optional<String> whyUnresolved(double windowM) {
            return Optional.empty();
        }

        @Override
        public double averageAround(double[] positionM, double windowM) {
            return 2;
        }

        @Override
        public WindowAverage sliding(double windowM) {
            throw new UnsupportedOperationException("windows are not asked for");
        }
    }
}
