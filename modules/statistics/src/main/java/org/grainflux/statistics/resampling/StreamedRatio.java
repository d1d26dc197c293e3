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
    private final Map<Pair, Long> pairs = new HashMap<>();
    /** Sums over clusters of a₁a₂, a₁n₂, n₁a₂ and n₁n₂. */
    private final long[] cross = new long[4];

    private record Pair(Crossing top, Crossing bottom) implements Serializable {}

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
            pairs.merge(new Pair(numerator.cross(top), denominator.cross(bottom)), 1L, Long::sum);
        }
    }

    /** As {@link StreamedQuantiles#merge}. */
    public void merge(StreamedRatio other) {
        numerator.merge(other.numerator);
        denominator.merge(other.denominator);
        other.pairs.forEach((pair, number) -> pairs.merge(pair, number, Math::addExact));
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
            pairs.forEach(this::addCross);
            pairs.clear();
        }
    }

    private void addCross(Pair pair, long number) {
        long a1 = numerator.upToMedian(pair.top());
        long a2 = denominator.upToMedian(pair.bottom());
        long n1 = pair.top().usable();
        long n2 = pair.bottom().usable();
        long[] products = {a1 * a2, a1 * n2, n1 * a2, n1 * n2};
        for (int k = 0; k < cross.length; k++) {
            cross[k] = Math.addExact(cross[k], Math.multiplyExact(number, products[k]));
        }
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
