package org.grainflux.microstructure.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.grainflux.core.Excerpt;
import org.grainflux.core.InvalidInputException;

/**
 * VTK image data in XML: one piece, labels as the first array of integers of the cells, as text or in base 64, zipped by
 * zlib or not. Appended arrays are not read.
 */
final class VtkImageReader {
    private static final Map<String, IntegerType> TYPES = Map.of(
            "Int8", new IntegerType(1, true),
            "UInt8", new IntegerType(1, false),
            "Int16", new IntegerType(2, true),
            "UInt16", new IntegerType(2, false),
            "Int32", new IntegerType(4, true),
            "UInt32", new IntegerType(4, false),
            "Int64", new IntegerType(8, true),
            "UInt64", new IntegerType(8, false));

    private final String name;
    private final byte[] content;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private int headerBytes = 4;
    private boolean zipped;
    private int[] shape;

    VtkImageReader(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    LabelImage read() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            boolean ofCells = false;
            List<String> others = new ArrayList<>();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("CellData")) {
                    break;
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "VTKFile" -> settings(xml);
                    case "ImageData" -> shape = shape(attribute(xml, "WholeExtent"));
                    case "CellData" -> ofCells = true;
                    case "DataArray" -> {
                        if (ofCells && isLabel(xml)) {
                            return LabelImage.of(name, shape, labels(xml));
                        }
                        others.add(xml.getAttributeValue(null, "Name"));
                    }
                    default -> {
                        // Pieces and field data say nothing about labels.
                    }
                }
            }
            throw new InvalidInputException(name + ": the cells have no array of integers with one component, only "
                    + others + "; save the grain of each cell as cell data");
        } catch (XMLStreamException e) {
            throw new InvalidInputException(
                    name + ": not well-formed XML: " + Excerpt.of(e.getMessage()) + "; save the file again", e);
        }
    }

    private void settings(XMLStreamReader xml) {
        if (!"ImageData".equals(xml.getAttributeValue(null, "type"))) {
            throw new InvalidInputException(name + ": VTKFile must be of type ImageData, got "
                    + xml.getAttributeValue(null, "type") + "; resample the data to an image");
        }
        order = "BigEndian".equals(xml.getAttributeValue(null, "byte_order"))
                ? ByteOrder.BIG_ENDIAN
                : ByteOrder.LITTLE_ENDIAN;
        headerBytes = "UInt64".equals(xml.getAttributeValue(null, "header_type")) ? 8 : 4;
        String compressor = xml.getAttributeValue(null, "compressor");
        zipped = compressor != null;
        if (zipped && !compressor.equals("vtkZLibDataCompressor")) {
            throw new InvalidInputException(
                    name + ": compressor must be vtkZLibDataCompressor or none, got " + compressor + "; save it so");
        }
    }

    private String attribute(XMLStreamReader xml, String key) {
        String value = xml.getAttributeValue(null, key);
        if (value == null) {
            throw new InvalidInputException(name + ": " + xml.getLocalName() + " has no attribute " + key);
        }
        return value;
    }

    /** From first and last point along each axis; cells lie between points. */
    private int[] shape(String extent) {
        long[] bounds = IntegerType.parse(name, extent, 6);
        int[] cells = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            long first = IntegerType.cellsAlong(bounds[2 * axis]);
            long last = IntegerType.cellsAlong(bounds[2 * axis + 1]);
            cells[axis] = IntegerType.cellsAlong(last - first);
        }
        // A plane image has one layer of cells, or one layer of points and none of cells.
        cells[2] = Math.max(1, cells[2]);
        return cells;
    }

    private static boolean isLabel(XMLStreamReader xml) {
        String components = xml.getAttributeValue(null, "NumberOfComponents");
        return TYPES.containsKey(xml.getAttributeValue(null, "type")) && (components == null || components.equals("1"));
    }

    private long[] labels(XMLStreamReader xml) throws XMLStreamException {
        IntegerType type = TYPES.get(xml.getAttributeValue(null, "type"));
        String format = attribute(xml, "format");
        if (shape == null) {
            throw new InvalidInputException(name + ": there is no ImageData around the cells");
        }
        int count = IntegerType.cells(name, shape);
        return switch (format) {
            case "ascii" -> IntegerType.parse(name, text(xml), count);
            case "binary" -> {
                byte[] decoded = decoded(text(xml).strip(), (long) count * type.bytes());
                yield type.decode(name, decoded, 0, order, count);
            }
            default ->
                throw new InvalidInputException(name + ": arrays must be of format ascii or binary, got " + format
                        + "; save the file with its data inline");
        };
    }

    /** Text up to the end of the array, which may hold elements of its own. */
    private static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (depth == 1 && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private byte[] decoded(String base64, long wanted) {
        try {
            return zipped ? unzipped(base64, wanted) : plain(base64);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DataFormatException e) {
            throw new InvalidInputException(
                    name + ": the labels cannot be decoded: " + e.getMessage() + "; save the file again", e);
        }
    }

    /** Number of bytes, then the bytes, coded in one piece or each by itself. */
    private byte[] plain(String base64) {
        int header = base64Length(headerBytes);
        if (base64.charAt(header - 1) == '=') {
            return Base64.getDecoder().decode(base64.substring(header));
        }
        byte[] all = Base64.getDecoder().decode(base64);
        return Arrays.copyOfRange(all, Math.min(headerBytes, all.length), all.length);
    }

    /** Number of blocks, size of a block, size of a shorter last one, zipped size of each; then the zipped blocks. */
    private byte[] unzipped(String base64, long wanted) throws DataFormatException {
        int blocks = (int) word(Base64.getDecoder().decode(base64.substring(0, base64Length(headerBytes))), 0);
        int header = base64Length((3 + blocks) * headerBytes);
        byte[] sizes = Base64.getDecoder().decode(base64.substring(0, header));
        byte[] data = Base64.getDecoder().decode(base64.substring(header));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 16];
        int from = 0;
        for (int b = 0; b < blocks; b++) {
            int length = (int) word(sizes, 3 + b);
            Inflater inflater = new Inflater();
            inflater.setInput(data, from, Math.min(length, data.length - from));
            for (int n = inflater.inflate(piece); n > 0; n = inflater.inflate(piece)) {
                out.write(piece, 0, n);
                if (out.size() > wanted) {
                    throw new IllegalArgumentException("there are more of them than cells");
                }
            }
            inflater.end();
            from += length;
        }
        return out.toByteArray();
    }

    private long word(byte[] bytes, int index) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        return headerBytes == 8 ? buffer.getLong(8 * index) : Integer.toUnsignedLong(buffer.getInt(4 * index));
    }

    private static int base64Length(int bytes) {
        return (bytes + 2) / 3 * 4;
    }
}
