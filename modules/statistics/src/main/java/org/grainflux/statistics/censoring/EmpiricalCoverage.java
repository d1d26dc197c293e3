package org.grainflux.statistics.censoring;

import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.grainflux.statistics.IntervalEstimate;

/**
 * How often observations agreed with their 95 % predictive intervals.
 *
 * @param agreeing observations that {@linkplain PredictiveScore#agrees agree}
 * @param total observations
 * @param share agreeing/total with the exact (Clopper–Pearson) 95 % interval
 */
public record EmpiricalCoverage(int agreeing, int total, IntervalEstimate share) {
    /** One observation with the interval predicted for it. */
    public record Case(Observation observation, IntervalEstimate predictive95) {}

    public static EmpiricalCoverage of(List<Case> cases) {
        int agreeing = 0;
        for (Case c : cases) {
            agreeing += PredictiveScore.agrees(c.observation(), c.predictive95()) ? 1 : 0;
        }
        return of(agreeing, cases.size());
    }

    public static EmpiricalCoverage of(int agreeing, int total) {
        if (agreeing < 0 || total < 1 || agreeing > total) {
            throw new IllegalArgumentException("coverage needs 0 ≤ agreeing ≤ total, got " + agreeing + " of " + total);
        }
        double lower = agreeing == 0
                ? 0
                : new BetaDistribution(null, agreeing, total - agreeing + 1.0).inverseCumulativeProbability(0.025);
        double upper = agreeing == total
                ? 1
                : new BetaDistribution(null, agreeing + 1.0, total - agreeing).inverseCumulativeProbability(0.975);
        return new EmpiricalCoverage(agreeing, total, new IntervalEstimate(agreeing / (double) total, lower, upper));
    }
}
