package org.grainflux.physics.fracture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.RandomStreams;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.microstructure.BoundaryFoot;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.microstructure.tessellation.MicrostructureGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlawPopulationTest {
    private static final double WIDTH = 100e-6;
    private static final ElectrodeSites SITES =
            ElectrodeSites.onLine(WIDTH, new double[] {7e-6, 31e-6, 55e-6, 80e-6}, new double[] {32e-6});
    private static final FlawPopulation ALL_KINDS = new FlawPopulation(
            1.5,
            0.5,
            2e4,
            new ScalarDistribution.LogNormal(2.1e-6, 1),
            new ScalarDistribution.LogUniform(5e-9, 500e-9),
            ScalarDistribution.fixed(0.7e6),
            ScalarDistribution.fixed(1.2e6),
            BoundaryCorrelation.ON_BOUNDARIES);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1, 5, 40, 100})
    void numbersArePoisson(double mean) {
        int n = 40_000;
        RandomGenerator random = RandomStreams.stream(7, "poisson", (long) (10 * mean));
        int[] counts = IntStream.range(0, n)
                .map(i -> FlawPopulation.poisson(mean, random))
                .toArray();
        double average = IntStream.of(counts).average().orElseThrow();
        double variance = IntStream.of(counts)
                        .mapToDouble(k -> (k - average) * (k - average))
                        .sum()
                / (n - 1);
        double empty = IntStream.of(counts).filter(k -> k == 0).count() / (double) n;
        // Four standard errors; Var(s²) ≈ (μ + 2μ²)/n for a Poisson sample.
        assertThat(average).isCloseTo(mean, within(4 * Math.sqrt(mean / n) + 1e-12));
        assertThat(variance).isCloseTo(mean, within(4 * Math.sqrt((mean + 2 * mean * mean) / n) + 1e-12));
        double p0 = Math.exp(-mean);
        assertThat(empty).isCloseTo(p0, within(4 * Math.sqrt(p0 * (1 - p0) / n) + 1e-12));
    }

    @Test
    void meanNumberIsTheSumOverSites() {
        assertThat(ALL_KINDS.meanCount(SITES)).isCloseTo(4 * 1.5 + 0.5 + 2, within(1e-12));
        int n = 5_000;
        double average = IntStream.range(0, n)
                .map(i -> ALL_KINDS.sample(SITES, stream(i)).size())
                .average()
                .orElseThrow();
        assertThat(average).isCloseTo(8.5, within(4 * Math.sqrt(8.5 / n)));
    }

    @Test
    void flawsSitWhereTheirSiteIsAndCarryItsToughness() {
        for (int i = 0; i < 200; i++) {
            for (Flaw flaw : ALL_KINDS.sample(SITES, stream(i))) {
                assertThat(flaw.openingM()).isBetween(5e-9, 500e-9);
                switch (flaw.site()) {
                    case BOUNDARY_FOOT -> {
                        assertThat(positions(SITES)).contains(flaw.position().xM());
                        assertThat(flaw.toughnessPaSqrtM()).isEqualTo(0.7e6);
                    }
                    case TRIPLE_POINT -> assertThat(flaw.position().xM()).isEqualTo(32e-6);
                    case GRAIN -> {
                        assertThat(flaw.position().xM()).isBetween(0.0, WIDTH);
                        assertThat(flaw.toughnessPaSqrtM()).isEqualTo(1.2e6);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void correlationMovesFlawsAndNothingElse(long seed) {
        List<Flaw> on = ALL_KINDS.sample(SITES, stream(seed));
        List<Flaw> off = ALL_KINDS.withCorrelation(BoundaryCorrelation.UNIFORM).sample(SITES, stream(seed));
        assertThat(off).hasSameSizeAs(on);
        for (int n = 0; n < on.size(); n++) {
            assertThat(off.get(n).depthM()).isEqualTo(on.get(n).depthM());
            assertThat(off.get(n).openingM()).isEqualTo(on.get(n).openingM());
            assertThat(off.get(n).site()).isEqualTo(on.get(n).site());
            if (on.get(n).site() != FlawSite.GRAIN) {
                assertThat(positions(SITES))
                        .doesNotContain(off.get(n).position().xM());
            }
        }
    }

    @Test
    void sameStreamGivesTheSameFlaws() {
        assertThat(ALL_KINDS.sample(SITES, stream(3))).isEqualTo(ALL_KINDS.sample(SITES, stream(3)));
        assertThat(ALL_KINDS.sample(SITES, stream(3))).isNotEqualTo(ALL_KINDS.sample(SITES, stream(4)));
    }

    @Test
    void assumedPopulationIsTheDocumentedOne() {
        FlawPopulation assumed = FlawPopulation.assumed();
        assertThat(assumed.meanCount(SITES)).isEqualTo(4);
        assertThat(assumed.depthM().median()).isEqualTo(2.1e-6);
        assertThat(assumed.openingM().median()).isCloseTo(50e-9, within(1e-12));
    }

    @Test
    void feetOfOneElectrodeAreWrappedAndSorted() {
        List<BoundaryFoot> feet = List.of(
                new BoundaryFoot(0, 0, new double[] {90e-6, 0}, 1.5),
                new BoundaryFoot(0, 1, new double[] {-10e-6, 0}, 1.5),
                new BoundaryFoot(0, 2, new double[] {110e-6, 0}, 1.5),
                new BoundaryFoot(1, 3, new double[] {50e-6, 0}, 1.5));
        double[] positions = positions(ElectrodeSites.ofFeet(feet, 0, WIDTH));
        assertThat(positions).containsExactly(new double[] {10e-6, 90e-6, 90e-6}, within(1e-18));
    }

    @Test
    void sitesOfAGeneratedStructureAreItsFeetAndShallowJunctions() {
        double[] size = {WIDTH, WIDTH};
        Microstructure structure = MicrostructureGenerator.generate(
                MicrostructureSpec.planar(WIDTH, WIDTH, 10e-6, Seeding.HARD_CORE), stream(1), stream(2));
        for (int electrode = 0; electrode < 2; electrode++) {
            int e = electrode;
            double surface = electrode * WIDTH;
            ElectrodeSites sites = ElectrodeSites.of(structure.network(), electrode, size, 3e-6);
            assertThat(positions(sites))
                    .hasSize((int) structure.network().feet().stream()
                            .filter(foot -> foot.electrode() == e)
                            .count())
                    .isSorted();
            assertThat(positions(sites).length).isBetween(5, 20);
            assertThat(sites.triplePoints()).hasSize((int) structure.network().junctions().stream()
                    .filter(junction -> Math.abs(junction.positionM()[1] - surface) < 3e-6)
                    .count());
        }
        assertThatThrownBy(() -> ElectrodeSites.of(structure.network(), 2, size, 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("electrode");
    }

    private static double[] positions(ElectrodeSites sites) {
        return sites.boundaries().stream()
                .mapToDouble(site -> site.start().xM())
                .toArray();
    }

    private static RandomGenerator stream(long index) {
        return RandomStreams.stream(20210307, "flaws-test", index);
    }
}
