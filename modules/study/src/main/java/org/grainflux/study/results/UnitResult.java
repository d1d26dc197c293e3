package org.grainflux.study.results;

import java.util.List;

/**
 * All rows that one work unit adds to the tables of a run.
 *
 * @param further rows of tables that only some commands have
 * @param planeCells of the plane structures that a volume is compared with, like {@code cells} of the volume itself
 */
public record UnitResult(
        List<LedgerRow> ledger,
        List<StructureRow> structures,
        List<CellRow> cells,
        List<HotSpotRow> hotSpots,
        List<StrengthRow> strengths,
        List<ProfileRow> profiles,
        List<ContactMapRow> contactMaps,
        List<ConvergenceRow> convergence,
        List<TimingRow> timings,
        List<CellRow> planeCells,
        List<HotSpotRow> planeHotSpots,
        List<StrengthRow> planeStrengths,
        List<CrackRow> cracks,
        List<CrackStepRow> crackSteps,
        List<CouplingRow> couplings,
        List<TableRows<?>> further) {
    /** A unit of a prediction without followed cracks and coupled fields. */
    public UnitResult(
            List<LedgerRow> ledger,
            List<StructureRow> structures,
            List<CellRow> cells,
            List<HotSpotRow> hotSpots,
            List<StrengthRow> strengths,
            List<ProfileRow> profiles,
            List<ContactMapRow> contactMaps,
            List<ConvergenceRow> convergence,
            List<TimingRow> timings,
            List<CellRow> planeCells,
            List<HotSpotRow> planeHotSpots,
            List<StrengthRow> planeStrengths) {
        this(
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
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** A unit that gives nothing but its outcome. */
    public static UnitResult ofLedger(List<LedgerRow> ledger) {
        return of(ledger, List.of());
    }

    /** A unit of a command with tables of its own. */
    public static UnitResult of(List<LedgerRow> ledger, List<TableRows<?>> further) {
        return new UnitResult(
                ledger, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), further);
    }

    /** Its rows of one of the further tables. */
    public <T extends Record> List<T> rows(RecordTable<T> table) {
        return further.stream()
                .filter(rows -> rows.table().name().equals(table.name()))
                .flatMap(rows -> rows.rows().stream())
                .map(table.rowClass()::cast)
                .toList();
    }
}
