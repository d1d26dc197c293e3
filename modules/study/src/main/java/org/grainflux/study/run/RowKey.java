package org.grainflux.study.run;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.grainflux.study.results.RecordTable;

/** The structure and, where the table has one, the design a row belongs to. */
final class RowKey<T extends Record> {
    private final Method structureIndex;
    private final Method design;

    RowKey(RecordTable<T> table) {
        this.structureIndex = accessor(table.rowClass(), "structureIndex");
        this.design = accessor(table.rowClass(), "design");
        if (structureIndex == null) {
            throw new IllegalArgumentException("rows of table " + table.name() + " name no structure");
        }
    }

    private static Method accessor(Class<?> rowClass, String name) {
        for (RecordComponent component : rowClass.getRecordComponents()) {
            if (component.getName().equals(name)) {
                return component.getAccessor();
            }
        }
        return null;
    }

    int structureOf(T row) {
        return (int) value(structureIndex, row);
    }

    /** Null in a table without designs. */
    String designOf(T row) {
        return design == null ? null : (String) value(design, row);
    }

    private static Object value(Method accessor, Record row) {
        try {
            return accessor.invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a row's key cannot be read: " + row, e);
        }
    }
}
