package org.grainflux.fem.mesh;

import java.util.Arrays;

/**
 * Finds the two sides of every face of a store by open addressing. A face is named by its vertices and the images of the second
 * and third relative to the first, which tells apart two faces over the same vertices in a narrow cell.
 */
final class FaceMatching {
    private static final int EMPTY = -1;

    private final TetrahedronStore store;
    private final int[] table;

    /** Name of the face asked for last: three vertices and the packed relative images. */
    private final int[] name = new int[4];

    private final int[] other = new int[4];

    FaceMatching(TetrahedronStore store) {
        this.store = store;
        // Every face is looked up once per side; a table twice as long as the sides stays at most a quarter full.
        this.table = new int[Integer.highestOneBit(Math.max(4, 4 * store.count)) << 1];
    }

    /** Fills the neighbours of all tetrahedra; faces without a second side are border. */
    void connect() {
        Arrays.fill(table, EMPTY);
        Arrays.fill(store.neighbours, 0, 4 * store.count, -1);
        for (int side = 0; side < 4 * store.count; side++) {
            nameOf(side, name);
            int slot = hash(name) & table.length - 1;
            while (table[slot] != EMPTY && !isNamed(table[slot])) {
                slot = slot + 1 & table.length - 1;
            }
            int twin = table[slot];
            if (twin == EMPTY) {
                table[slot] = side;
            } else if (store.neighbours[twin] >= 0) {
                throw new IllegalArgumentException("the face over vertices " + name[0] + ", " + name[1] + ", " + name[2]
                        + " has more than two tetrahedra");
            } else {
                store.neighbours[twin] = side / 4;
                store.neighbours[side] = twin / 4;
            }
        }
    }

    private boolean isNamed(int side) {
        nameOf(side, other);
        return Arrays.equals(name, other);
    }

    private void nameOf(int side, int[] into) {
        int t = side / 4;
        int low = side % 4 == 0 ? 1 : 0;
        int high = side % 4 == 3 ? 2 : 3;
        int middle = 6 - side % 4 - low - high;
        if (vertex(t, low) > vertex(t, middle)) {
            int swap = low;
            low = middle;
            middle = swap;
        }
        if (vertex(t, middle) > vertex(t, high)) {
            int swap = middle;
            middle = high;
            high = swap;
        }
        if (vertex(t, low) > vertex(t, middle)) {
            int swap = low;
            low = middle;
            middle = swap;
        }
        into[0] = vertex(t, low);
        into[1] = vertex(t, middle);
        into[2] = vertex(t, high);
        into[3] = relative(t, low, middle) << 16 | relative(t, low, high);
    }

    private int vertex(int t, int corner) {
        return store.corners[4 * t + corner];
    }

    private int relative(int t, int from, int to) {
        return (store.imageX(t, to) - store.imageX(t, from) & 255)
                | (store.imageY(t, to) - store.imageY(t, from) & 255) << 8;
    }

    private static int hash(int[] name) {
        // Fibonacci hashing: 2^64 divided by the golden ratio spreads consecutive numbers.
        long mixed = ((name[0] * 31L + name[1]) * 1_000_003L + name[2]) * 0x9E3779B97F4A7C15L + name[3];
        mixed ^= mixed >>> 29;
        return (int) (mixed * 0x9E3779B97F4A7C15L >>> 33);
    }
}
