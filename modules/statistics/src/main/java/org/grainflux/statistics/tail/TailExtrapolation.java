package org.grainflux.statistics.tail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grainflux.statistics.IntervalEstimate;
import org.grainflux.statistics.tail.TailResult.Extrapolated;
import org.grainflux.statistics.tail.TailResult.Reason;
import org.grainflux.statistics.tail.TailResult.Refused;
import org.grainflux.statistics.tail.TailResult.SizeFit;

/**
 * Fits the weakest-link law to block minima at several patch sizes, tests that one law explains them all, and
 * extrapolates the median to another area or refuses. Method and tests: see the package description. Deterministic.
 */
public final class TailExtrapolation {
    /** Two contrasts, together at 5 %. */
    private static final double SIGNIFICANCE_EACH = 0.025;

    private static final int LEAST_SIZES = 3;
    /** An interval whose ends differ by more says nothing a reader could act on. */
    private static final double GREATEST_INTERVAL_FACTOR = 10;

    private final BlockLadder ladder;
    private final Optional<LadderFits> fits;

    private TailExtrapolation(BlockLadder ladder, Optional<LadderFits> fits) {
        this.ladder = ladder;
        this.fits = fits;
    }

    /**
     * @param minima [structure][replicate][part]: least value of each part of the patch, parts of equal area in spatial
     *     order, a power of two of them; replicates are faces and random draws on the same structure. +∞ is censored, a
     *     structure with NaN is left out. All at one set of uncertain parameters
     * @param partAreaM2 area of one part
     * @param censoringLimit values above are known only to be above, e.g. the highest level tried; +∞ for the largest
     *     finite value of each size. Lower it to fit the lower tail alone
     */
    public static TailExtrapolation fit(double[][][] minima, double partAreaM2, double censoringLimit) {
        if (!(partAreaM2 > 0 && Double.isFinite(partAreaM2) && censoringLimit > 0)) {
            throw new IllegalArgumentException("part area must be finite and > 0, the censoring limit > 0, got "
                    + partAreaM2 + " m² and " + censoringLimit);
        }
        BlockLadder ladder = new BlockLadder(completeStructures(minima), partAreaM2);
        return new TailExtrapolation(ladder, tooFew(ladder) ? Optional.empty() : LadderFits.of(ladder, censoringLimit));
    }

    /** Fits at every size, ascending areas; empty when there was too little to fit. */
    public List<SizeFit> fits() {
        return fits.map(LadderFits::describe).orElse(List.of());
    }

    /** The median of the least value over {@code areaM2}, or why it cannot be told. */
    public TailResult toArea(double areaM2) {
        if (!(areaM2 > 0 && Double.isFinite(areaM2))) {
            throw new IllegalArgumentException("the target area must be finite and > 0, got " + areaM2 + " m²");
        }
        if (tooFew(ladder)) {
            return refused(
                    areaM2,
                    Reason.TOO_FEW_STRUCTURES,
                    String.format(
                            Locale.ROOT,
                            "%d structures give %d patch sizes with at least %d independent groups; %d sizes are needed",
                            ladder.structures,
                            ladder.rungs.size(),
                            BlockLadder.LEAST_GROUPS,
                            LEAST_SIZES));
        }
        if (fits.isEmpty()) {
            return refused(
                    areaM2,
                    Reason.NO_TAIL,
                    "the values do not scatter or nearly all are censored at one of the patch sizes");
        }
        LadderFits all = fits.get();
        Jackknife drift = all.modulusDrift();
        if (drift.probabilityIfZero() < SIGNIFICANCE_EACH) {
            return refused(
                    areaM2,
                    Reason.MODULUS_DRIFTS,
                    String.format(
                            Locale.ROOT,
                            "the Weibull modulus is not the same at all patch sizes (%s; probability of such a drift by chance"
                                    + " %.1e): the tail is not yet that of a large area",
                            moduli(),
                            drift.probabilityIfZero()));
        }
        Jackknife excess = all.scaleExcess();
        if (excess.probabilityIfZero() < SIGNIFICANCE_EACH) {
            return refused(
                    areaM2,
                    Reason.SCALE_LAW_VIOLATED,
                    String.format(
                            Locale.ROOT,
                            "with area the scale falls as A^(%.3f) and not as A^(−1/m) = A^(%.3f) (probability by chance"
                                    + " %.1e): the parts of a patch are not independent links",
                            excess.estimate() - meanInverseModulus(),
                            -meanInverseModulus(),
                            excess.probabilityIfZero()));
        }
        return extrapolated(all, areaM2);
    }

    private TailResult extrapolated(LadderFits all, double areaM2) {
        double smallestAreaM2 = ladder.rungs.get(0).areaM2();
        IntervalEstimate ln =
                all.lnQuantile(Math.log(2), Math.log(areaM2 / smallestAreaM2)).interval95();
        IntervalEstimate median =
                new IntervalEstimate(Math.exp(ln.value()), Math.exp(ln.lower95()), Math.exp(ln.upper95()));
        IntervalEstimate modulus = LadderFits.modulus(all.pooledInverseModulus());
        if (!(median.upper95() <= GREATEST_INTERVAL_FACTOR * median.lower95()) || !Double.isFinite(modulus.value())) {
            return refused(
                    areaM2,
                    Reason.TOO_UNCERTAIN,
                    String.format(
                            Locale.ROOT,
                            "the 95 %% interval of the median at the target area spans a factor of %.3g, more than %.0f: more"
                                    + " structures or larger patches are needed",
                            median.upper95() / median.lower95(),
                            GREATEST_INTERVAL_FACTOR));
        }
        double lnScale = all.lnQuantile(1, 0).estimate();
        return new Extrapolated(
                areaM2, median, new WeakestLink(modulus.value(), Math.exp(lnScale), smallestAreaM2), modulus, fits());
    }

    private Refused refused(double areaM2, Reason reason, String explanation) {
        return new Refused(areaM2, reason, explanation, fits());
    }

    private double meanInverseModulus() {
        return fits().stream()
                .mapToDouble(f -> 1 / f.modulus().value())
                .average()
                .orElseThrow();
    }

    private String moduli() {
        List<String> words = new ArrayList<>();
        for (SizeFit f : fits()) {
            words.add(String.format(
                    Locale.ROOT,
                    "%.2f [%.2f–%.2f] at %.3g m²",
                    f.modulus().value(),
                    f.modulus().lower95(),
                    f.modulus().upper95(),
                    f.areaM2()));
        }
        return String.join(", ", words);
    }

    private static boolean tooFew(BlockLadder ladder) {
        return ladder.groups < BlockLadder.LEAST_GROUPS || ladder.rungs.size() < LEAST_SIZES;
    }

    private static List<double[][]> completeStructures(double[][][] minima) {
        List<double[][]> complete = new ArrayList<>();
        int replicates = minima.length == 0 ? 0 : minima[0].length;
        int parts = replicates == 0 ? 0 : minima[0][0].length;
        if (minima.length > 0 && Integer.bitCount(parts) != 1) {
            throw new IllegalArgumentException("a patch must be cut into 1, 2, 4, 8, … parts, got " + parts);
        }
        for (double[][] structure : minima) {
            boolean failed = false;
            boolean sameShape = structure.length == replicates;
            for (double[] row : structure) {
                sameShape &= row.length == parts;
                for (double x : row) {
                    failed |= Double.isNaN(x);
                }
            }
            if (!sameShape) {
                throw new IllegalArgumentException(
                        "every structure needs " + replicates + " replicates of " + parts + " parts");
            }
            if (!failed) {
                complete.add(structure);
            }
        }
        return complete;
    }
}
