package org.grainflux.physics.fracture;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.grainflux.core.Require;
import org.grainflux.core.ScalarDistribution;

/**
 * A marked Poisson process of flaws on an electrode: independent Poisson numbers at feet, triple points and along the
 * surface; each flaw carries a depth, an opening and the toughness of its site.
 *
 * <p>A foot of a 2D structure stands for the trace of its boundary, so {@code meanPerFoot} is the 2D form of a number
 * per length of trace.
 *
 * @param meanPerFoot mean number at each boundary foot
 * @param meanPerTriplePoint mean number at each triple point within {@code triplePointDepthM} of the electrode
 * @param triplePointDepthM how near to the electrode a triple point must lie, m
 * @param meanPerSurfaceMetre mean number per metre of electrode, anywhere on grains, 1/m
 * @param depthM distribution of c, m; its upper tail decides how the critical current falls with the electrode's area: a
 *     Pareto tail of index γ gives a Weibull modulus of 2γ where the interface limits and 2γ/3 where the ohmic detour does
 * @param openingM distribution of w, m
 * @param boundaryToughnessPaSqrtM K_IC at feet and triple points, Pa √m
 * @param grainToughnessPaSqrtM K_IC at grain sites, Pa √m
 */
public record FlawPopulation(
        double meanPerFoot,
        double meanPerTriplePoint,
        double triplePointDepthM,
        double meanPerSurfaceMetre,
        ScalarDistribution depthM,
        ScalarDistribution openingM,
        ScalarDistribution boundaryToughnessPaSqrtM,
        ScalarDistribution grainToughnessPaSqrtM,
        BoundaryCorrelation correlation)
        implements Serializable {
    /** Above this mean a Poisson number is drawn in parts, so that exp(−mean) stays far from underflow. */
    private static final double LARGEST_MEAN_PER_DRAW = 16;

    public FlawPopulation {
        Require.nonNegative("mean number of flaws per boundary foot", meanPerFoot, "");
        Require.nonNegative("mean number of flaws per triple point", meanPerTriplePoint, "");
        Require.nonNegative("depth of near-surface triple points", triplePointDepthM, "m");
        Require.nonNegative("mean number of flaws per electrode length", meanPerSurfaceMetre, "1/m");
    }

    /**
     * Assumed defaults: one flaw per boundary foot on average; c log-normal, median 2.1 µm, σ_ln 1.0; w log-uniform
     * 5–500 nm; K_IC = 1.0 MPa √m everywhere. The flaw size is the dominant unknown of the whole prediction.
     */
    public static FlawPopulation assumed() {
        return new FlawPopulation(
                1,
                0,
                1e-6,
                0,
                new ScalarDistribution.LogNormal(2.1e-6, 1.0),
                new ScalarDistribution.LogUniform(5e-9, 500e-9),
                ScalarDistribution.fixed(1e6),
                ScalarDistribution.fixed(1e6),
                BoundaryCorrelation.ON_BOUNDARIES);
    }

    public FlawPopulation withCorrelation(BoundaryCorrelation other) {
        return new FlawPopulation(
                meanPerFoot,
                meanPerTriplePoint,
                triplePointDepthM,
                meanPerSurfaceMetre,
                depthM,
                openingM,
                boundaryToughnessPaSqrtM,
                grainToughnessPaSqrtM,
                other);
    }

    /** Mean number of flaws on an electrode with these sites. */
    public double meanCount(ElectrodeSites sites) {
        return meanPerFoot * sites.footPositionsM().length
                + meanPerTriplePoint * sites.triplePointPositionsM().length
                + meanPerSurfaceMetre * sites.widthM();
    }

    /**
     * Draws the flaws of one electrode, in the order feet, triple points, grains. The same stream gives the same
     * numbers, depths, openings and toughnesses under both {@link BoundaryCorrelation}s: only positions differ.
     */
    public List<Flaw> sample(ElectrodeSites sites, RandomGenerator random) {
        List<Flaw> flaws = new ArrayList<>();
        for (double positionM : sites.footPositionsM()) {
            addAt(positionM, FlawSite.BOUNDARY_FOOT, meanPerFoot, sites.widthM(), random, flaws);
        }
        for (double positionM : sites.triplePointPositionsM()) {
            addAt(positionM, FlawSite.TRIPLE_POINT, meanPerTriplePoint, sites.widthM(), random, flaws);
        }
        int grainFlaws = poisson(meanPerSurfaceMetre * sites.widthM(), random);
        for (int n = 0; n < grainFlaws; n++) {
            flaws.add(draw(Double.NaN, FlawSite.GRAIN, sites.widthM(), random));
        }
        return List.copyOf(flaws);
    }

    private void addAt(
            double positionM, FlawSite site, double mean, double widthM, RandomGenerator random, List<Flaw> flaws) {
        int count = poisson(mean, random);
        for (int n = 0; n < count; n++) {
            flaws.add(draw(positionM, site, widthM, random));
        }
    }

    private Flaw draw(double sitePositionM, FlawSite site, double widthM, RandomGenerator random) {
        double flawDepthM = depthM.sample(random);
        double flawOpeningM = openingM.sample(random);
        ScalarDistribution toughness = site == FlawSite.GRAIN ? grainToughnessPaSqrtM : boundaryToughnessPaSqrtM;
        double toughnessPaSqrtM = toughness.sample(random);
        // Drawn for every flaw, used or not: the marks stay paired between the two correlations.
        double uniformPositionM = widthM * random.nextDouble();
        boolean anywhere = site == FlawSite.GRAIN || correlation == BoundaryCorrelation.UNIFORM;
        return new Flaw(anywhere ? uniformPositionM : sitePositionM, flawDepthM, flawOpeningM, site, toughnessPaSqrtM);
    }

    /** Poisson number by products of uniforms (Knuth 1969), in parts of small mean. */
    static int poisson(double mean, RandomGenerator random) {
        int count = 0;
        int parts = (int) Math.max(1, Math.ceil(mean / LARGEST_MEAN_PER_DRAW));
        double threshold = Math.exp(-mean / parts);
        for (int part = 0; part < parts; part++) {
            double product = random.nextDouble();
            while (product > threshold) {
                count++;
                product *= random.nextDouble();
            }
        }
        return count;
    }
}
