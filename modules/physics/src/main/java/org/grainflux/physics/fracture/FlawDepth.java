package org.grainflux.physics.fracture;

import java.io.Serializable;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.special.Erf;
import org.grainflux.core.Require;

/** Distribution of the flaw depth c, m. Its upper tail decides how the critical current falls with electrode area. */
public sealed interface FlawDepth extends Serializable {
    double sampleM(RandomGenerator random);

    double medianM();

    /** P(C &gt; c). */
    double survival(double depthM);

    /** ln c is normal with mean ln(median) and standard deviation sigmaLn. */
    record LogNormal(double medianM, double sigmaLn) implements FlawDepth {
        public LogNormal {
            Require.positive("median flaw depth", medianM, "m");
            Require.nonNegative("sigma_ln of the flaw depth", sigmaLn, "");
        }

        @Override
        public double sampleM(RandomGenerator random) {
            return medianM * Math.exp(sigmaLn * random.nextGaussian());
        }

        @Override
        public double survival(double depthM) {
            if (!(depthM > 0)) {
                return 1;
            }
            if (sigmaLn == 0) {
                return depthM < medianM ? 1 : 0;
            }
            double z = Math.log(depthM / medianM) / sigmaLn;
            return 0.5 * Erf.erfc(z / Math.sqrt(2));
        }
    }

    /**
     * P(C &gt; c) = (c_min/c)^γ. Weakest-link strengths then follow a Weibull law of modulus m = 2γ where the interface
     * resistance limits and 2γ/3 where the ohmic detour does.
     *
     * @param minimumM c_min, m
     * @param index γ
     */
    record Pareto(double minimumM, double index) implements FlawDepth {
        public Pareto {
            Require.positive("minimum flaw depth", minimumM, "m");
            Require.positive("Pareto index of the flaw depth", index, "");
        }

        @Override
        public double sampleM(RandomGenerator random) {
            // 1 - u lies in (0, 1]: the depth stays finite.
            return minimumM * Math.pow(1 - random.nextDouble(), -1 / index);
        }

        @Override
        public double medianM() {
            return minimumM * Math.pow(2, 1 / index);
        }

        @Override
        public double survival(double depthM) {
            return depthM <= minimumM ? 1 : Math.pow(minimumM / depthM, index);
        }
    }
}
