package org.grainflux.physics.transport;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.grainflux.core.LaboratoryUnits;

/**
 * Smallest and largest average over the contacts of one electrode, over the mean. An average that is not resolved is no
 * figure, and neither is an extreme that such an average may hold: both are looked for among all contacts, within what
 * each may be in truth, and not in the resolved ones alone.
 *
 * @param maxOverMean NaN if no contact is known to have the largest average
 * @param maxOverMin NaN if this holds for either, or if a grain carries no current
 * @param unresolvedReason why one of them is NaN; empty when both are there
 */
record GrainExtremes(double maxOverMean, double maxOverMin, Optional<String> unresolvedReason) {
    /**
     * A grain under insulating gaps carries nothing; what a solver leaves there is its residual, 10⁻⁸ of the load or less,
     * on an area that may be a hundredth of the electrode. No average that small beside the mean is a current.
     */
    private static final double CARRIES_NOTHING = 1e-6;

    static GrainExtremes of(InterfaceCurrent current) {
        double mean = current.meanAPerM2();
        List<GrainAverage> grains = current.grainAverages().stream()
                .filter(grain -> grain.extentM() >= HotSpots.SLIVER_M)
                .toList();
        Comparator<GrainAverage> byMean = Comparator.comparingDouble(GrainAverage::meanAPerM2);
        Optional<GrainAverage> largest =
                grains.stream().filter(GrainAverage::resolved).max(byMean);
        Optional<GrainAverage> least =
                grains.stream().filter(GrainAverage::resolved).min(byMean);
        if (grains.isEmpty()) {
            return unknown(String.format(
                    Locale.ROOT,
                    "no grain touches the electrode on %.0f nm or more",
                    HotSpots.SLIVER_M / LaboratoryUnits.NANOMETRE_M));
        }
        Optional<GrainAverage> higher = unresolved(
                grains, grain -> grain.meanAPerM2() + grain.lossAPerM2() > value(largest, Double.NEGATIVE_INFINITY));
        if (higher.isPresent()) {
            return unknown("the largest grain average is not known: "
                    + higher.get().whyUnresolved().orElseThrow());
        }
        double maxOverMean = value(largest, Double.NaN) / mean;
        Optional<GrainAverage> lower = unresolved(
                grains, grain -> grain.meanAPerM2() - grain.gainAPerM2() < value(least, Double.POSITIVE_INFINITY));
        if (lower.isPresent()) {
            return new GrainExtremes(
                    maxOverMean,
                    Double.NaN,
                    lower.get().whyUnresolved().map(reason -> "the smallest grain average is not known: " + reason));
        }
        double min = value(least, Double.NaN);
        return Math.abs(min) <= CARRIES_NOTHING * Math.abs(mean)
                ? new GrainExtremes(maxOverMean, Double.NaN, Optional.of(noCurrent(least.orElseThrow())))
                : new GrainExtremes(maxOverMean, value(largest, Double.NaN) / min, Optional.empty());
    }

    private static GrainExtremes unknown(String reason) {
        return new GrainExtremes(Double.NaN, Double.NaN, Optional.of(reason));
    }

    private static Optional<GrainAverage> unresolved(List<GrainAverage> grains, Predicate<GrainAverage> isRival) {
        return grains.stream()
                .filter(Predicate.not(GrainAverage::resolved))
                .filter(isRival)
                .findFirst();
    }

    private static double value(Optional<GrainAverage> grain, double otherwise) {
        return grain.map(GrainAverage::meanAPerM2).orElse(otherwise);
    }

    private static String noCurrent(GrainAverage grain) {
        return String.format(
                Locale.ROOT,
                "the ratio to the smallest grain average is infinite: grain %d, which touches the electrode on %.2f µm,"
                        + " carries no current (under %.0g of the mean), as under an insulating gap",
                grain.grain(),
                grain.extentM() / LaboratoryUnits.MICROMETRE_M,
                CARRIES_NOTHING);
    }
}
