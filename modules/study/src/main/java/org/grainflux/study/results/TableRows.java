package org.grainflux.study.results;

import java.util.List;

/** Some rows of one table. */
public record TableRows<T extends Record>(RecordTable<T> table, List<T> rows) {
    public TableRows {
        rows = List.copyOf(rows);
    }
}
