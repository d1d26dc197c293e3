package org.grainflux.study.afm;

import java.util.Arrays;
import java.util.List;
import org.grainflux.physics.tip.DistanceLaw;
import org.grainflux.statistics.fitting.CurveFit;

/**
 * One of the distance laws fitted to the approaching places. The virtual tip follows one of them itself, with scatter: that it
 * is found again is a consistency check of the method that measured biases would be put through, not evidence for the law.
 *
 * @param boundaryV V_GB
 * @param interiorV V_GI
 * @param lengthM contact radius or decay length
 * @param akaike AICc
 */
public record LawFit(DistanceLaw law, double boundaryV, double interiorV, double lengthM, double akaike, int places) {
    private static final int FEWEST_PLACES = 12;

    /** Both laws; none with too few places. */
    static List<LawFit> both(double[] distanceM, double[] biasV) {
        if (distanceM.length < FEWEST_PLACES) {
            return List.of();
        }
        double least = Arrays.stream(biasV).min().orElseThrow();
        double greatest = Arrays.stream(biasV).max().orElseThrow();
        return Arrays.stream(DistanceLaw.values())
                .map(law -> {
                    CurveFit fit = CurveFit.of(
                            (p, d) -> law.biasV(p[0], Math.max(p[0], p[1]), p[2], d),
                            distanceM,
                            biasV,
                            new double[] {least, greatest, 3e-9},
                            new double[] {2 * least, greatest, 30e-9},
                            new double[] {2 * least, greatest, 300e-9});
                    double[] p = fit.parameters();
                    return new LawFit(law, p[0], Math.max(p[0], p[1]), p[2], fit.akaike(), fit.values());
                })
                .toList();
    }
}
