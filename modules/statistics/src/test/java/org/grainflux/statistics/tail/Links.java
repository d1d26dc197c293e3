package org.grainflux.statistics.tail;

import java.util.random.RandomGenerator;

/** Synthetic populations of parts whose least value decides. */
interface Links {
    /** State of one structure, shared by its parts. */
    default double structure(RandomGenerator random) {
        return 1;
    }

    double part(RandomGenerator random, double structure);

    /** [structure][replicate][4 parts] */
    static double[][][] draw(Links links, RandomGenerator random, int structures, int replicates) {
        double[][][] minima = new double[structures][replicates][4];
        for (double[][] one : minima) {
            double state = links.structure(random);
            for (double[] parts : one) {
                for (int p = 0; p < 4; p++) {
                    parts[p] = links.part(random, state);
                }
            }
        }
        return minima;
    }

    static double exponential(RandomGenerator random) {
        return -Math.log(1 - random.nextDouble());
    }

    /** Weibull parts of scale 1. */
    record Weibull(double modulus) implements Links {
        @Override
        public double part(RandomGenerator random, double structure) {
            return Math.pow(exponential(random), 1 / modulus);
        }
    }

    /** Ten Pareto sizes of tail index γ on each part; value = size^(−1/2). */
    record Pareto(double tailIndex) implements Links {
        @Override
        public double part(RandomGenerator random, double structure) {
            double largest = 0;
            for (int i = 0; i < 10; i++) {
                largest = Math.max(largest, Math.pow(1 - random.nextDouble(), -1 / tailIndex));
            }
            return 1 / Math.sqrt(largest);
        }
    }

    /** Poisson number (mean 2.5) of log-normal sizes on each part; value = size^(−1/2), +∞ without any. */
    record LogNormal(double sigmaLn) implements Links {
        @Override
        public double part(RandomGenerator random, double structure) {
            double least = Double.POSITIVE_INFINITY;
            for (double t = exponential(random); t < 2.5; t += exponential(random)) {
                least = Math.min(least, Math.exp(-0.5 * sigmaLn * random.nextGaussian()));
            }
            return least;
        }
    }

    /** One part in ten is of a weaker kind with another modulus. */
    record Mixture() implements Links {
        @Override
        public double part(RandomGenerator random, double structure) {
            return random.nextInt(10) == 0
                    ? 0.3 * Math.pow(exponential(random), 1.0 / 3)
                    : Math.pow(exponential(random), 0.1);
        }
    }

    /** Weibull parts on structures of unequal strength: parts of one structure are alike. */
    record UnequalStructures(double sigmaLn) implements Links {
        @Override
        public double structure(RandomGenerator random) {
            return Math.exp(sigmaLn * random.nextGaussian());
        }

        @Override
        public double part(RandomGenerator random, double structure) {
            return structure * Math.pow(exponential(random), 0.2);
        }
    }
}
