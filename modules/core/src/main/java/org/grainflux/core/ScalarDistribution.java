package org.grainflux.core;

import java.io.Serializable;
import java.util.random.RandomGenerator;

/**
 * What is known of a scalar: one value, or a distribution that states how far it may be trusted. The unit is that of
 * the field that holds it.
 */
public sealed interface ScalarDistribution extends Serializable {
    /** z of the two-sided 95 % range of a normal distribution. */
    double Z95 = 1.959963984540054;

    /** The value used wherever one number is asked for. */
    double median();

    double sample(RandomGenerator random);

    /** The same quantity in another unit: every value multiplied by {@code factor} &gt; 0. */
    ScalarDistribution scaled(double factor);

    default boolean isFixed() {
        return this instanceof Fixed;
    }

    static ScalarDistribution fixed(double value) {
        return new Fixed(value);
    }

    /** A known value. */
    record Fixed(double value) implements ScalarDistribution {
        public Fixed {
            if (!Double.isFinite(value)) {
                throw new InvalidInputException("a value must be finite, got " + value);
            }
        }

        @Override
        public double median() {
            return value;
        }

        @Override
        public double sample(RandomGenerator random) {
            return value;
        }

        @Override
        public ScalarDistribution scaled(double factor) {
            return new Fixed(value * factor);
        }
    }

    /** Uniform on [low, high]. */
    record Uniform(double low, double high) implements ScalarDistribution {
        public Uniform {
            if (!(low < high) || !Double.isFinite(low) || !Double.isFinite(high)) {
                throw new InvalidInputException(
                        "a uniform distribution needs finite low < high, got low " + low + ", high " + high);
            }
        }

        @Override
        public double median() {
            return 0.5 * (low + high);
        }

        @Override
        public double sample(RandomGenerator random) {
            return low + (high - low) * random.nextDouble();
        }

        @Override
        public ScalarDistribution scaled(double factor) {
            return new Uniform(low * factor, high * factor);
        }
    }

    /** Uniform in the logarithm on [low, high]. */
    record LogUniform(double low, double high) implements ScalarDistribution {
        public LogUniform {
            if (!(low > 0 && low < high && Double.isFinite(high))) {
                throw new InvalidInputException(
                        "a log-uniform distribution needs 0 < low < high, got low " + low + ", high " + high);
            }
        }

        @Override
        public double median() {
            return Math.sqrt(low * high);
        }

        @Override
        public double sample(RandomGenerator random) {
            return low * Math.pow(high / low, random.nextDouble());
        }

        @Override
        public ScalarDistribution scaled(double factor) {
            return new LogUniform(low * factor, high * factor);
        }
    }

    /** Log-normal: exp of a normal with mean ln(median) and standard deviation {@code sigmaLn}. */
    record LogNormal(double median, double sigmaLn) implements ScalarDistribution {
        public LogNormal {
            if (!(median > 0 && sigmaLn > 0 && Double.isFinite(median) && Double.isFinite(sigmaLn))) {
                throw new InvalidInputException(
                        "a log-normal distribution needs median > 0 and sigma_ln > 0, got median " + median
                                + ", sigma_ln " + sigmaLn);
            }
        }

        /** From a median and the two-sided 95 % range, whose half-widths in the logarithm are averaged. */
        public static LogNormal fromRange95(double median, double low95, double high95) {
            if (!(low95 > 0 && low95 < median && median < high95)) {
                throw new InvalidInputException(
                        "a median with a 95 % range needs 0 < low95 < median < high95, got median " + median
                                + ", range " + low95 + " to " + high95);
            }
            return new LogNormal(median, Math.log(high95 / low95) / (2 * Z95));
        }

        @Override
        public double sample(RandomGenerator random) {
            return median * Math.exp(sigmaLn * random.nextGaussian());
        }

        @Override
        public ScalarDistribution scaled(double factor) {
            return new LogNormal(median * factor, sigmaLn);
        }
    }

    /** Power tail: P(X &gt; x) = (minimum/x)^index for x ≥ minimum. */
    record Pareto(double minimum, double index) implements ScalarDistribution {
        public Pareto {
            if (!(minimum > 0 && index > 0 && Double.isFinite(minimum) && Double.isFinite(index))) {
                throw new InvalidInputException("a Pareto distribution needs minimum > 0 and index > 0, got minimum "
                        + minimum + ", index " + index);
            }
        }

        @Override
        public double median() {
            return minimum * Math.pow(2, 1 / index);
        }

        @Override
        public double sample(RandomGenerator random) {
            // 1 - u lies in (0, 1]: the value stays finite.
            return minimum * Math.pow(1 - random.nextDouble(), -1 / index);
        }

        @Override
        public ScalarDistribution scaled(double factor) {
            return new Pareto(minimum * factor, index);
        }
    }
}
