package org.grainflux.microstructure.image;

import java.nio.ByteOrder;
import java.util.Map;
import java.util.StringTokenizer;
import org.grainflux.core.InvalidInputException;

/** Raster tessellations of Neper, format 2.0 and later, as text or binary. Label 0 is a void there. */
final class TesrReader {
    private static final Map<String, IntegerType> TYPES = Map.of(
            "binary8", new IntegerType(1, false),
            "binary16", new IntegerType(2, false),
            "binary32", new IntegerType(4, true));

    private final String name;
    private final byte[] content;

    TesrReader(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    LabelImage read() {
        int data = after("**data");
        String header = IntegerType.text(content, 0, data);
        if (!header.startsWith("***tesr")) {
            throw new InvalidInputException(name + ": a raster tessellation starts with ***tesr, this file does not");
        }
        StringTokenizer general = section(header, "**general");
        long dimension = IntegerType.number(name, "the dimension", next(general));
        if (dimension != 2 && dimension != 3) {
            throw new InvalidInputException(name + ": the dimension must be 2 or 3, got " + dimension);
        }
        int[] shape = {1, 1, 1};
        for (int axis = 0; axis < dimension; axis++) {
            shape[axis] = IntegerType.cellsAlong(IntegerType.number(name, "a number of cells", next(general)));
        }
        int count = IntegerType.cells(name, shape);
        long[] labels = labels(section(header, "**format"), data, count);
        for (long label : labels) {
            if (label == 0) {
                throw new InvalidInputException(name
                        + ": a cell is void (label 0), which nothing flows through; crop or fill the tessellation");
            }
        }
        return LabelImage.of(name, shape, labels);
    }

    private long[] labels(StringTokenizer words, int data, int count) {
        next(words);
        String format = next(words);
        if (format.equals("ascii")) {
            return IntegerType.parse(name, IntegerType.text(content, data, content.length), count);
        }
        boolean swapped = format.endsWith("_big");
        IntegerType type = TYPES.get(swapped ? format.substring(0, format.length() - 4) : format);
        if (type == null) {
            throw new InvalidInputException(name + ": the format must be ascii, binary8, binary16 or binary32, got "
                    + format + "; write the tessellation again with one of these");
        }
        return type.decode(name, content, data, swapped ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, count);
    }

    private StringTokenizer section(String header, String title) {
        int at = header.indexOf(title);
        if (at < 0) {
            throw new InvalidInputException(name + ": there is no section " + title + "; write the tessellation again");
        }
        return new StringTokenizer(header.substring(at + title.length()));
    }

    private String next(StringTokenizer words) {
        if (!words.hasMoreTokens()) {
            throw new InvalidInputException(name + ": the header ends too early; the file is cut short");
        }
        return words.nextToken();
    }

    /** First byte after the line that holds a title. */
    private int after(String title) {
        for (int at = 0; at + title.length() < content.length; at++) {
            int k = 0;
            while (k < title.length() && content[at + k] == title.charAt(k)) {
                k++;
            }
            if (k == title.length() && content[at + k] == '\n') {
                return at + k + 1;
            }
        }
        throw new InvalidInputException(
                name + ": there is no section " + title + "; write the tessellation with labels");
    }
}
