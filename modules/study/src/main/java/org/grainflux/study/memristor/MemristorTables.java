package org.grainflux.study.memristor;

import org.grainflux.study.results.RecordTable;

/** The tables of a memristor run, beside the ledger. */
public final class MemristorTables {
    public static final RecordTable<CyclesRow> CYCLES = RecordTable.of("cycles", CyclesRow.class);
    public static final RecordTable<LoopRow> LOOPS = RecordTable.of("loops", LoopRow.class);

    private MemristorTables() {}
}
