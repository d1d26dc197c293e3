package org.grainflux.microstructure.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;
import org.grainflux.core.Excerpt;
import org.grainflux.core.InvalidInputException;

/**
 * How integers are stored.
 *
 * @param bytes 1, 2, 4 or 8
 */
record IntegerType(int bytes, boolean signed) {
    /** A label as it is read (8), its number (4), and a sorted copy that is dropped (8). */
    private static final long BYTES_PER_CELL = 20;

    /** Labels one after the other. */
    long[] decode(String name, byte[] content, int from, ByteOrder order, int count) {
        if (content.length - from < (long) count * bytes) {
            throw new InvalidInputException(name + ": " + count + " labels of " + bytes + " bytes need "
                    + (long) count * bytes + " bytes, got " + (content.length - from)
                    + "; the file is cut short or its type or shape wrong");
        }
        ByteBuffer buffer = ByteBuffer.wrap(content, from, count * bytes).order(order);
        long[] labels = new long[count];
        for (int c = 0; c < count; c++) {
            labels[c] = switch (bytes) {
                case 1 -> signed ? buffer.get() : Byte.toUnsignedLong(buffer.get());
                case 2 -> signed ? buffer.getShort() : Short.toUnsignedLong(buffer.getShort());
                case 4 -> signed ? buffer.getInt() : Integer.toUnsignedLong(buffer.getInt());
                default -> buffer.getLong();
            };
        }
        return labels;
    }

    /** Labels written as text, separated by blanks. */
    static long[] parse(String name, String text, int count) {
        StringTokenizer words = new StringTokenizer(text);
        // A label and a blank each: what cannot be there needs no memory.
        if (text.length() < 2L * count - 1) {
            throw new InvalidInputException(name + ": " + count + " labels are announced, got " + words.countTokens()
                    + "; the file is cut short or its shape wrong");
        }
        long[] labels = new long[count];
        for (int c = 0; c < count; c++) {
            if (!words.hasMoreTokens()) {
                throw new InvalidInputException(name + ": " + count + " labels are announced, got " + c
                        + "; the file is cut short or its shape wrong");
            }
            labels[c] = number(name, "a label", words.nextToken());
        }
        return labels;
    }

    static long number(String name, String what, String word) {
        try {
            return Long.parseLong(word.trim());
        } catch (NumberFormatException e) {
            throw new InvalidInputException(name + ": " + what + " must be a whole number, got " + Excerpt.of(word), e);
        }
    }

    /** A number of cells along an axis; one beyond all grids is given as the largest int. */
    static int cellsAlong(long cells) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, cells));
    }

    /**
     * Number of cells of a shape.
     *
     * @throws InvalidInputException for an axis without cells, or for more cells than one grid or this process holds
     */
    static int cells(String name, int[] shape) {
        long cells = 1;
        for (int along : shape) {
            if (along < 1) {
                throw new InvalidInputException(name + ": every axis needs at least one cell, got " + along);
            }
            cells = cells > Integer.MAX_VALUE ? cells : cells * along;
        }
        if (cells > Integer.MAX_VALUE - 8) {
            throw new InvalidInputException(name + ": an image holds at most 2^31 cells; crop or coarsen it");
        }
        long most = Runtime.getRuntime().maxMemory() / 2;
        if (cells * BYTES_PER_CELL > most) {
            throw new InvalidInputException(name + ": an image of " + cells + " cells needs "
                    + cells * BYTES_PER_CELL / 1_000_000 + " MB to be read, and half of this process's memory is "
                    + most / 1_000_000 + " MB; coarsen it, or raise GRAINFLUX_OPTS=-Xmx…");
        }
        return (int) cells;
    }

    /** A stretch of a file as text; headers of all formats are ASCII. */
    static String text(byte[] content, int from, int to) {
        return new String(content, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
