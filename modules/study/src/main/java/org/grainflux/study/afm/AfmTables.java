package org.grainflux.study.afm;

import org.grainflux.study.results.RecordTable;

/** The tables of a run of the tip, beside the ledger. */
public final class AfmTables {
    public static final RecordTable<TipRow> TIPS = RecordTable.of("tips", TipRow.class);
    public static final RecordTable<MapRow> MAPS = RecordTable.of("tip_maps", MapRow.class);

    private AfmTables() {}
}
