package org.grainflux.statistics.tail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.grainflux.statistics.IntervalEstimate;
import org.grainflux.statistics.tail.TailResult.SizeFit;

/**
 * Weibull fits of every rung of a ladder and of all rungs together, each repeated without one group of structures.
 * Column g of every array leaves group g out; the last column uses all.
 */
final class LadderFits {
    /** At each size, at least this many values must be seen and not only bounded. */
    private static final int LEAST_UNCENSORED = 8;

    private final double[] lnAreaRatio; // [size], relative to the smallest area
    private final double[] weight; // [size], proportional to the number of blocks, i.e. to 1/A; sum 1
    private final List<BlockLadder.Rung> rungs;
    private final int groups;
    private final double[][] inverseModulus; // [size][column], 1/m
    private final double[][] lnScale; // [size][column], at the size's own area
    private final double[] pooledInverseModulus; // [column]
    private final double[] pooledLnScale; // [column], at the smallest area
    private final int[] uncensored; // [size]

    private LadderFits(BlockLadder ladder) {
        rungs = ladder.rungs;
        groups = ladder.groups;
        double smallestAreaM2 = rungs.get(0).areaM2();
        double blocks =
                rungs.stream().mapToDouble(r -> smallestAreaM2 / r.areaM2()).sum();
        weight = rungs.stream()
                .mapToDouble(r -> smallestAreaM2 / r.areaM2() / blocks)
                .toArray();
        lnAreaRatio = rungs.stream()
                .mapToDouble(r -> Math.log(r.areaM2() / smallestAreaM2))
                .toArray();
        inverseModulus = new double[rungs.size()][groups + 1];
        lnScale = new double[rungs.size()][groups + 1];
        pooledInverseModulus = new double[groups + 1];
        pooledLnScale = new double[groups + 1];
        uncensored = new int[rungs.size()];
    }

    /** Empty if at some size too few values are seen or none scatter. */
    static Optional<LadderFits> of(BlockLadder ladder, double censoringLimit) {
        LadderFits fits = new LadderFits(ladder);
        List<WeibullLikelihood> likelihoods = new ArrayList<>();
        for (int k = 0; k < fits.rungs.size(); k++) {
            BlockLadder.Rung rung = fits.rungs.get(k);
            double exposure = rung.areaM2() / fits.rungs.get(0).areaM2();
            double limit = Double.isFinite(censoringLimit) ? censoringLimit : rung.greatestFinite();
            likelihoods.add(new WeibullLikelihood(rung.minima(), limit, exposure, rung.group()));
        }
        WeibullLikelihood pooled = WeibullLikelihood.pooled(likelihoods);
        boolean all = true;
        for (int column = fits.groups; column >= 0 && all; column--) { // all groups first: their root starts the others
            all = fits.fillColumn(column, likelihoods, pooled);
        }
        return all ? Optional.of(fits) : Optional.empty();
    }

    private boolean fillColumn(int column, List<WeibullLikelihood> likelihoods, WeibullLikelihood pooled) {
        int leftOut = column == groups ? WeibullLikelihood.NO_GROUP : column;
        for (int k = 0; k < likelihoods.size(); k++) {
            Optional<WeibullLikelihood.Parameters> fit = likelihoods.get(k).maximum(leftOut);
            if (fit.isEmpty() || (column == groups && fit.get().uncensored() < LEAST_UNCENSORED)) {
                return false;
            }
            WeibullLikelihood.Parameters p = fit.get();
            inverseModulus[k][column] = 1 / p.modulus();
            lnScale[k][column] = p.lnScale() - lnAreaRatio[k] / p.modulus();
            uncensored[k] = column == groups ? p.uncensored() : uncensored[k];
        }
        Optional<WeibullLikelihood.Parameters> fit = pooled.maximum(leftOut);
        fit.ifPresent(p -> {
            pooledInverseModulus[column] = 1 / p.modulus();
            pooledLnScale[column] = p.lnScale();
        });
        return fit.isPresent();
    }

    /** Slope of 1/m on ln A: zero under the law. */
    Jackknife modulusDrift() {
        return jackknife(column -> slopeOnLnArea(inverseModulus, column));
    }

    /** Slope of ln s on ln A, plus the weighted mean of 1/m: zero under the law. */
    Jackknife scaleExcess() {
        return jackknife(column -> {
            double mean = 0;
            for (int k = 0; k < weight.length; k++) {
                mean += weight[k] * inverseModulus[k][column];
            }
            return slopeOnLnArea(lnScale, column) + mean;
        });
    }

    Jackknife pooledInverseModulus() {
        return jackknife(column -> pooledInverseModulus[column]);
    }

    /** ln of the pooled quantile with −ln(survival) = {@code hazard} at the area ratio to the smallest size. */
    Jackknife lnQuantile(double hazard, double lnRatio) {
        double offset = Math.log(hazard) - lnRatio;
        return jackknife(column -> pooledLnScale[column] + offset * pooledInverseModulus[column]);
    }

    List<SizeFit> describe() {
        List<SizeFit> described = new ArrayList<>();
        for (int k = 0; k < rungs.size(); k++) {
            double[] inverse = inverseModulus[k];
            double[] ln = lnScale[k];
            IntervalEstimate scale = jackknife(column -> ln[column]).interval95();
            described.add(new SizeFit(
                    rungs.get(k).areaM2(),
                    rungs.get(k).minima().length,
                    uncensored[k],
                    modulus(jackknife(column -> inverse[column])),
                    new IntervalEstimate(
                            Math.exp(scale.value()), Math.exp(scale.lower95()), Math.exp(scale.upper95()))));
        }
        return described;
    }

    /** m from 1/m: the ends change places; +∞ where 1/m may be zero. */
    static IntervalEstimate modulus(Jackknife inverse) {
        IntervalEstimate i = inverse.interval95();
        return new IntervalEstimate(inverted(i.value()), inverted(i.upper95()), inverted(i.lower95()));
    }

    private static double inverted(double inverseModulus) {
        return inverseModulus > 0 ? 1 / inverseModulus : Double.POSITIVE_INFINITY;
    }

    private double slopeOnLnArea(double[][] ofSize, int column) {
        double meanX = 0;
        for (int k = 0; k < lnAreaRatio.length; k++) {
            meanX += weight[k] * lnAreaRatio[k];
        }
        double xy = 0;
        double xx = 0;
        for (int k = 0; k < lnAreaRatio.length; k++) {
            double dx = lnAreaRatio[k] - meanX;
            xy += weight[k] * dx * ofSize[k][column];
            xx += weight[k] * dx * dx;
        }
        return xy / xx;
    }

    private Jackknife jackknife(IntToDoubleFunction statisticOfColumn) {
        double[] leftOut = new double[groups];
        for (int g = 0; g < groups; g++) {
            leftOut[g] = statisticOfColumn.applyAsDouble(g);
        }
        return Jackknife.of(statisticOfColumn.applyAsDouble(groups), leftOut);
    }
}
