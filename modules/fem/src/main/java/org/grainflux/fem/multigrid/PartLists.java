package org.grainflux.fem.multigrid;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** A list of rows for every part of a loop over rows of a {@link ThreadTeam}. */
final class PartLists {
    /** Counts of two parts are as far apart as this, so that threads do not share a cache line (64 bytes, and its pair). */
    private static final int SPREAD = 32;

    private final int parts;
    private final int[] rows;
    private final int[] counts;

    PartLists(int rowCount) {
        this.rows = new int[rowCount];
        this.parts = ThreadTeam.rowParts(rowCount);
        this.counts = new int[SPREAD * parts];
    }

    int parts() {
        return parts;
    }

    boolean isEmpty() {
        for (int count : counts) {
            if (count > 0) {
                return false;
            }
        }
        return true;
    }

    void clear(int part) {
        counts[SPREAD * part] = 0;
    }

    /** Adds a row of the part. */
    void add(int part, int row) {
        rows[ThreadTeam.begin(part) + counts[SPREAD * part]++] = row;
    }

    /** Keeps those rows, in their order, that the test wants. */
    void retain(int part, IntPredicate wanted) {
        int begin = ThreadTeam.begin(part);
        int kept = begin;
        for (int u = begin; u < begin + counts[SPREAD * part]; u++) {
            if (wanted.test(rows[u])) {
                rows[kept++] = rows[u];
            }
        }
        counts[SPREAD * part] = kept - begin;
    }

    void forEach(int part, IntConsumer use) {
        for (int u = ThreadTeam.begin(part); u < ThreadTeam.begin(part) + counts[SPREAD * part]; u++) {
            use.accept(rows[u]);
        }
    }
}
