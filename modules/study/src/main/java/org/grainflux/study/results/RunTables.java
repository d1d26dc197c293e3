package org.grainflux.study.results;

import java.util.List;

/** The tables every run has. */
public final class RunTables {
    public static final RecordTable<LedgerRow> LEDGER = RecordTable.of("ledger", LedgerRow.class);
    public static final RecordTable<StructureRow> STRUCTURES = RecordTable.of("structures", StructureRow.class);
    public static final RecordTable<CellRow> CELLS = RecordTable.of("cells", CellRow.class);
    public static final RecordTable<HotSpotRow> HOT_SPOTS = RecordTable.of("hot_spots", HotSpotRow.class);
    public static final RecordTable<StrengthRow> STRENGTHS = RecordTable.of("strengths", StrengthRow.class);
    public static final RecordTable<ProfileRow> PROFILES = RecordTable.of("profiles", ProfileRow.class);
    public static final RecordTable<ContactMapRow> CONTACT_MAPS = RecordTable.of("contact_maps", ContactMapRow.class);
    public static final RecordTable<ConvergenceRow> CONVERGENCE = RecordTable.of("convergence", ConvergenceRow.class);
    public static final RecordTable<TimingRow> TIMINGS = RecordTable.of("timings", TimingRow.class);
    public static final RecordTable<CrackRow> CRACKS = RecordTable.of("cracks", CrackRow.class);
    public static final RecordTable<CrackStepRow> CRACK_STEPS = RecordTable.of("crack_steps", CrackStepRow.class);
    public static final RecordTable<CouplingRow> COUPLINGS = RecordTable.of("couplings", CouplingRow.class);

    /** What {@link #CELLS} is for the plane structures that a volume is compared with. */
    public static final RecordTable<CellRow> PLANE_CELLS = RecordTable.of("plane_cells", CellRow.class);

    public static final RecordTable<HotSpotRow> PLANE_HOT_SPOTS = RecordTable.of("plane_hot_spots", HotSpotRow.class);
    public static final RecordTable<StrengthRow> PLANE_STRENGTHS = RecordTable.of("plane_strengths", StrengthRow.class);

    private RunTables() {}

    public static List<RecordTable<?>> all() {
        return List.of(
                LEDGER,
                STRUCTURES,
                CELLS,
                HOT_SPOTS,
                STRENGTHS,
                PROFILES,
                CONTACT_MAPS,
                CONVERGENCE,
                TIMINGS,
                CRACKS,
                CRACK_STEPS,
                COUPLINGS,
                PLANE_CELLS,
                PLANE_HOT_SPOTS,
                PLANE_STRENGTHS);
    }
}
