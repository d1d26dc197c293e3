package org.grainflux.study.regression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.grainflux.core.InfrastructureException;
import org.grainflux.core.LaboratoryUnits;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.execution.UnitRunner;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.regression.Reference.Check;
import org.grainflux.study.regression.ReferenceValues.Field;
import org.grainflux.study.regression.ReferenceValues.Figure;
import org.grainflux.study.regression.ReferenceValues.Sample;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.ProfileRow;
import org.grainflux.study.results.UnitResult;

/** Computes a reference: all structures of its study, all designs, and from them the quantities it compares. */
public final class ReferenceRun {
    /** Of the points of a profile every eighth is kept: 125, enough to draw it and to name a place. */
    private static final int PROFILE_STEP = 8;

    private final Reference reference;
    private final RunnerSource runners;
    private final int threads;

    /**
     * What came out.
     *
     * @param failure why there are no values; empty when there are
     */
    public record Result(ReferenceValues values, Cost cost, String failure) {}

    /** @param threads for the structures of a population; values do not depend on it */
    public ReferenceRun(Reference reference, RunnerSource runners, int threads) {
        this.reference = reference;
        this.runners = runners;
        this.threads = threads;
    }

    public Result compute() {
        CostMeter meter = new CostMeter();
        try {
            ReferenceValues values = switch (reference.tier()) {
                case EXACT -> structure(meter);
                case STATISTICAL -> population(meter);
                case SUMMARY -> summary(meter);
            };
            return new Result(values, meter.total(), "");
        } catch (NumericalFailureException e) {
            return new Result(
                    new ReferenceValues(List.of(), List.of(), List.of()),
                    meter.total(),
                    e.reason() + ": " + e.getMessage());
        }
    }

    private ReferenceValues structure(CostMeter meter) {
        StudyConfig study = reference.study();
        List<Field> potentials = new ArrayList<>();
        UnitRunner runner = runners.of(
                study,
                field -> potentials.add(
                        PotentialSamples.of(field, study.microstructure().sizeM())));
        UnitResult result = meter.count(() -> completed(runner.run(unit(0))));
        List<Figure> figures = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        for (Check check : reference.checks()) {
            if (check.quantity().equals(Quantities.CURRENT_PROFILE)) {
                result.profiles().stream()
                        .filter(row -> row.kind().equals(ProfileRow.CURRENT_AT_ELECTROLYTE))
                        .forEach(row -> fields.add(profile(row)));
            } else if (check.quantity().equals(Quantities.POTENTIAL)) {
                fields.addAll(potentials);
            } else {
                figures.addAll(Quantities.figures(check.quantity(), result));
            }
        }
        return new ReferenceValues(figures, fields, List.of());
    }

    private static Field profile(ProfileRow row) {
        int count = row.abscissaM().length / PROFILE_STEP;
        double[][] pointsUm = new double[count][];
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            int at = PROFILE_STEP * k + PROFILE_STEP / 2;
            pointsUm[k] = new double[] {row.abscissaM()[at] / LaboratoryUnits.MICROMETRE_M};
            values[k] = row.valueOverMean()[at];
        }
        return new Field(Quantities.CURRENT_PROFILE, Quantities.place(row.design(), row.electrode()), pointsUm, values);
    }

    /** Of each structure and design the mean over electrodes and faces: those of one structure are not independent. */
    private ReferenceValues population(CostMeter meter) {
        List<UnitResult> results = structures(meter);
        List<Sample> samples = new ArrayList<>();
        for (Check check : reference.checks()) {
            Map<String, double[]> byDesign = new LinkedHashMap<>();
            for (int structure = 0; structure < results.size(); structure++) {
                int at = structure;
                means(Quantities.figures(check.quantity(), results.get(structure)))
                        .forEach((design, mean) ->
                                byDesign.computeIfAbsent(design, d -> new double[results.size()])[at] = mean);
            }
            byDesign.forEach((design, values) -> samples.add(new Sample(check.quantity(), design, values)));
        }
        return new ReferenceValues(List.of(), List.of(), samples);
    }

    private ReferenceValues summary(CostMeter meter) {
        return new ReferenceValues(SummaryFigures.of(reference.study(), structures(meter)), List.of(), List.of());
    }

    private List<UnitResult> structures(CostMeter meter) {
        UnitRunner runner = runners.of(reference.study(), field -> {});
        List<Callable<UnitResult>> tasks = new ArrayList<>();
        for (int structure = 0; structure < reference.study().realizations(); structure++) {
            WorkUnit unit = unit(structure);
            tasks.add(() -> meter.count(() -> completed(runner.run(unit))));
        }
        return inParallel(tasks);
    }

    private static Map<String, Double> means(List<Figure> figures) {
        return figures.stream()
                .collect(Collectors.groupingBy(
                        figure -> Quantities.design(figure.place()),
                        LinkedHashMap::new,
                        Collectors.averagingDouble(Figure::value)));
    }

    private WorkUnit unit(int structure) {
        return new WorkUnit(
                structure,
                reference.study().designs().stream().map(DesignConfig::name).toList());
    }

    /** A design that failed is a failure of the reference. */
    private static UnitResult completed(UnitResult result) {
        for (LedgerRow row : result.ledger()) {
            if (!row.state().equals(LedgerRow.COMPLETED)) {
                throw new NumericalFailureException(
                        NumericalFailureException.Reason.valueOf(row.reason()),
                        "structure " + row.structureIndex() + ", design " + row.design() + ": " + row.message());
            }
        }
        return result;
    }

    private List<UnitResult> inParallel(List<Callable<UnitResult>> tasks) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<UnitResult> results = new ArrayList<>();
            for (Future<UnitResult> future : pool.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("the regression was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
