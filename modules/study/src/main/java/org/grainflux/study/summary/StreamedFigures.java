package org.grainflux.study.summary;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.grainflux.statistics.IntervalEstimate;
import org.grainflux.statistics.resampling.ClusterBootstrap;
import org.grainflux.statistics.resampling.StreamedQuantiles;
import org.grainflux.statistics.resampling.StreamedRatio;
import org.grainflux.study.config.ProtocolConfig;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.StrengthRow;

/** The figures of a population that passes by {@link StreamedQuantiles#PASSES} times, one structure at a time. */
final class StreamedFigures implements DesignFigures {
    private static final Predicate<StrengthRow> NOMINAL = row -> row.priorDraw() == 0;

    private final ProtocolConfig protocol;
    /** Concurrent, since each table has samples of its own and is read by a thread of its own. */
    private final Map<String, StreamedQuantiles> samples = new ConcurrentHashMap<>();

    private final Map<Hypothesis, StreamedRatio> ratios = new EnumMap<>(Hypothesis.class);
    // Counted in the first pass.
    private boolean counting = true;
    private final Map<Hypothesis, Observed> observed = new EnumMap<>(Hypothesis.class);
    private final Map<String, Integer> limitingModes = new TreeMap<>();
    private RunningThrough runningThrough = new RunningThrough(0, 0);
    private final Map<String, Unresolved> unresolved = new HashMap<>();

    StreamedFigures(ProtocolConfig protocol) {
        this.protocol = protocol;
        for (Hypothesis hypothesis : Hypothesis.values()) {
            ratios.put(hypothesis, new StreamedRatio());
            observed.put(hypothesis, new Observed(0, 0));
        }
    }

    private StreamedQuantiles sample(String key) {
        return samples.computeIfAbsent(key, k -> Sample.streamed());
    }

    private static <T> double[] values(List<T> rows, Predicate<T> chosen, ToDoubleFunction<T> value) {
        return rows.stream().filter(chosen).mapToDouble(value).toArray();
    }

    void addCells(List<CellRow> rows) {
        for (CellMetric metric : CellMetric.values()) {
            sample(key(metric)).add(values(rows, row -> true, metric.value()));
        }
    }

    void addHotSpots(List<HotSpotRow> rows) {
        for (String face : List.of(HotSpotRow.LI_INTERFACE, HotSpotRow.ELECTROLYTE_INTERFACE)) {
            List<HotSpotRow> ofFace =
                    rows.stream().filter(row -> row.face().equals(face)).toList();
            for (HotSpotMetric metric : HotSpotMetric.values()) {
                sample(key(face, metric)).add(values(ofFace, row -> true, metric.value()));
                if (counting) {
                    ofFace.forEach(row -> countUnresolved(key(face, metric), row, metric));
                }
            }
        }
    }

    private void countUnresolved(String key, HotSpotRow row, HotSpotMetric metric) {
        Unresolved before = unresolved.getOrDefault(key, new Unresolved(0, 0, ""));
        boolean missing = Double.isNaN(metric.value().applyAsDouble(row));
        unresolved.put(
                key,
                new Unresolved(
                        before.count() + (missing ? 1 : 0),
                        before.of() + 1,
                        missing && before.count() == 0 ? row.unresolvedReason() : before.reason()));
    }

    /** @param baseline rows of the same structure, empty where the baseline has none */
    void addStrengths(List<StrengthRow> rows, List<StrengthRow> baseline) {
        for (Hypothesis hypothesis : Hypothesis.values()) {
            double[] nominal = values(rows, NOMINAL, hypothesis.valueAPerM2());
            sample(nominalKey(hypothesis)).add(nominal);
            sample(priorKey(hypothesis)).add(values(rows, NOMINAL.negate(), hypothesis.valueAPerM2()));
            ratios.get(hypothesis).add(nominal, values(baseline, NOMINAL, hypothesis.valueAPerM2()));
            if (counting) {
                int censored = protocol.censors(nominal) ? 1 : 0;
                observed.merge(
                        hypothesis,
                        new Observed(1 - censored, censored),
                        (a, b) -> new Observed(a.observed() + b.observed(), a.censored() + b.censored()));
            }
        }
        for (CrackMetric metric : CrackMetric.values()) {
            sample(key(metric)).add(values(rows, NOMINAL, metric.value()));
        }
        if (counting) {
            rows.stream().filter(NOMINAL).forEach(row -> runningThrough = runningThrough.plus(row));
            rows.stream().filter(NOMINAL).forEach(row -> limitingModes.merge(row.limitingMode(), 1, Integer::sum));
        }
    }

    void endPass() {
        counting = false;
        samples.values().forEach(StreamedQuantiles::endPass);
        ratios.values().forEach(StreamedRatio::endPass);
    }

    private static String key(CrackMetric metric) {
        return "crack:" + metric;
    }

    private static String key(CellMetric metric) {
        return "cell:" + metric;
    }

    private static String key(String face, HotSpotMetric metric) {
        return face + ":" + metric;
    }

    private static String nominalKey(Hypothesis hypothesis) {
        return "nominal:" + hypothesis;
    }

    private static String priorKey(Hypothesis hypothesis) {
        return "prior:" + hypothesis;
    }

    /** Of a table without rows there is no sample. */
    private Sample finished(String key) {
        return samples.containsKey(key) ? Sample.of(samples.get(key)) : Sample.of(new double[0][]);
    }

    @Override
    public Sample hotSpots(String face, HotSpotMetric metric) {
        return finished(key(face, metric));
    }

    @Override
    public Sample cells(CellMetric metric) {
        return finished(key(metric));
    }

    @Override
    public Sample nominalStrengths(Hypothesis hypothesis) {
        return finished(nominalKey(hypothesis));
    }

    @Override
    public Sample priorStrengths(Hypothesis hypothesis) {
        return finished(priorKey(hypothesis));
    }

    @Override
    public Sample cracks(CrackMetric metric) {
        return finished(key(metric));
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
        return Optional.ofNullable(unresolved.get(key(face, metric))).filter(count -> count.count() > 0);
    }
}
