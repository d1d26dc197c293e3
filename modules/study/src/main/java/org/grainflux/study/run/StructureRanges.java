package org.grainflux.study.run;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Sets of structure indices as a reader would name them: {@code 3, 17-20}. */
public final class StructureRanges {
    private StructureRanges() {}

    /** All of them; empty for none. */
    public static String text(BitSet structures) {
        return text(structures, Integer.MAX_VALUE);
    }

    /** @param longest ranges that are named; how many structures are left is said instead */
    public static String text(BitSet structures, int longest) {
        StringBuilder text = new StringBuilder();
        int named = 0;
        for (int first = structures.nextSetBit(0), end; first >= 0; first = structures.nextSetBit(end)) {
            if (named++ == longest) {
                return text + " and "
                        + structures.get(first, structures.length()).cardinality() + " more";
            }
            end = structures.nextClearBit(first);
            text.append(text.isEmpty() ? "" : ", ").append(first);
            if (end - first > 1) {
                text.append('-').append(end - 1);
            }
        }
        return text.toString();
    }

    /**
     * Reads what {@link #text(BitSet)} wrote, in its order.
     *
     * @throws IllegalArgumentException for any other text
     */
    static IntStream parse(String text) {
        return text.isEmpty()
                ? IntStream.empty()
                : Arrays.stream(text.split(", ")).flatMapToInt(StructureRanges::range);
    }

    private static IntStream range(String text) {
        String[] ends = text.split("-", 2);
        int first = Integer.parseInt(ends[0]);
        return IntStream.rangeClosed(first, Integer.parseInt(ends[ends.length - 1]));
    }
}
