package org.grainflux.microstructure;

import java.io.Serializable;
import java.util.List;
import java.util.random.RandomGenerator;
import org.grainflux.core.InvalidInputException;

/** Area-specific resistance of each grain boundary, Ω m². */
public sealed interface BoundaryResistance extends Serializable {

    /**
     * @param random consulted by {@link LogNormal} alone, once per boundary in the order of the network
     * @return one resistance per boundary, Ω m²
     */
    double[] assign(BoundaryNetwork network, RandomGenerator random);

    /** Every resistance multiplied by a factor &gt; 0, e.g. to hold the total conductivity of a study. */
    BoundaryResistance scaled(double factor);

    /** The same for all boundaries. */
    record Constant(double areaSpecificResistanceOhmM2) implements BoundaryResistance {
        public Constant {
            requirePositive("boundary resistance", areaSpecificResistanceOhmM2);
        }

        @Override
        public double[] assign(BoundaryNetwork network, RandomGenerator random) {
            return network.boundaries().stream()
                    .mapToDouble(boundary -> areaSpecificResistanceOhmM2)
                    .toArray();
        }

        @Override
        public BoundaryResistance scaled(double factor) {
            return new Constant(factor * areaSpecificResistanceOhmM2);
        }
    }

    /**
     * Independent and log-normal: exp(μ + sigmaLn·z) with μ chosen for the stated arithmetic mean over boundaries.
     *
     * @param sigmaLn standard deviation of the logarithm, &gt; 0
     */
    record LogNormal(double meanOhmM2, double sigmaLn) implements BoundaryResistance {
        public LogNormal {
            requirePositive("mean boundary resistance", meanOhmM2);
            if (!(sigmaLn > 0 && Double.isFinite(sigmaLn))) {
                throw new InvalidInputException(
                        "sigma_ln of boundary resistances must be finite and > 0, got " + sigmaLn);
            }
        }

        @Override
        public double[] assign(BoundaryNetwork network, RandomGenerator random) {
            double mu = Math.log(meanOhmM2) - 0.5 * sigmaLn * sigmaLn;
            double[] resistances = new double[network.boundaries().size()];
            for (int b = 0; b < resistances.length; b++) {
                resistances[b] = Math.exp(mu + sigmaLn * random.nextGaussian());
            }
            return resistances;
        }

        @Override
        public BoundaryResistance scaled(double factor) {
            return new LogNormal(factor * meanOhmM2, sigmaLn);
        }
    }

    /**
     * Constant above a threshold angle θ0; below it R = R_low + (R_high − R_low)·t·(1 − ln t), t = θ/θ0, the shape of
     * the Read–Shockley energy, from R_low for no misorientation to R_high at θ0 with a horizontal tangent.
     *
     * <p>Assumption: that resistance follows boundary energy is a model, not a measurement; for LLZO no resistance of
     * single low-angle boundaries is at hand.
     *
     * @param thresholdRad θ0, 15° where nothing better is known
     * @see "Read and Shockley (1950), Phys. Rev. 78, 275"
     */
    record ByMisorientation(double highAngleOhmM2, double lowAngleOhmM2, double thresholdRad)
            implements BoundaryResistance {
        /** Usual limit of low-angle boundaries (Brandon 1966, Acta Metall. 14, 1479). */
        public static final double LOW_ANGLE_RAD = Math.toRadians(15);

        public ByMisorientation {
            requirePositive("high-angle boundary resistance", highAngleOhmM2);
            requirePositive("low-angle boundary resistance", lowAngleOhmM2);
            if (!(lowAngleOhmM2 <= highAngleOhmM2)) {
                throw new InvalidInputException(
                        "the low-angle boundary resistance must not exceed the high-angle one, got " + lowAngleOhmM2
                                + " and " + highAngleOhmM2 + " ohm m2");
            }
            if (!(thresholdRad > 0 && thresholdRad <= Math.PI)) {
                throw new InvalidInputException(
                        "the low-angle threshold must lie in (0, pi], got " + thresholdRad + " rad");
            }
        }

        @Override
        public double[] assign(BoundaryNetwork network, RandomGenerator random) {
            List<GrainBoundary> boundaries = network.boundaries();
            return boundaries.stream()
                    .mapToDouble(boundary -> at(boundary.misorientationRad()))
                    .toArray();
        }

        /** Resistance at a misorientation, Ω m². */
        public double at(double misorientationRad) {
            double t = misorientationRad / thresholdRad;
            if (t >= 1) {
                return highAngleOhmM2;
            }
            double shape = t > 0 ? t * (1 - Math.log(t)) : 0;
            return lowAngleOhmM2 + (highAngleOhmM2 - lowAngleOhmM2) * shape;
        }

        @Override
        public BoundaryResistance scaled(double factor) {
            return new ByMisorientation(factor * highAngleOhmM2, factor * lowAngleOhmM2, thresholdRad);
        }
    }

    private static void requirePositive(String name, double valueOhmM2) {
        if (!(valueOhmM2 > 0 && Double.isFinite(valueOhmM2))) {
            throw new InvalidInputException("the " + name + " must be finite and > 0, got " + valueOhmM2 + " ohm m2");
        }
    }
}
