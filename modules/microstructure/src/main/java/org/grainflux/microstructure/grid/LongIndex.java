package org.grainflux.microstructure.grid;

import java.util.Arrays;

/** Numbers distinct keys ≥ 0 in the order of their first appearance: open addressing, without boxes. */
final class LongIndex {
    private static final long EMPTY = -1;

    private long[] keys = new long[1024];
    private int[] numbers = new int[1024];
    private int size;

    LongIndex() {
        Arrays.fill(keys, EMPTY);
    }

    int size() {
        return size;
    }

    /** Number of a key, given out now if it is new. */
    int number(long key) {
        int slot = slot(key);
        if (keys[slot] == EMPTY) {
            if (2 * size >= keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            numbers[slot] = size++;
        }
        return numbers[slot];
    }

    /** Number of a key, -1 for one never numbered. */
    int find(long key) {
        int slot = slot(key);
        return keys[slot] == EMPTY ? -1 : numbers[slot];
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): 2⁶⁴ over the golden ratio.
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (keys[slot] != EMPTY && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = new int[keys.length];
        Arrays.fill(keys, EMPTY);
        for (int k = 0; k < oldKeys.length; k++) {
            if (oldKeys[k] != EMPTY) {
                int slot = slot(oldKeys[k]);
                keys[slot] = oldKeys[k];
                numbers[slot] = oldNumbers[k];
            }
        }
    }
}
