package org.grainflux.report.vtu;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the files of {@link VtuWriter}, strictly: whatever ParaView would stumble over is refused here. */
public final class VtuReader {
    private static final String APPENDED = "<AppendedData encoding=\"raw\">";
    private static final String TAIL = "\n</AppendedData>\n</VTKFile>\n";

    private final Map<String, List<VtuArray>> sections = new LinkedHashMap<>();
    private final ByteBuffer appended;
    private int pointCount = -1;
    private int cellCount = -1;

    private VtuReader(ByteBuffer appended) {
        this.appended = appended.order(ByteOrder.LITTLE_ENDIAN);
    }

    public static VtuGrid read(InputStream in) throws IOException {
        byte[] file = in.readAllBytes();
        // One character per byte, so that positions in the text are positions in the file.
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int tag = text.indexOf(APPENDED);
        int underscore = tag < 0 ? -1 : text.indexOf('_', tag);
        if (underscore < 0 || !text.endsWith(TAIL)) {
            throw new VtuFormatException("no complete appended data section: the file is cut short or not a VTU file");
        }
        String head = new String(file, 0, tag, StandardCharsets.UTF_8) + "</VTKFile>";
        int start = underscore + 1;
        ByteBuffer data = ByteBuffer.wrap(file, start, file.length - TAIL.length() - start)
                .slice();
        try {
            return new VtuReader(data).grid(head);
        } catch (BufferUnderflowException | ArithmeticException e) {
            throw new VtuFormatException("appended data end before the last array", e);
        } catch (XMLStreamException e) {
            throw new VtuFormatException("the header is no XML: " + e.getMessage(), e);
        }
    }

    private VtuGrid grid(String head) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(head));
        String section = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "VTKFile" -> {
                    require(xml, "type", "UnstructuredGrid");
                    require(xml, "byte_order", "LittleEndian");
                    require(xml, "header_type", "UInt64");
                    require(xml, "compressor", "vtkZLibDataCompressor");
                }
                case "UnstructuredGrid" -> section = "";
                case "Piece" -> {
                    pointCount = Integer.parseInt(attribute(xml, "NumberOfPoints"));
                    cellCount = Integer.parseInt(attribute(xml, "NumberOfCells"));
                }
                case "FieldData", "PointData", "CellData", "Points", "Cells" -> section = xml.getLocalName();
                case "DataArray" ->
                    sections.computeIfAbsent(section, s -> new ArrayList<>()).add(array(xml));
                default -> throw new VtuFormatException("unexpected element " + xml.getLocalName());
            }
        }
        if (appended.hasRemaining()) {
            throw new VtuFormatException(appended.remaining() + " bytes behind the last array");
        }
        return assemble();
    }

    private VtuArray array(XMLStreamReader xml) {
        String name = attribute(xml, "Name");
        require(xml, "format", "appended");
        long offset = Long.parseLong(attribute(xml, "offset"));
        if (offset != appended.position()) {
            throw new VtuFormatException(
                    "array " + name + " starts at " + offset + ", the one before ends at " + appended.position());
        }
        String components = xml.getAttributeValue(null, "NumberOfComponents");
        VtuArray array = new VtuArray(
                name,
                VtuArray.Type.named(attribute(xml, "type")),
                components == null ? 1 : Integer.parseInt(components),
                ZlibBlocks.decompress(appended, name));
        String tuples = xml.getAttributeValue(null, "NumberOfTuples");
        if (tuples != null && Integer.parseInt(tuples) != array.tuples()) {
            throw new VtuFormatException("array " + name + " has " + array.tuples() + " tuples, announced " + tuples);
        }
        return array;
    }

    private VtuGrid assemble() {
        VtuArray points = section("Points").get(0);
        List<VtuArray> cells = section("Cells");
        VtuArray connectivity = cells.get(0);
        VtuArray ends = cells.get(1);
        VtuArray types = cells.get(2);
        int corners = cellCount == 0 ? 3 : connectivity.tuples() / cellCount;
        int type = corners == 3 ? VtuWriter.VTK_TRIANGLE : VtuWriter.VTK_TETRA;
        if (points.tuples() != pointCount || ends.tuples() != cellCount || types.tuples() != cellCount) {
            throw new VtuFormatException("the piece announces " + pointCount + " points and " + cellCount
                    + " cells, the arrays hold " + points.tuples() + " and " + types.tuples());
        }
        for (int cell = 0; cell < cellCount; cell++) {
            if (ends.intAt(cell, 0) != (cell + 1) * corners || types.at(cell, 0) != type) {
                throw new VtuFormatException("cell " + cell + " is not a " + (corners == 3 ? "triangle" : "tetrahedron")
                        + " like the others");
            }
        }
        return new VtuGrid(
                points,
                new VtuArray("connectivity", VtuArray.Type.INT32, corners, connectivity.bytes()),
                section("PointData"),
                section("CellData"),
                section("FieldData"));
    }

    private List<VtuArray> section(String name) {
        return sections.getOrDefault(name, List.of());
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        if (value == null) {
            throw new VtuFormatException("element " + xml.getLocalName() + " lacks " + name);
        }
        return value;
    }

    private static void require(XMLStreamReader xml, String name, String expected) {
        String value = attribute(xml, name);
        if (!value.equals(expected)) {
            throw new VtuFormatException(
                    "element " + xml.getLocalName() + ": " + name + " is " + value + ", expected " + expected);
        }
    }
}
