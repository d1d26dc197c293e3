package org.grainflux.jobs.predict;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.RandomStreams;
import org.grainflux.jobs.engine.RunnerFactory;
import org.grainflux.study.execution.UnitRunner;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.UnitResult;
import org.grainflux.study.run.RunFolder;

/**
 * Stands in for the physics: rows are a pure function of structure and design, a unit takes a set time.
 *
 * @param failEvery structures whose index is a multiple of this fail, 0 for none
 */
public record FakeStudy(long unitMillis, int failEvery) implements RunnerFactory {
    public static final List<String> DESIGNS = List.of("bare", "hl");

    public static RunRequest request(int structures, RunnerFactory runners) {
        return new RunRequest(
                "fake",
                "study: fake\n",
                "hash",
                structures,
                DESIGNS,
                true,
                0.05,
                StudyRunnerFactory.DEFAULT_UNIT_LIMIT,
                () -> runners);
    }

    @Override
    public UnitRunner create(RunFolder folder) {
        return this::compute;
    }

    private UnitResult compute(WorkUnit unit) {
        int structure = unit.structureIndex();
        pause();
        if (failEvery > 0 && structure % failEvery == 0) {
            throw new NumericalFailureException(NumericalFailureException.Reason.RESIDUAL_TOO_LARGE, "residual 1e-3");
        }
        List<LedgerRow> ledger = new ArrayList<>();
        List<CellRow> cells = new ArrayList<>();
        for (String design : unit.designs()) {
            double value =
                    RandomStreams.stream(design.hashCode(), "fake", structure).nextDouble();
            ledger.add(new LedgerRow(structure, design, LedgerRow.COMPLETED, "", "", 10, 20, 1e-12));
            cells.add(new CellRow(
                    structure, design, 0, value, value, 1, 1, Double.NaN, Double.NaN, CellRow.FULL, Double.NaN));
            cells.add(new CellRow(
                    structure, design, 1, value, -value, 1, 1, Double.NaN, Double.NaN, CellRow.FULL, Double.NaN));
        }
        return new UnitResult(
                ledger, List.of(), cells, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }

    private void pause() {
        try {
            Thread.sleep(unitMillis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while computing", e);
        }
    }
}
