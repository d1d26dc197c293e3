package org.grainflux.statistics.censoring;

import java.io.Serializable;

/** What was observed of a positive quantity. */
public sealed interface Observation extends Serializable {
    /**
     * A value.
     *
     * @param value finite, &gt; 0
     * @param sigmaLn standard deviation of ln(value): scatter between repeated observations, &gt; 0
     */
    record Measured(double value, double sigmaLn) implements Observation {
        public Measured {
            requirePositive("an observed value", value);
            requirePositive("the scatter sigma_ln of an observation", sigmaLn);
        }
    }

    /** "&lt; bound": it happened below the lowest level that was resolved. */
    record Below(double bound) implements Observation {
        public Below {
            requirePositive("an upper bound", bound);
        }
    }

    /** "&gt; bound": it had not happened at the highest level that was tried. */
    record Above(double bound) implements Observation {
        public Above {
            requirePositive("a lower bound", bound);
        }
    }

    private static void requirePositive(String name, double x) {
        if (!(x > 0 && Double.isFinite(x))) {
            throw new IllegalArgumentException(name + " must be finite and > 0, got " + x);
        }
    }
}
