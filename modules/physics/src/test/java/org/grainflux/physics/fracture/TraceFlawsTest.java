package org.grainflux.physics.fracture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.core.ScalarDistribution;
import org.grainflux.microstructure.BoundaryNetwork;
import org.grainflux.microstructure.BoundaryTrace;
import org.junit.jupiter.api.Test;

/** Flaws on the electrode plane of a volume: their numbers follow the length of the traces, their places the traces. */
class TraceFlawsTest {
    private static final double[] SIZE = {40e-6, 60e-6, 30e-6};
    private static final double PITCH = 10e-6;

    /** A square grid of 10 µm as the pattern of traces: 4 × 6 faces, as many points, twice as many traces. */
    private static BoundaryNetwork grid() {
        List<BoundaryTrace> traces = new ArrayList<>();
        for (int electrode = 0; electrode < 2; electrode++) {
            double z = electrode * SIZE[2];
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 6; j++) {
                    double x = (i + 0.5) * PITCH;
                    double y = (j + 0.5) * PITCH;
                    traces.add(new BoundaryTrace(
                            electrode, 0, new double[] {x, y, z}, new double[] {x + PITCH, y, z}, 1.5));
                    traces.add(new BoundaryTrace(
                            electrode, 1, new double[] {x, y, z}, new double[] {x, y + PITCH, z}, 1.5));
                }
            }
        }
        return new BoundaryNetwork(List.of(), List.of(), List.of(), traces, new int[0]);
    }

    @Test
    void sitesOfAPlaneAreItsTracesPointsAndFaces() {
        ElectrodeSites sites = ElectrodeSites.of(grid(), 1, SIZE, 1e-6);

        assertThat(sites.isPlane()).isTrue();
        assertThat(sites.measure()).isCloseTo(2400e-12, within(1e-20));
        assertThat(sites.boundaryMeasure()).isCloseTo(48 * PITCH, within(1e-15));
        assertThat(sites.triplePoints()).hasSize(24);
        assertThat(sites.contactCount()).isEqualTo(24);
    }

    @Test
    void numbersFollowLengthPointsAndArea() {
        ElectrodeSites sites = ElectrodeSites.of(grid(), 0, SIZE, 1e-6);
        FlawPopulation population = population(2e4, 0.5, 1e9, BoundaryCorrelation.ON_BOUNDARIES);
        assertThat(population.meanCount(sites)).isCloseTo(2e4 * 480e-6 + 0.5 * 24 + 2.4, within(1e-9));

        RandomGenerator random = RandomStreams.stream(3, "trace-flaws", 0);
        int draws = 2000;
        int[] bySite = new int[FlawSite.values().length];
        for (int n = 0; n < draws; n++) {
            population.sample(sites, random).forEach(flaw -> bySite[flaw.site().ordinal()]++);
        }
        // Poisson means of 9.6, 12 and 2.4: four standard errors of a mean of 2,000 draws.
        assertThat(bySite[FlawSite.BOUNDARY_FOOT.ordinal()] / (double) draws)
                .isCloseTo(9.6, within(4 * Math.sqrt(9.6 / draws)));
        assertThat(bySite[FlawSite.TRIPLE_POINT.ordinal()] / (double) draws)
                .isCloseTo(12, within(4 * Math.sqrt(12.0 / draws)));
        assertThat(bySite[FlawSite.GRAIN.ordinal()] / (double) draws)
                .isCloseTo(2.4, within(4 * Math.sqrt(2.4 / draws)));
    }

    @Test
    void flawsLieAnywhereOnTheirTracesAndInTheCell() {
        ElectrodeSites sites = ElectrodeSites.of(grid(), 0, SIZE, 1e-6);
        List<Flaw> flaws = population(1e6, 0, 0, BoundaryCorrelation.ON_BOUNDARIES)
                .sample(sites, RandomStreams.stream(4, "trace-flaws", 0));

        assertThat(flaws).hasSizeGreaterThan(300);
        double fractions = 0;
        for (Flaw flaw : flaws) {
            ElectrodePoint p = flaw.position();
            assertThat(p.xM()).isBetween(0.0, SIZE[0]);
            assertThat(p.yM()).isBetween(0.0, SIZE[1]);
            double fromLineX = offset(p.xM());
            double fromLineY = offset(p.yM());
            assertThat(Math.min(Math.min(fromLineX, 1 - fromLineX), Math.min(fromLineY, 1 - fromLineY)))
                    .isLessThan(1e-9);
            fractions += Math.max(Math.min(fromLineX, 1 - fromLineX), Math.min(fromLineY, 1 - fromLineY));
        }
        // The distance to the nearer end of a trace is uniform in [0, 1/2]: mean 1/4, deviation 1/√48.
        assertThat(fractions / flaws.size()).isCloseTo(0.25, within(4 / Math.sqrt(48.0 * flaws.size())));
    }

    @Test
    void uniformPlacementKeepsTheMarksAndFillsThePlane() {
        ElectrodeSites sites = ElectrodeSites.of(grid(), 0, SIZE, 1e-6);
        List<Flaw> on = population(1e6, 0, 0, BoundaryCorrelation.ON_BOUNDARIES)
                .sample(sites, RandomStreams.stream(5, "trace-flaws", 0));
        List<Flaw> off = population(1e6, 0, 0, BoundaryCorrelation.UNIFORM)
                .sample(sites, RandomStreams.stream(5, "trace-flaws", 0));

        assertThat(off)
                .extracting(Flaw::depthM)
                .isEqualTo(on.stream().map(Flaw::depthM).toList());
        double meanY =
                off.stream().mapToDouble(f -> f.position().yM()).average().orElseThrow();
        assertThat(meanY).isCloseTo(30e-6, within(4 * 60e-6 / Math.sqrt(12.0 * off.size())));
    }

    /** Position in the grid, in periods of it from the nearest line on the left. */
    private static double offset(double positionM) {
        double cells = positionM / PITCH - 0.5;
        return cells - Math.floor(cells);
    }

    private static FlawPopulation population(
            double perTraceMetre, double perPoint, double perArea, BoundaryCorrelation correlation) {
        return new FlawPopulation(
                perTraceMetre,
                perPoint,
                perArea,
                new ScalarDistribution.LogNormal(2e-6, 1),
                ScalarDistribution.fixed(1e-7),
                ScalarDistribution.fixed(1e6),
                ScalarDistribution.fixed(1e6),
                correlation);
    }
}
