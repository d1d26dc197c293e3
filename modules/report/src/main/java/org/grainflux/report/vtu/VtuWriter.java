package org.grainflux.report.vtu;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes a {@link VtuGrid} as one VTU file; the same grid gives the same bytes. */
public final class VtuWriter {
    static final int VTK_TRIANGLE = 5;
    static final int VTK_TETRA = 10;

    private final StringBuilder xml = new StringBuilder();
    private final List<byte[]> appended = new ArrayList<>();
    private long offset;

    private VtuWriter() {}

    public static void write(VtuGrid grid, OutputStream out) throws IOException {
        new VtuWriter().writeGrid(grid, out);
    }

    private void writeGrid(VtuGrid grid, OutputStream out) throws IOException {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<VTKFile type=\"UnstructuredGrid\" version=\"1.0\" byte_order=\"LittleEndian\""
                        + " header_type=\"UInt64\" compressor=\"vtkZLibDataCompressor\">\n")
                .append("<UnstructuredGrid>\n");
        xml.append("<FieldData>\n");
        grid.fieldData().forEach(array -> declare(array, true));
        xml.append("</FieldData>\n");
        xml.append("<Piece NumberOfPoints=\"" + grid.pointCount() + "\" NumberOfCells=\"" + grid.cellCount() + "\">\n");
        section("PointData", grid.pointData());
        section("CellData", grid.cellData());
        section("Points", List.of(grid.points()));
        section("Cells", cells(grid));
        xml.append("</Piece>\n</UnstructuredGrid>\n<AppendedData encoding=\"raw\">\n_");
        out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
        for (byte[] bytes : appended) {
            out.write(bytes);
        }
        out.write("\n</AppendedData>\n</VTKFile>\n".getBytes(StandardCharsets.UTF_8));
    }

    private static List<VtuArray> cells(VtuGrid grid) {
        int corners = grid.cornersPerCell();
        int[] ends = new int[grid.cellCount()];
        Arrays.setAll(ends, cell -> (cell + 1) * corners);
        byte[] types = new byte[grid.cellCount()];
        Arrays.fill(types, (byte) (corners == 3 ? VTK_TRIANGLE : VTK_TETRA));
        // VTK stores the corners as one flat list and knows a cell by where it ends.
        VtuArray flat = new VtuArray(
                "connectivity", VtuArray.Type.INT32, 1, grid.connectivity().bytes());
        return List.of(flat, VtuArray.ofInts("offsets", 1, ends), VtuArray.ofBytes("types", types));
    }

    private void section(String tag, List<VtuArray> arrays) {
        xml.append('<').append(tag).append(">\n");
        arrays.forEach(array -> declare(array, false));
        xml.append("</").append(tag).append(">\n");
    }

    private void declare(VtuArray array, boolean withTuples) {
        byte[] bytes = ZlibBlocks.compress(array.bytes());
        xml.append("<DataArray type=\"" + array.type().vtkName() + "\" Name=\"" + escape(array.name()) + "\"");
        if (array.components() > 1) {
            xml.append(" NumberOfComponents=\"" + array.components() + "\"");
        }
        if (withTuples) {
            xml.append(" NumberOfTuples=\"" + array.tuples() + "\"");
        }
        xml.append(" format=\"appended\" offset=\"" + offset + "\"/>\n");
        appended.add(bytes);
        offset += bytes.length;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
