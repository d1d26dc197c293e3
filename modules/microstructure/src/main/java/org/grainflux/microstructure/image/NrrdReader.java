package org.grainflux.microstructure.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.grainflux.core.InvalidInputException;

/** Nearly raw raster data: a header of lines, an empty line, and the labels as they are, zipped, or as text. */
final class NrrdReader {
    private static final Map<String, IntegerType> TYPES = new HashMap<>();

    static {
        // Every name the format gives a type.
        names(new IntegerType(1, true), "signed char", "int8", "int8_t");
        names(new IntegerType(1, false), "uchar", "unsigned char", "uint8", "uint8_t");
        names(new IntegerType(2, true), "short", "short int", "signed short", "signed short int", "int16", "int16_t");
        names(new IntegerType(2, false), "ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t");
        names(new IntegerType(4, true), "int", "signed int", "int32", "int32_t");
        names(new IntegerType(4, false), "uint", "unsigned int", "uint32", "uint32_t");
        names(
                new IntegerType(8, true),
                "longlong",
                "long long",
                "long long int",
                "signed long long",
                "signed long long int",
                "int64",
                "int64_t");
        names(
                new IntegerType(8, false),
                "ulonglong",
                "unsigned long long",
                "unsigned long long int",
                "uint64",
                "uint64_t");
    }

    private static void names(IntegerType type, String... names) {
        Arrays.stream(names).forEach(name -> TYPES.put(name, type));
    }

    private final String name;
    private final byte[] content;
    private final Map<String, String> fields = new HashMap<>();

    NrrdReader(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    LabelImage read() {
        // 1. The header, up to the first empty line.
        int data = header();
        // 2. Shape and type.
        int[] shape = shape();
        int count = IntegerType.cells(name, shape);
        String typeName = field("type");
        IntegerType type = TYPES.get(typeName);
        if (type == null) {
            throw new InvalidInputException(name + ": type must be an integer such as int32 or uint16, got " + typeName
                    + "; convert the labels");
        }
        if (fields.containsKey("data file") || fields.containsKey("datafile")) {
            throw new InvalidInputException(name + ": labels in a file of their own are not read; attach them (.nrrd)");
        }
        // 3. The labels.
        String encoding = field("encoding");
        return LabelImage.of(
                name,
                shape,
                switch (encoding) {
                    case "raw" -> type.decode(name, content, data, order(type), count);
                    case "gzip", "gz" ->
                        type.decode(name, unzipped(data, (long) count * type.bytes()), 0, order(type), count);
                    case "ascii", "text", "txt" ->
                        IntegerType.parse(name, IntegerType.text(content, data, content.length), count);
                    default ->
                        throw new InvalidInputException(name + ": encoding must be raw, gzip or ascii, got " + encoding
                                + "; save the file with one of these");
                });
    }

    private int header() {
        int at = 0;
        boolean first = true;
        while (at < content.length) {
            int end = at;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            String line = IntegerType.text(content, at, end).strip();
            at = end + 1;
            if (first && !line.startsWith("NRRD000")) {
                throw new InvalidInputException(name + ": a NRRD file starts with NRRD000, this one does not");
            }
            first = false;
            if (line.isEmpty()) {
                return Math.min(at, content.length);
            }
            int colon = line.indexOf(": ");
            if (!line.startsWith("#") && colon > 0) {
                String value = line.substring(colon + 2).strip();
                fields.put(line.substring(0, colon).toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
            }
        }
        throw new InvalidInputException(name + ": no empty line ends the header; the file is cut short");
    }

    private String field(String key) {
        String value = fields.get(key);
        if (value == null) {
            throw new InvalidInputException(name + ": the header has no field " + key + "; add it");
        }
        return value;
    }

    private int[] shape() {
        String[] sizes = field("sizes").split("\\s+");
        if (sizes.length != 2 && sizes.length != 3) {
            throw new InvalidInputException(name + ": an image of grains has 2 or 3 axes, got sizes: "
                    + String.join(" ", sizes) + "; save one label per cell");
        }
        int[] shape = {1, 1, 1};
        for (int axis = 0; axis < sizes.length; axis++) {
            shape[axis] = IntegerType.cellsAlong(IntegerType.number(name, "a size", sizes[axis]));
        }
        return shape;
    }

    private ByteOrder order(IntegerType type) {
        return type.bytes() > 1 && field("endian").equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /** No more than wanted: zeros unzip to a thousand times their size. */
    private byte[] unzipped(int from, long wanted) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content, from, content.length - from))) {
            return in.readNBytes((int) Math.min(wanted, Integer.MAX_VALUE - 8));
        } catch (IOException e) {
            throw new InvalidInputException(
                    name + ": the zipped labels cannot be read: " + e.getMessage() + "; save the file again", e);
        }
    }
}
