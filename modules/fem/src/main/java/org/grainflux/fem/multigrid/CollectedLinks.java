package org.grainflux.fem.multigrid;

import java.util.Arrays;

/** Lists of integers, one per row, collected range by range of a {@link ThreadTeam}. */
final class CollectedLinks {
    /** Rows + 1: where the list of each row starts; complete once {@link #joined}. */
    final int[] starts;

    private final int[][] ranges;

    /**
     * @param rowCount lists
     * @param rangeCount ranges, each of which adds the lists of successive rows
     */
    CollectedLinks(int rowCount, int rangeCount) {
        this.starts = new int[rowCount + 1];
        this.ranges = new int[rangeCount][];
    }

    /** The lists of one range. */
    final class Range {
        private final int part;
        private int[] links;
        private int count;
        private int rowBegin;

        private Range(int part, int capacity) {
            this.part = part;
            this.links = new int[capacity];
        }

        /** Makes room for so many more. */
        void reserve(int more) {
            if (links.length - count < more) {
                links = Arrays.copyOf(links, links.length + links.length / 2 + more);
            }
        }

        /** Adds a link for which there is room. */
        void add(int link) {
            links[count++] = link;
        }

        void endRow(int row) {
            starts[row + 1] = count - rowBegin;
            rowBegin = count;
        }

        void end() {
            ranges[part] = Arrays.copyOf(links, count);
        }
    }

    Range begin(int part, int capacity) {
        return new Range(part, capacity);
    }

    /** All lists, one after the other. */
    int[] joined(ThreadTeam team) {
        RowMatrix.accumulate(team, starts);
        int[] offsets = new int[ranges.length];
        for (int part = 1; part < ranges.length; part++) {
            offsets[part] = offsets[part - 1] + ranges[part - 1].length;
        }
        int[] all = new int[starts[starts.length - 1]];
        team.run(
                ranges.length,
                (part, worker) -> System.arraycopy(ranges[part], 0, all, offsets[part], ranges[part].length));
        return all;
    }
}
