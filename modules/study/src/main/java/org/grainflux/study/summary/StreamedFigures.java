package org.grainflux.study.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.grainflux.statistics.IntervalEstimate;
import org.grainflux.statistics.resampling.ClusterBootstrap;
import org.grainflux.statistics.resampling.StreamedQuantiles;
import org.grainflux.statistics.resampling.StreamedRatio;
import org.grainflux.study.config.ProtocolConfig;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.StrengthRow;

/**
 * The figures of a population that passes by {@link StreamedQuantiles#PASSES} times, one structure at a time. Each table has samples of its
 * own, so a thread of its own may add it.
 */
final class StreamedFigures implements DesignFigures {
    private static final List<String> FACES = List.of(HotSpotRow.LI_INTERFACE, HotSpotRow.ELECTROLYTE_INTERFACE);
    private static final Predicate<StrengthRow> NOMINAL = row -> row.priorDraw() == 0;

    private final ProtocolConfig protocol;
    private final Map<CellMetric, StreamedQuantiles> cells = samples(CellMetric.class);
    private final Map<String, Map<HotSpotMetric, StreamedQuantiles>> hotSpots = new HashMap<>();
    private final Map<Hypothesis, StreamedQuantiles> nominal = samples(Hypothesis.class);
    private final Map<Hypothesis, StreamedQuantiles> prior = samples(Hypothesis.class);
    private final Map<CrackMetric, StreamedQuantiles> cracks = samples(CrackMetric.class);
    private final Map<Hypothesis, StreamedRatio> ratios = new EnumMap<>(Hypothesis.class);
    // Counted in the first pass.
    private boolean counting = true;
    private final Map<Hypothesis, Observed> observed = new EnumMap<>(Hypothesis.class);
    private final Map<String, Integer> limitingModes = new TreeMap<>();
    private RunningThrough runningThrough = new RunningThrough(0, 0);
    private final Map<String, Map<HotSpotMetric, Unresolved>> unresolved = new HashMap<>();

    StreamedFigures(ProtocolConfig protocol) {
        this.protocol = protocol;
        for (Hypothesis hypothesis : Hypothesis.values()) {
            ratios.put(hypothesis, new StreamedRatio());
            observed.put(hypothesis, new Observed(0, 0));
        }
        for (String face : FACES) {
            hotSpots.put(face, samples(HotSpotMetric.class));
            unresolved.put(face, new EnumMap<>(HotSpotMetric.class));
        }
    }

    private static <M extends Enum<M>> Map<M, StreamedQuantiles> samples(Class<M> metrics) {
        Map<M, StreamedQuantiles> samples = new EnumMap<>(metrics);
        for (M metric : metrics.getEnumConstants()) {
            samples.put(metric, Sample.streamed());
        }
        return samples;
    }

    private static <T> double[] values(List<T> rows, ToDoubleFunction<T> value) {
        double[] values = new double[rows.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = value.applyAsDouble(rows.get(k));
        }
        return values;
    }

    private static <T> List<T> chosen(List<T> rows, Predicate<T> which) {
        List<T> chosen = new ArrayList<>(rows);
        chosen.removeIf(which.negate());
        return chosen;
    }

    void addCells(List<CellRow> rows) {
        cells.forEach((metric, sample) -> sample.add(values(rows, metric.value())));
    }

    void addHotSpots(List<HotSpotRow> rows) {
        for (String face : FACES) {
            List<HotSpotRow> ofFace = chosen(rows, row -> row.face().equals(face));
            hotSpots.get(face).forEach((metric, sample) -> {
                double[] values = values(ofFace, metric.value());
                sample.add(values);
                if (counting) {
                    countUnresolved(face, metric, values, ofFace);
                }
            });
        }
    }

    private void countUnresolved(String face, HotSpotMetric metric, double[] values, List<HotSpotRow> rows) {
        int missing = 0;
        String reason = "";
        for (int k = 0; k < values.length; k++) {
            if (Double.isNaN(values[k])) {
                reason = missing++ == 0 ? rows.get(k).unresolvedReason() : reason;
            }
        }
        Unresolved seen = new Unresolved(missing, values.length, reason);
        unresolved
                .get(face)
                .merge(
                        metric,
                        seen,
                        (a, b) -> new Unresolved(
                                a.count() + b.count(), a.of() + b.of(), a.count() > 0 ? a.reason() : b.reason()));
    }

    /** @param baseline rows of the same structure, empty where the baseline has none */
    void addStrengths(List<StrengthRow> rows, List<StrengthRow> baseline) {
        List<StrengthRow> atMedians = chosen(rows, NOMINAL);
        List<StrengthRow> drawn = chosen(rows, NOMINAL.negate());
        List<StrengthRow> baselineAtMedians = chosen(baseline, NOMINAL);
        for (Hypothesis hypothesis : Hypothesis.values()) {
            double[] strengths = values(atMedians, hypothesis.valueAPerM2());
            nominal.get(hypothesis).add(strengths);
            prior.get(hypothesis).add(values(drawn, hypothesis.valueAPerM2()));
            ratios.get(hypothesis).add(strengths, values(baselineAtMedians, hypothesis.valueAPerM2()));
            if (counting) {
                int censored = protocol.censors(strengths) ? 1 : 0;
                observed.merge(
                        hypothesis,
                        new Observed(1 - censored, censored),
                        (a, b) -> new Observed(a.observed() + b.observed(), a.censored() + b.censored()));
            }
        }
        cracks.forEach((metric, sample) -> sample.add(values(atMedians, metric.value())));
        if (counting) {
            for (StrengthRow row : atMedians) {
                runningThrough = runningThrough.plus(row);
                limitingModes.merge(row.limitingMode(), 1, Integer::sum);
            }
        }
    }

    void endPass() {
        counting = false;
        Stream.of(List.of(cells, nominal, prior, cracks), hotSpots.values())
                .flatMap(Collection::stream)
                .flatMap(samples -> samples.values().stream())
                .forEach(StreamedQuantiles::endPass);
        ratios.values().forEach(StreamedRatio::endPass);
    }

    @Override
    public Sample hotSpots(String face, HotSpotMetric metric) {
        return Sample.of(hotSpots.get(face).get(metric));
    }

    @Override
    public Sample cells(CellMetric metric) {
        return Sample.of(cells.get(metric));
    }

    @Override
    public Sample nominalStrengths(Hypothesis hypothesis) {
        return Sample.of(nominal.get(hypothesis));
    }

    @Override
    public Sample priorStrengths(Hypothesis hypothesis) {
        return Sample.of(prior.get(hypothesis));
    }

    @Override
    public Sample cracks(CrackMetric metric) {
        return Sample.of(cracks.get(metric));
    }

    @Override
    public RunningThrough runningThrough() {
        return runningThrough;
    }

    @Override
    public Observed observed(Hypothesis hypothesis) {
        return observed.get(hypothesis);
    }

    @Override
    public IntervalEstimate ratioToBaseline(Hypothesis hypothesis, ClusterBootstrap bootstrap, RandomGenerator random) {
        return ratios.get(hypothesis).ratio();
    }

    @Override
    public Map<String, Integer> limitingModes() {
        return limitingModes;
    }

    @Override
    public Optional<Unresolved> unresolved(String face, HotSpotMetric metric) {
        return Optional.ofNullable(unresolved.get(face).get(metric)).filter(count -> count.count() > 0);
    }
}
