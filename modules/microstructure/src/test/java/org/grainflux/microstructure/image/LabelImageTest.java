package org.grainflux.microstructure.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.grid.LabelGrid;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelImageTest {
    /** Labels with gaps, beyond what a signed byte or short holds, of an image of 3 × 2 × 2 cells. */
    private static final int[] LABELS = {7, 7, 300, 7, 40_000, 300, 7, 7, 7, 40_000, 40_000, 300};

    private static final int[] NUMBERS = {0, 0, 1, 0, 2, 1, 0, 0, 0, 2, 2, 1};

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "uint16, little, raw",
        "ushort, big, raw",
        "int, little, gzip",
        "int64, big, gzip",
        "unsigned int, little, ascii"
    })
    void nrrdIsRead(String type, String endian, String encoding) throws IOException {
        String header = "NRRD0004\n# a comment\ntype: " + type + "\ndimension: 3\nsizes: 3 2 2\nendian: " + endian
                + "\nspacings: 1 1 1\nencoding: " + encoding + "\n\n";
        int bytes = type.endsWith("64") ? 8 : type.endsWith("int") ? 4 : 2;
        ByteOrder order = endian.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] data = encoding.equals("ascii") ? text().getBytes(StandardCharsets.US_ASCII) : bytes(bytes, order);
        requireRead("a.nrrd", join(ascii(header), encoding.equals("gzip") ? zipped(data) : data));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"ascii", "binary16", "binary32", "binary32_big"})
    void neperIsRead(String format) {
        String header = "***tesr\n **format\n   2.0 " + format + "\n **general\n   3\n   3 2 2\n   0.1 0.1 0.1\n"
                + " **cell\n   3\n **data\n";
        int bytes = format.contains("32") ? 4 : 2;
        byte[] data = format.equals("ascii")
                ? ascii(text())
                : bytes(bytes, format.endsWith("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        requireRead("a.tesr", join(ascii(header), data, ascii("\n***end\n")));
    }

    @ParameterizedTest(name = "{0}, header of {1} bytes, coded by itself: {2}")
    @CsvSource({
        "ascii, 4, false",
        "plain, 4, false",
        "plain, 4, true",
        "plain, 8, true",
        "zipped, 4, true",
        "zipped, 8, true"
    })
    void vtkImagesAreRead(String coding, int headerBytes, boolean apart) {
        byte[] data = bytes(4, ByteOrder.LITTLE_ENDIAN);
        String array = switch (coding) {
            case "ascii" -> text();
            case "plain" ->
                apart
                        ? base64(words(headerBytes, data.length)) + base64(data)
                        : base64(join(words(headerBytes, data.length), data));
            default -> {
                // Two blocks of 32 bytes, the second with 16 only.
                byte[] first = deflated(Arrays.copyOf(data, 32));
                byte[] second = deflated(Arrays.copyOfRange(data, 32, 48));
                yield base64(words(headerBytes, 2, 32, 16, first.length, second.length)) + base64(join(first, second));
            }
        };
        String xml = "<?xml version=\"1.0\"?>\n<VTKFile type=\"ImageData\" version=\"0.1\" byte_order=\"LittleEndian\""
                + " header_type=\"UInt" + 8 * headerBytes + "\""
                + (coding.equals("zipped") ? " compressor=\"vtkZLibDataCompressor\"" : "") + ">\n"
                + "<ImageData WholeExtent=\"0 3 0 2 0 2\" Origin=\"0 0 0\" Spacing=\"1e-6 1e-6 1e-6\">\n"
                + "<Piece Extent=\"0 3 0 2 0 2\"><PointData/><CellData>\n"
                + "<DataArray type=\"Float64\" Name=\"phi\" format=\"ascii\">0 0</DataArray>\n"
                + "<DataArray type=\"Int32\" Name=\"material\" format=\""
                + (coding.equals("ascii") ? "ascii" : "binary")
                + "\">\n  " + array + "\n</DataArray></CellData></Piece></ImageData></VTKFile>\n";
        requireRead("a.vti", ascii(xml));
    }

    @Test
    void aPlaneImageStandsOnItsFirstLine() {
        byte[] file = ascii("NRRD0001\ntype: uchar\ndimension: 2\nsizes: 3 2\nencoding: text\n\n0 0 5 9 9 5\n");
        LabelGrid grid = LabelImage.read("a.nrrd", file).onto(new double[] {6e-6, 2e-6}, true);
        assertThat(grid.grid().cells1()).isEqualTo(1);
        assertThat(grid.grid().spacing0M()).isEqualTo(2e-6);
        assertThat(grid.grid().spacing2M()).isEqualTo(1e-6);
        assertThat(grid.label(grid.grid().cell(2, 0, 0))).isEqualTo(1);
        assertThat(grid.label(grid.grid().cell(0, 0, 1))).isEqualTo(2);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a.png | x | must end in .nrrd, .vti or .tesr",
                "a.nrrd | P5 | starts with NRRD000",
                "a.nrrd | NRRD0001;type: int;sizes: 2 2;encoding: raw | no empty line ends the header",
                "a.nrrd | NRRD0001;type: float;sizes: 2 2;encoding: raw;; | integer such as int32 or uint16, got float",
                "a.nrrd | NRRD0001;type: int;sizes: 2 2 2 2;encoding: raw;; | has 2 or 3 axes",
                "a.nrrd | NRRD0001;type: int;sizes: 2 0;encoding: text;; | at least one cell, got 0",
                "a.nrrd | NRRD0001;type: int;sizes: 99999 99999;encoding: text;; | at most 2^31 cells",
                "a.nrrd | NRRD0001;type: int;sizes: 2147483639;encoding: text;; | 2 or 3 axes",
                "a.nrrd | NRRD0001;type: uchar;sizes: 40000 40000;encoding: gzip;; | MB to be read, and half of this",
                "a.nrrd | NRRD0001;type: int;sizes: 9223372036854775807 4;encoding: raw;; | at most 2^31 cells",
                "a.nrrd | NRRD0001;type: int;sizes: 900 900;encoding: text;;1 2 | announced, got 2",
                "a.nrrd | NRRD0001;type: int;sizes: 2 2;datafile: ../../secret;encoding: raw;; | attach them",
                "a.tesr | ***tesr;**format;2.0 ascii;**general;2;4294967298 2;1 1;**data;1 | at most 2^31 cells",
                "a.tesr | ***tesr;**format;2.0 ascii;**general;4294967298;2 2;**data;1 | must be 2 or 3, got 4294967298",
                "a.vti | <VTKFile type='ImageData'><ImageData WholeExtent='0 4294967298 0 2 0 2'><CellData><DataArray"
                        + " type='Int8' format='ascii'>1</DataArray></CellData></ImageData></VTKFile> | at most 2^31 cells",
                "a.nrrd | NRRD0001;type: int;encoding: text;; | no field sizes",
                "a.nrrd | NRRD0001;type: uchar;sizes: 2 2;encoding: raw;;abc | need 4 bytes, got 3",
                "a.nrrd | NRRD0001;type: int;sizes: 2 2;encoding: text;;1 2 3 | announced, got 3",
                "a.nrrd | NRRD0001;type: int;sizes: 2 2;encoding: text;;1 2 3 x | whole number, got x",
                "a.nrrd | NRRD0001;type: int;sizes: 2 2;encoding: text;;1 2 3 -1 | labels must be >= 0, got -1",
                "a.nrrd | NRRD0001;type: uchar;sizes: 2 2;encoding: gzip;;abc | cannot be read",
                "a.nrrd | NRRD0001;type: int;sizes: 2 2;encoding: hex;; | raw, gzip or ascii, got hex",
                "a.nrrd | NRRD0001;type: uchar;sizes: 2 2;data file: a.raw;encoding: raw;; | attach them",
                "a.tesr | ***tesr;**format;2.0 ascii;**general;2;2 2;1 1;**data;1 2 0 1 | void (label 0)",
                "a.tesr | ***tesr;**format;2.0 ascii;**general;4;**data;1 | dimension must be 2 or 3, got 4",
                "a.tesr | ***tesr;**format;2.0 binary7;**general;2;2 2;**data;1 | got binary7",
                "a.tesr | ***tesr;**general;2;2 2;1 1;**data;1 2 3 1 | no section **format",
                "a.tesr | ***tesr;**general;2;2 2;1 1 | no section **data",
                "a.vti | <VTKFile type='PolyData'/> | of type ImageData, got PolyData",
                "a.vti | <VTKFile type='ImageData' compressor='vtkLZ4DataCompressor'/> | vtkZLibDataCompressor or none",
                "a.vti | <VTKFile type='ImageData'> | not well-formed",
                "a.vti | <VTKFile type='ImageData'><CellData><DataArray type='Float32' Name='phi'/></CellData></VTKFile>"
                        + " | only [phi]"
            })
    void wrongFilesAreRefusedByName(String name, String content, String message) {
        assertThatThrownBy(() -> LabelImage.read(name, ascii(content.replace(';', '\n'))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(name + ": ")
                .hasMessageContaining(message);
    }

    /** A real file: 100 grains of 54 × 65 × 75 cells. */
    @Test
    void aTessellationOfNeperIsRead() throws IOException {
        String folder = System.getenv("GRAINFLUX_DATA");
        Assumptions.assumeTrue(folder != null, "GRAINFLUX_DATA names no folder with files of other tools");
        Path file = Path.of(folder, "labels", "pymicro_n100-id1.tesr");
        Assumptions.assumeTrue(Files.exists(file), "not here: " + file);
        LabelImage image = LabelImage.read(file.toString(), Files.readAllBytes(file));
        LabelGrid grid = image.onto(new double[] {54e-6, 65e-6, 75e-6}, false);
        assertThat(grid.labelCount()).isEqualTo(100);
        // The first stored label is 0x52.
        assertThat(grid.label(0)).isEqualTo(81);
    }

    private static void requireRead(String name, byte[] content) {
        LabelImage image = LabelImage.read(name, content);
        assertThat(image.dimension()).isEqualTo(3);
        LabelGrid grid = image.onto(new double[] {3, 2, 2}, false);
        assertThat(grid.labelCount()).isEqualTo(3);
        for (int c = 0; c < NUMBERS.length; c++) {
            assertThat(grid.label(c)).isEqualTo(NUMBERS[c]);
        }
        assertThatThrownBy(() -> image.onto(new double[] {3, 2}, false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("set microstructure.dimension: 3");
    }

    private static String text() {
        StringBuilder text = new StringBuilder();
        Arrays.stream(LABELS).forEach(label -> text.append(label).append(' '));
        return text.toString();
    }

    private static byte[] bytes(int size, ByteOrder order) {
        ByteBuffer buffer = ByteBuffer.allocate(size * LABELS.length).order(order);
        for (int label : LABELS) {
            put(buffer, size, label);
        }
        return buffer.array();
    }

    private static byte[] words(int size, long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(size * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            put(buffer, size, value);
        }
        return buffer.array();
    }

    private static void put(ByteBuffer buffer, int size, long value) {
        switch (size) {
            case 2 -> buffer.putShort((short) value);
            case 4 -> buffer.putInt((int) value);
            default -> buffer.putLong(value);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] zipped(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(data);
        }
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        byte[] out = new byte[1000];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }
}
