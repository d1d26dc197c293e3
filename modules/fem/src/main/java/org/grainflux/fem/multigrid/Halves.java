package org.grainflux.fem.multigrid;

/**
 * The order of a level's unknowns for two threads: two halves that do not couple, then a separator. A sweep visits the
 * halves at the same time and the separator after them, or before them backwards; every row keeps its entries to earlier
 * unknowns, so that neither half reads or writes a value of the other. The order is the same for any number of threads.
 *
 * <p>Vectors that are restricted to or interpolated from have a second copy of the separator at their end: the second
 * half of the finer level uses that one, so that both halves may add to the separator at the same time.
 */
final class Halves {
    /** Where the second half starts. */
    private final int second;

    /** Where the separator starts. */
    private final int separator;
    /** Unknown at each place. */
    final int[] order;

    /**
     * @param second where the second half starts
     * @param separator where the separator starts
     * @param order unknown at each place; kept
     */
    Halves(int second, int separator, int[] order) {
        this.second = second;
        this.separator = separator;
        this.order = order;
    }

    int rows() {
        return order.length;
    }

    /** Length of a vector with both copies of the separator and a spare place. */
    int vectorLength() {
        return sparePlace() + 1;
    }

    /** Last place of such a vector, for what belongs to no unknown: nothing is ever read from it but zero. */
    int sparePlace() {
        return rows() + separatorRows();
    }

    int separatorRows() {
        return rows() - separator;
    }

    /** Where the separator starts, and ends both halves. */
    int separator() {
        return separator;
    }

    /** First place of the first half (0) or the second (1). */
    int begin(int half) {
        return half == 0 ? 0 : second;
    }

    /** Place after the last one of a half. */
    int end(int half) {
        return half == 0 ? second : separator;
    }

    /** A range of places. */
    interface Places {
        /** @param half 0 or 1 */
        void run(int begin, int end, int half);
    }

    /** Works on both halves, at the same time where there are two threads. */
    void both(ThreadTeam team, Places work) {
        if (separator > 0) {
            team.run(2, (half, worker) -> work.run(begin(half), end(half), half));
        }
    }

    /** Place of each unknown. */
    int[] places(ThreadTeam team) {
        int[] places = new int[rows()];
        team.rows(rows(), (begin, end, part, worker) -> {
            for (int t = begin; t < end; t++) {
                places[order[t]] = t;
            }
        });
        return places;
    }
}
