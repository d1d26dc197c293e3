package org.grainflux.study.summary;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.grainflux.statistics.IntervalEstimate;
import org.grainflux.statistics.resampling.ClusterBootstrap;
import org.grainflux.statistics.resampling.PairedRatio;
import org.grainflux.study.config.ProtocolConfig;
import org.grainflux.study.results.StrengthRow;

/** The figures of a population that is held in memory. */
record HeldFigures(ProtocolConfig protocol, DesignPopulation population, DesignPopulation baseline)
        implements DesignFigures {
    @Override
    public Sample hotSpots(String face, HotSpotMetric metric) {
        return Sample.of(population.hotSpotValues(face, metric.value()));
    }

    @Override
    public Sample cells(CellMetric metric) {
        return Sample.of(population.cellValues(metric.value()));
    }

    @Override
    public Sample nominalStrengths(Hypothesis hypothesis) {
        return Sample.of(population.nominalStrengths(hypothesis));
    }

    @Override
    public Sample priorStrengths(Hypothesis hypothesis) {
        return Sample.of(population.priorStrengths(hypothesis));
    }

    @Override
    public Sample cracks(CrackMetric metric) {
        return Sample.of(population.nominalStrengths(metric.value()));
    }

    @Override
    public RunningThrough runningThrough() {
        RunningThrough counted = new RunningThrough(0, 0);
        for (StrengthRow row : population.nominalStrengthRows()) {
            counted = counted.plus(row);
        }
        return counted;
    }

    @Override
    public Observed observed(Hypothesis hypothesis) {
        double[][] nominal = population.nominalStrengths(hypothesis);
        int censored = 0;
        for (double[] structure : nominal) {
            censored += protocol.censors(structure) ? 1 : 0;
        }
        return new Observed(nominal.length - censored, censored);
    }

    @Override
    public IntervalEstimate ratioToBaseline(Hypothesis hypothesis, ClusterBootstrap bootstrap, RandomGenerator random) {
        SortedSet<Integer> structures = new TreeSet<>(population.strengths().keySet());
        return PairedRatio.ofMedians(
                        population.nominalStrengths(structures, hypothesis),
                        baseline.nominalStrengths(structures, hypothesis),
                        bootstrap,
                        random)
                .ratio();
    }

    @Override
    public Map<String, Integer> limitingModes() {
        Map<String, Integer> counts = new TreeMap<>();
        for (StrengthRow row : population.nominalStrengthRows()) {
            counts.merge(row.limitingMode(), 1, Integer::sum);
        }
        return counts;
    }

    @Override
    public Optional<Unresolved> unresolved(String face, HotSpotMetric metric) {
        return population.unresolved(face, metric.value());
    }
}
