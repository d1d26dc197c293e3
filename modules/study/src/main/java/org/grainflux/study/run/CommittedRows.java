package org.grainflux.study.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.parquet.hadoop.ParquetReader;
import org.grainflux.core.InfrastructureException;
import org.grainflux.study.results.RecordTable;

/**
 * Merges the committed part files of one table. Every file is sorted, and its marker tells its first structure, so a
 * file is opened only when the merge reaches it.
 */
final class CommittedRows<T extends Record> implements Iterator<T>, Closeable {
    private final RunStorage storage;
    private final RowKey<T> key;
    private final RecordTable<T> table;
    private final FinishedWork finished;
    private final Comparator<PartFile> order = Comparator.comparingInt((PartFile part) -> part.structure)
            .thenComparingInt(part -> part.design)
            .thenComparingInt(part -> part.ordinal);
    /** All files that have rows left, except the current one. */
    private final PriorityQueue<PartFile> parts = new PriorityQueue<>(order);

    /** The file of the next row; null before the first. Files seldom overlap, so it mostly stays the same. */
    private PartFile current;

    CommittedRows(RunStorage storage, RecordTable<T> table, List<BatchCommit> commits, FinishedWork finished) {
        this.storage = storage;
        this.table = table;
        this.key = new RowKey<>(table);
        this.finished = finished;
        for (int ordinal = 0; ordinal < commits.size(); ordinal++) {
            String file = commits.get(ordinal).files().get(table.name());
            if (file != null) {
                parts.add(new PartFile(file, ordinal, commits.get(ordinal).firstStructure()));
            }
        }
    }

    Stream<T> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(this::close);
    }

    @Override
    public boolean hasNext() {
        while (current == null && !parts.isEmpty()) {
            PartFile first = parts.poll();
            if (first.row != null) {
                current = first;
            } else if (first.advance()) {
                parts.add(first);
            }
        }
        return current != null;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T row = current.row;
        if (!current.advance()) {
            current = null;
        } else if (!parts.isEmpty() && order.compare(parts.peek(), current) < 0) {
            parts.add(current);
            current = null;
        }
        return row;
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
        }
        parts.forEach(PartFile::close);
        parts.clear();
    }

    /** Stands before its first row, with no reader open, until the merge reaches its first structure. */
    private final class PartFile {
        private final String name;
        private final int ordinal;
        private int structure;
        private int design = -1;
        private ParquetReader<T> reader;
        private T row;

        PartFile(String name, int ordinal, int firstStructure) {
            this.name = name;
            this.ordinal = ordinal;
            this.structure = firstStructure;
        }

        /** Moves to the next row that counts; closes at the end. */
        boolean advance() {
            try {
                if (reader == null) {
                    reader = table.reader(storage.parquetInput(name));
                }
                for (row = reader.read(); row != null; row = reader.read()) {
                    structure = key.structureOf(row);
                    String designName = key.designOf(row);
                    design = designName == null ? -1 : finished.designOrder(designName);
                    if (counts(designName)) {
                        return true;
                    }
                }
                close();
                return false;
            } catch (IOException e) {
                throw new InfrastructureException(
                        storage.location() + "/" + name + " cannot be read: " + e.getMessage()
                                + "; remove its marker in " + RunFolder.COMMITS + " and resume the run",
                        e);
            }
        }

        private boolean counts(String designName) {
            if (designName != null) {
                return finished.counts(structure, designName, ordinal);
            }
            // Time was spent by every attempt; a structure is the same in each and counts once.
            return table.name().equals("timings")
                    ? finished.knows(structure)
                    : finished.countsStructure(structure, ordinal);
        }

        void close() {
            if (reader != null) {
                try {
                    reader.close();
                } catch (IOException e) {
                    throw new InfrastructureException(name + " cannot be closed: " + e.getMessage(), e);
                }
            }
        }
    }
}
