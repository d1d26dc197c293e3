package org.grainflux.statistics.resampling;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.grainflux.statistics.IntervalEstimate;

/**
 * Ratio of the medians of two designs on the same clusters, for populations that no memory holds: the passes, order and
 * merging of {@link StreamedQuantiles}. Only clusters with a usable value in both designs are used. The interval is that of
 * the package description; where an interval of a median has no finite logarithm, the ratio of the opposite ends bounds it.
 */
public final class StreamedRatio implements Serializable {
    private static final long serialVersionUID = 2L;

    private final StreamedQuantiles numerator;
    private final StreamedQuantiles denominator;
    private int pass = 1;
    /** Sums over clusters of a₁a₂, a₁n₂, n₁a₂ and n₁n₂; during the second pass of values below the bins of the medians. */
    private final long[] cross = new long[4];

    /** What a value in the bin of the first median adds to Σ a₁a₂ and Σ a₁n₂, and one in that of the second to Σ a₁a₂ and Σ n₁a₂. */
    private final Thresholds undecidedTop = new Thresholds();

    private final Thresholds undecidedBottom = new Thresholds();
    /** Values of one cluster in both bins, each pair of which adds 1 to Σ a₁a₂ when both are up to their medians. */
    private final Map<Pair, Long> undecidedPairs = new HashMap<>();

    private record Pair(double top, double bottom) implements Serializable {}

    public StreamedRatio() {
        this(new StreamedQuantiles(), new StreamedQuantiles());
    }

    private StreamedRatio(StreamedQuantiles numerator, StreamedQuantiles denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** One cluster under both designs. */
    public void add(double[] top, double[] bottom) {
        long n1 = StreamedQuantiles.usable(top);
        long n2 = StreamedQuantiles.usable(bottom);
        if (n1 == 0 || n2 == 0) {
            return;
        }
        if (pass == 1) {
            numerator.add(top);
            denominator.add(bottom);
        } else {
            addCross(numerator.cross(top), denominator.cross(bottom));
        }
    }

    private void addCross(Crossing top, Crossing bottom) {
        long b1 = top.below();
        long b2 = bottom.below();
        long n1 = top.usable();
        long n2 = bottom.usable();
        addCross(b1 * b2, b1 * n2, n1 * b2, n1 * n2);
        for (double x : top.within()) {
            undecidedTop.add(x, b2, n2);
            for (double y : bottom.within()) {
                undecidedPairs.merge(new Pair(x, y), 1L, Long::sum);
            }
        }
        for (double y : bottom.within()) {
            undecidedBottom.add(y, b1, n1);
        }
    }

    private void addCross(long... products) {
        for (int k = 0; k < cross.length; k++) {
            cross[k] = Math.addExact(cross[k], products[k]);
        }
    }

    /** As {@link StreamedQuantiles#merge}. */
    public void merge(StreamedRatio other) {
        numerator.merge(other.numerator);
        denominator.merge(other.denominator);
        addCross(other.cross);
        undecidedTop.addAll(other.undecidedTop);
        undecidedBottom.addAll(other.undecidedBottom);
        other.undecidedPairs.forEach((pair, number) -> undecidedPairs.merge(pair, number, Math::addExact));
    }

    /** As {@link StreamedQuantiles#partial}. */
    public StreamedRatio partial() {
        StreamedRatio partial = new StreamedRatio(numerator.partial(), denominator.partial());
        partial.pass = pass;
        return partial;
    }

    /** As {@link StreamedQuantiles#endPass}. */
    public void endPass() {
        numerator.endPass();
        denominator.endPass();
        pass++;
        if (pass > StreamedQuantiles.PASSES) {
            decide();
        }
    }

    private void decide() {
        double median1 = numerator.decided();
        double median2 = denominator.decided();
        long[] top = undecidedTop.upTo(median1);
        long[] bottom = undecidedBottom.upTo(median2);
        long pairs = undecidedPairs.entrySet().stream()
                .filter(pair -> pair.getKey().top() <= median1 && pair.getKey().bottom() <= median2)
                .mapToLong(Map.Entry::getValue)
                .sum();
        addCross(Math.addExact(top[0], bottom[0]) + pairs, top[1], bottom[1], 0);
        undecidedTop.clear();
        undecidedBottom.clear();
        undecidedPairs.clear();
    }

    /** After the last pass. */
    public IntervalEstimate ratio() {
        IntervalEstimate top = numerator.median();
        IntervalEstimate bottom = denominator.median();
        double ratio = top.value() / bottom.value();
        if (numerator.clusterCount() < 2) {
            return IntervalEstimate.withoutInterval(ratio);
        }
        double half = halfWidthOfLn(top, bottom);
        if (Double.isFinite(half)) {
            return new IntervalEstimate(ratio, ratio * Math.exp(-half), ratio * Math.exp(half));
        }
        double lower = top.lower95() / bottom.upper95();
        double upper = top.upper95() / bottom.lower95();
        return new IntervalEstimate(
                ratio, Double.isNaN(lower) ? 0 : lower, Double.isNaN(upper) ? Double.POSITIVE_INFINITY : upper);
    }

    /** t √(s₁² + s₂² − 2ρ s₁ s₂), of half-widths t s; not finite where a logarithm is not. */
    private double halfWidthOfLn(IntervalEstimate top, IntervalEstimate bottom) {
        double h1 = 0.5 * Math.log(top.upper95() / top.lower95());
        double h2 = 0.5 * Math.log(bottom.upper95() / bottom.lower95());
        return Math.sqrt(Math.max(0, h1 * h1 + h2 * h2 - 2 * correlation() * h1 * h2));
    }

    private double correlation() {
        double scale = Math.sqrt(numerator.residualSquares() * denominator.residualSquares());
        if (!(scale > 0)) {
            return 0;
        }
        double p1 = numerator.share();
        double p2 = denominator.share();
        double product = cross[0] - p2 * cross[1] - p1 * cross[2] + p1 * p2 * cross[3];
        return Math.min(1, Math.max(-1, product / scale));
    }
}
