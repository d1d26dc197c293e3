package org.grainflux.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.RandomStreams;
import org.grainflux.study.execution.UnitRunner;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.ProfileRow;
import org.grainflux.study.results.TimingRow;
import org.grainflux.study.results.UnitResult;

/** Rows that are a pure function of structure and design, as of a real runner. */
final class FakeRunner implements UnitRunner {
    private final Set<Integer> failing;
    private final Set<Integer> aborting;
    final AtomicInteger realizations = new AtomicInteger();

    FakeRunner(Set<Integer> failing, Set<Integer> aborting) {
        this.failing = failing;
        this.aborting = aborting;
    }

    FakeRunner() {
        this(Set.of(), Set.of());
    }

    @Override
    public UnitResult run(WorkUnit unit) {
        int structure = unit.structureIndex();
        if (failing.contains(structure)) {
            throw new NumericalFailureException(NumericalFailureException.Reason.MESH_QUALITY, "sliver");
        }
        if (aborting.contains(structure)) {
            throw new IllegalStateException("power cut");
        }
        List<LedgerRow> ledger = new ArrayList<>();
        List<CellRow> cells = new ArrayList<>();
        List<ProfileRow> profiles = new ArrayList<>();
        for (String design : unit.designs()) {
            realizations.incrementAndGet();
            double value =
                    RandomStreams.stream(design.hashCode(), "fake", structure).nextDouble();
            ledger.add(new LedgerRow(structure, design, LedgerRow.COMPLETED, "", "", 10, 20, 1e-12));
            for (int electrode = 0; electrode < 2; electrode++) {
                cells.add(new CellRow(
                        structure,
                        design,
                        electrode,
                        value,
                        value,
                        electrode,
                        1,
                        Double.NaN,
                        1e-6,
                        CellRow.FULL,
                        Double.NaN));
            }
            profiles.add(new ProfileRow(
                    structure, design, 0, ProfileRow.CURRENT_AT_LI, 200e-9, new double[] {0, value}, new double[] {
                        value, 1
                    }));
        }
        TimingRow timing = new TimingRow(structure, unit.designs().size(), 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "");
        return new UnitResult(
                ledger,
                List.of(),
                cells,
                List.of(),
                List.of(),
                profiles,
                List.of(),
                List.of(),
                List.of(timing),
                List.of(),
                List.of(),
                List.of());
    }
}
