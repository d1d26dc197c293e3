package org.grainflux.study.results;

import java.util.List;

/** All rows that one work unit adds to the tables of a run. */
public record UnitResult(
        List<LedgerRow> ledger,
        List<StructureRow> structures,
        List<CellRow> cells,
        List<HotSpotRow> hotSpots,
        List<StrengthRow> strengths,
        List<ProfileRow> profiles,
        List<ContactMapRow> contactMaps,
        List<ConvergenceRow> convergence,
        List<TimingRow> timings) {}
