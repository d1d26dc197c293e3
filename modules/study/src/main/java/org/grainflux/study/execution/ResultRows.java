package org.grainflux.study.execution;

import java.util.ArrayList;
import java.util.List;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.ContactMapRow;
import org.grainflux.study.results.ConvergenceRow;
import org.grainflux.study.results.CouplingRow;
import org.grainflux.study.results.CrackRow;
import org.grainflux.study.results.CrackStepRow;
import org.grainflux.study.results.HotSpotRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.ProfileRow;
import org.grainflux.study.results.StrengthRow;
import org.grainflux.study.results.StructureRow;
import org.grainflux.study.results.TimingRow;
import org.grainflux.study.results.UnitResult;

/** Rows collected while a unit runs. */
final class ResultRows {
    final List<LedgerRow> ledger = new ArrayList<>();
    final List<StructureRow> structures = new ArrayList<>();
    final List<CellRow> cells = new ArrayList<>();
    final List<HotSpotRow> hotSpots = new ArrayList<>();
    final List<StrengthRow> strengths = new ArrayList<>();
    final List<ProfileRow> profiles = new ArrayList<>();
    final List<ContactMapRow> contactMaps = new ArrayList<>();
    final List<ConvergenceRow> convergence = new ArrayList<>();
    final List<TimingRow> timings = new ArrayList<>();
    final List<CrackRow> cracks = new ArrayList<>();
    final List<CrackStepRow> crackSteps = new ArrayList<>();
    final List<CouplingRow> couplings = new ArrayList<>();
    /** What a reader of the ledger should know of a completed realization. */
    final List<String> remarks = new ArrayList<>();

    final List<CellRow> planeCells = new ArrayList<>();
    final List<HotSpotRow> planeHotSpots = new ArrayList<>();
    final List<StrengthRow> planeStrengths = new ArrayList<>();

    void addAll(ResultRows other) {
        ledger.addAll(other.ledger);
        structures.addAll(other.structures);
        cells.addAll(other.cells);
        hotSpots.addAll(other.hotSpots);
        strengths.addAll(other.strengths);
        profiles.addAll(other.profiles);
        contactMaps.addAll(other.contactMaps);
        convergence.addAll(other.convergence);
        timings.addAll(other.timings);
        cracks.addAll(other.cracks);
        crackSteps.addAll(other.crackSteps);
        couplings.addAll(other.couplings);
    }

    UnitResult toResult() {
        return new UnitResult(
                ledger,
                structures,
                cells,
                hotSpots,
                strengths,
                profiles,
                contactMaps,
                convergence,
                timings,
                planeCells,
                planeHotSpots,
                planeStrengths,
                cracks,
                crackSteps,
                couplings,
                List.of());
    }
}
