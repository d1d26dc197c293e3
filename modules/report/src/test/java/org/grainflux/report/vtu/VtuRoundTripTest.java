package org.grainflux.report.vtu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VtuRoundTripTest {
    private static byte[] written(VtuGrid grid) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        VtuWriter.write(grid, out);
        return out.toByteArray();
    }

    private static VtuGrid read(byte[] file) throws IOException {
        return VtuReader.read(new ByteArrayInputStream(file));
    }

    @Test
    void aFieldComesBackBitByBit() throws IOException {
        double[] potential = {0.0, -0.0, Double.MIN_VALUE, 0.1, 0.6, Math.nextUp(0.6), Double.NaN, 1.0 / 3};
        VtuGrid grid = FluxFields.grid(TriangleFields.twoGrains(potential));
        VtuGrid back = read(written(grid));

        assertThat(back.pointCount()).isEqualTo(8);
        assertThat(back.cellCount()).isEqualTo(4);
        assertThat(back.points().bytes()).isEqualTo(grid.points().bytes());
        assertThat(back.connectivity().bytes()).isEqualTo(grid.connectivity().bytes());
        VtuArray readPotential = back.pointArray(FluxFields.POTENTIAL).orElseThrow();
        for (int i = 0; i < potential.length; i++) {
            assertThat(Double.doubleToRawLongBits(readPotential.at(i, 0)))
                    .isEqualTo(Double.doubleToRawLongBits(potential[i]));
        }
        assertThat(back.cellData())
                .extracting(VtuArray::name)
                .containsExactly(
                        FluxFields.CURRENT_OVER_MEAN,
                        FluxFields.CURRENT_DENSITY,
                        FluxFields.GRAIN,
                        FluxFields.ORIENTATION);
        assertThat(written(back)).isEqualTo(written(grid));
    }

    @Test
    void aFieldCarriesGrainsCurrentsAndThePeriod() {
        VtuGrid grid = FluxFields.grid(TriangleFields.twoGrains(new double[8]));
        assertThat(grid.cellArray(FluxFields.GRAIN).orElseThrow().intAt(2, 0)).isEqualTo(1);
        assertThat(grid.cellArray(FluxFields.CURRENT_DENSITY).orElseThrow().at(2, 0))
                .isEqualTo(4);
        assertThat(grid.cellArray(FluxFields.CURRENT_DENSITY).orElseThrow().at(2, 2))
                .isEqualTo(0);
        // |(4, 3)| = 5 over a mean of 3
        assertThat(grid.cellArray(FluxFields.CURRENT_OVER_MEAN).orElseThrow().at(2, 0))
                .isEqualTo(5.0 / 3);
        assertThat(grid.cellArray(FluxFields.ORIENTATION).orElseThrow().at(3, 0))
                .isEqualTo(-0.5);
        VtuArray period = grid.fieldArray(FluxFields.PERIOD).orElseThrow();
        assertThat(List.of(period.at(0, 0), period.at(0, 1), period.at(0, 2))).containsExactly(1e-6, 0.0, 0.0);
    }

    /** Sizes around the block length, where the partial last block changes its meaning. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8192, 8193, 16384, 30000})
    void anyLengthSurvivesTheBlocks(int values) throws IOException {
        SplittableRandom random = new SplittableRandom(values);
        double[] noise = random.doubles(values).toArray();
        VtuGrid grid = new VtuGrid(
                VtuArray.ofDoubles("points", 3, new double[12]),
                VtuArray.ofInts("connectivity", 4, new int[] {0, 1, 2, 3}),
                List.of(),
                List.of(),
                List.of(VtuArray.ofDoubles("noise", 1, noise)));
        VtuGrid back = read(written(grid));
        assertThat(back.cornersPerCell()).isEqualTo(4);
        assertThat(back.fieldArray("noise").orElseThrow().bytes())
                .isEqualTo(grid.fieldArray("noise").orElseThrow().bytes());
    }

    @Test
    void theHeaderIsWhatVtkAsksFor() throws IOException {
        String text = new String(
                written(FluxFields.grid(TriangleFields.twoGrains(new double[8]))), StandardCharsets.ISO_8859_1);
        assertThat(text)
                .startsWith("<?xml version=\"1.0\"")
                .contains("compressor=\"vtkZLibDataCompressor\"", "header_type=\"UInt64\"")
                .contains("<Piece NumberOfPoints=\"8\" NumberOfCells=\"4\">")
                .contains("<DataArray type=\"Float64\" Name=\"points\" NumberOfComponents=\"3\"")
                .contains("Name=\"connectivity\"", "Name=\"offsets\"", "type=\"UInt8\" Name=\"types\"");
        // first appended array: field data, one Int32 in one partial block of 4 bytes
        int start = text.indexOf("<AppendedData encoding=\"raw\">\n_") + "<AppendedData encoding=\"raw\">\n_".length();
        assertThat(text.substring(start, start + 24))
                .isEqualTo("\1\0\0\0\0\0\0\0" + "\0\0\1\0\0\0\0\0" + "\4\0\0\0\0\0\0\0");
    }

    @Test
    void damageIsRefused() throws IOException {
        byte[] file = written(FluxFields.grid(TriangleFields.twoGrains(new double[8])));
        assertThatThrownBy(() -> read(Arrays.copyOf(file, file.length - 40)))
                .isInstanceOf(VtuFormatException.class)
                .hasMessageContaining("cut short");
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read(text.replace("NumberOfCells=\"4\"", "NumberOfCells=\"3\"")
                        .getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(VtuFormatException.class);
        // 60 bytes before the end lies the last block's header, 34 before the end its checksum
        for (int fromEnd : new int[] {60, 34}) {
            byte[] flipped = file.clone();
            flipped[file.length - fromEnd] ^= 0x55;
            assertThatThrownBy(() -> read(flipped)).isInstanceOf(VtuFormatException.class);
        }
    }

    @Test
    void aCellOutsideThePointsIsRefused() {
        assertThatThrownBy(() -> new VtuGrid(
                        VtuArray.ofDoubles("points", 3, new double[9]),
                        VtuArray.ofInts("connectivity", 3, new int[] {0, 1, 3}),
                        List.of(),
                        List.of(),
                        List.of()))
                .isInstanceOf(VtuFormatException.class)
                .hasMessageContaining("point 3");
    }
}
