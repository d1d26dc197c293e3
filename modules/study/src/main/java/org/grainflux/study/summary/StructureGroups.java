package org.grainflux.study.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Hands on the rows of a table, which come ordered by structure, one structure at a time, by design. */
final class StructureGroups<T> {
    private final ToIntFunction<T> structureOf;
    private final Function<T, String> designOf;
    private final Consumer<Map<String, List<T>>> onStructure;
    private final Map<String, List<T>> rows = new LinkedHashMap<>();
    private int structure = -1;

    StructureGroups(
            ToIntFunction<T> structureOf, Function<T, String> designOf, Consumer<Map<String, List<T>>> onStructure) {
        this.structureOf = structureOf;
        this.designOf = designOf;
        this.onStructure = onStructure;
    }

    void add(T row) {
        int next = structureOf.applyAsInt(row);
        if (next < structure) {
            throw new IllegalArgumentException(
                    "rows of a streamed population come by structure, got " + next + " after " + structure);
        }
        if (next > structure) {
            flush();
            structure = next;
        }
        rows.computeIfAbsent(designOf.apply(row), design -> new ArrayList<>()).add(row);
    }

    /** At the end of the table. */
    void end() {
        flush();
        structure = -1;
    }

    private void flush() {
        if (!rows.isEmpty()) {
            onStructure.accept(rows);
            rows.clear();
        }
    }
}
