package org.grainflux.study.results;

import java.lang.reflect.RecordComponent;

/** One component of a record class under its column name. */
record RecordColumn(RecordComponent component, String name) {
    Class<?> type() {
        return component.getType();
    }

    Object valueOf(Record row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("column " + name + " of " + row.getClass() + " cannot be read", e);
        }
    }
}
