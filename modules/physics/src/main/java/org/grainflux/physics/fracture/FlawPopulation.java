package org.grainflux.physics.fracture;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.grainflux.core.Require;
import org.grainflux.core.ScalarDistribution;

/**
 * A marked Poisson process of flaws on an electrode: independent Poisson numbers on boundaries, at triple points and
 * anywhere on the surface; each flaw carries a depth, an opening and the toughness of its site. On a trace flaws lie
 * anywhere along it.
 *
 * <p>A foot of a 2D structure stands for a trace as long as one grain. A volume with the same flaws per length of trace
 * therefore has the number per foot over the grain size as its mean per metre; per area it has more of them, because a
 * plane carries more trace than straight extruded feet would (hard-core seeds: 1.83/d per area against 0.92/d).
 *
 * @param meanPerBoundary mean number at each boundary foot (line), or per metre of trace (plane), 1/m
 * @param meanPerTriplePoint mean number at each triple point of the sites
 * @param meanPerSurface mean number per metre of electrode line, 1/m, or per area of plane, 1/m², anywhere on grains
 * @param depthM distribution of c, m; its upper tail decides how the critical current falls with the electrode's area: a
 *     Pareto tail of index γ gives a Weibull modulus of 2γ where the interface limits and 2γ/3 where the ohmic detour does
 * @param openingM distribution of w, m
 * @param boundaryToughnessPaSqrtM K_IC at feet and triple points, Pa √m
 * @param grainToughnessPaSqrtM K_IC at grain sites, Pa √m
 */
public record FlawPopulation(
        double meanPerBoundary,
        double meanPerTriplePoint,
        double meanPerSurface,
        ScalarDistribution depthM,
        ScalarDistribution openingM,
        ScalarDistribution boundaryToughnessPaSqrtM,
        ScalarDistribution grainToughnessPaSqrtM,
        BoundaryCorrelation correlation)
        implements Serializable {
    /** Above this mean a Poisson number is drawn in parts, so that exp(−mean) stays far from underflow. */
    private static final double LARGEST_MEAN_PER_DRAW = 16;

    public FlawPopulation {
        Require.nonNegative("mean number of flaws per boundary foot or metre of trace", meanPerBoundary, "");
        Require.nonNegative("mean number of flaws per triple point", meanPerTriplePoint, "");
        Require.nonNegative("mean number of flaws per electrode length or area", meanPerSurface, "");
    }

    /**
     * Assumed defaults: one flaw per boundary foot on average; c log-normal, median 2.1 µm, σ_ln 1.0; w log-uniform
     * 5–500 nm; K_IC = 1.0 MPa √m everywhere. The flaw size is the dominant unknown of the whole prediction.
     */
    public static FlawPopulation assumed() {
        return new FlawPopulation(
                1,
                0,
                0,
                new ScalarDistribution.LogNormal(2.1e-6, 1.0),
                new ScalarDistribution.LogUniform(5e-9, 500e-9),
                ScalarDistribution.fixed(1e6),
                ScalarDistribution.fixed(1e6),
                BoundaryCorrelation.ON_BOUNDARIES);
    }

    public FlawPopulation withCorrelation(BoundaryCorrelation other) {
        return new FlawPopulation(
                meanPerBoundary,
                meanPerTriplePoint,
                meanPerSurface,
                depthM,
                openingM,
                boundaryToughnessPaSqrtM,
                grainToughnessPaSqrtM,
                other);
    }

    /** Mean number of flaws on an electrode with these sites. */
    public double meanCount(ElectrodeSites sites) {
        return meanPerBoundary * sites.boundaryMeasure()
                + meanPerTriplePoint * sites.triplePoints().size()
                + meanPerSurface * sites.measure();
    }

    /**
     * Draws the flaws of one electrode, in the order boundaries, triple points, grains. The same stream gives the same
     * numbers, depths, openings and toughnesses under both {@link BoundaryCorrelation}s: only positions differ.
     */
    public List<Flaw> sample(ElectrodeSites sites, RandomGenerator random) {
        List<Flaw> flaws = new ArrayList<>();
        for (BoundarySite boundary : sites.boundaries()) {
            int count = poisson(meanPerBoundary * boundary.measure(), random);
            for (int n = 0; n < count; n++) {
                // A foot takes no draw: it is where it is.
                double along = boundary.isFoot() ? 0 : random.nextDouble();
                ElectrodePoint position = sites.wrapped(
                        boundary.start().xM() + along * boundary.alongXM(),
                        boundary.start().yM() + along * boundary.alongYM());
                flaws.add(draw(position, FlawSite.BOUNDARY_FOOT, sites, random));
            }
        }
        for (ElectrodePoint position : sites.triplePoints()) {
            int count = poisson(meanPerTriplePoint, random);
            for (int n = 0; n < count; n++) {
                flaws.add(draw(position, FlawSite.TRIPLE_POINT, sites, random));
            }
        }
        int grainFlaws = poisson(meanPerSurface * sites.measure(), random);
        for (int n = 0; n < grainFlaws; n++) {
            flaws.add(draw(null, FlawSite.GRAIN, sites, random));
        }
        return List.copyOf(flaws);
    }

    /** @param sitePosition null for a flaw that may lie anywhere */
    private Flaw draw(ElectrodePoint sitePosition, FlawSite site, ElectrodeSites sites, RandomGenerator random) {
        double flawDepthM = depthM.sample(random);
        double flawOpeningM = openingM.sample(random);
        ScalarDistribution toughness = site == FlawSite.GRAIN ? grainToughnessPaSqrtM : boundaryToughnessPaSqrtM;
        double toughnessPaSqrtM = toughness.sample(random);
        // Drawn for every flaw, used or not: the marks stay paired between the two correlations.
        ElectrodePoint uniform = uniform(sites, random);
        boolean anywhere = site == FlawSite.GRAIN || correlation == BoundaryCorrelation.UNIFORM;
        return new Flaw(anywhere ? uniform : sitePosition, flawDepthM, flawOpeningM, site, toughnessPaSqrtM);
    }

    private static ElectrodePoint uniform(ElectrodeSites sites, RandomGenerator random) {
        double xM = sites.widthM() * random.nextDouble();
        return new ElectrodePoint(xM, sites.isPlane() ? sites.depthM() * random.nextDouble() : 0);
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
