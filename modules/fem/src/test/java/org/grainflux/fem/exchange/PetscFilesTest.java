package org.grainflux.fem.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;
import org.grainflux.fem.algebra.LinearSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PetscFilesTest {
    private static final int MATRIX = 1211216;
    private static final int VECTOR = 1211214;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("a.mat");
    }

    /** A symmetric, diagonally dominant matrix in which each row couples to a few random ones. */
    private static CsrMatrix random(int n, long seed) {
        Random random = new Random(seed);
        int cliques = 2 * n;
        int[] starts = new int[cliques + 1];
        Arrays.setAll(starts, c -> 2 * c);
        int[] members = new int[2 * cliques];
        Arrays.setAll(members, k -> random.nextInt(n));
        CsrMatrix matrix = new CsrMatrix(CsrPattern.ofCliques(n, starts, members));
        for (int i = 0; i < n; i++) {
            for (int k = matrix.pattern().rowStart(i); k < matrix.pattern().rowEnd(i); k++) {
                int j = matrix.pattern().column(k);
                if (j > i) {
                    double value = -random.nextDouble();
                    matrix.add(i, j, value);
                    matrix.add(j, i, value);
                }
            }
            matrix.add(i, i, 100);
        }
        return matrix;
    }

    /** 60,000 rows and some 300,000 entries cross the reader's buffer several times. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 57, 60_000})
    void systemsComeBackBitByBit(int rows) {
        CsrMatrix matrix = random(rows, rows);
        double[] load = new Random(1).doubles(rows).toArray();
        SystemFiles.of(folder.resolve("b").toString()).write(new LinearSystem(matrix, load));

        SystemFiles files = SystemFiles.of(folder.resolve("b.mat").toString());
        CsrMatrix read = files.readMatrix();
        assertThat(read.values()).isEqualTo(matrix.values());
        assertThat(read.pattern().rowStarts()).isEqualTo(matrix.pattern().rowStarts());
        assertThat(read.pattern().columns()).isEqualTo(matrix.pattern().columns());
        assertThat(files.readLoad(rows)).hasValueSatisfying(b -> assertThat(b).isEqualTo(load));
    }

    /** Byte for byte what PETSc writes for [[2, −1], [−1, 2]] and (1, −0.5): taken from its format description. */
    @Test
    void bytesAreThoseOfTheFormat() throws IOException {
        DMatrixRMaj dense = new DMatrixRMaj(new double[][] {{2, -1}, {-1, 2}});
        SystemFiles files = SystemFiles.of(folder.resolve("c").toString());
        files.write(new LinearSystem(CsrMatrix.ofDense(dense), new double[] {1, -0.5}));
        assertThat(hex(files.matrix()))
                .isEqualTo("00127b50" + "00000002" + "00000002" + "00000004" + "00000002" + "00000002"
                        + "00000000" + "00000001" + "00000000" + "00000001"
                        + "4000000000000000" + "bff0000000000000" + "bff0000000000000" + "4000000000000000");
        assertThat(hex(files.load())).isEqualTo("00127b4e" + "00000002" + "3ff0000000000000" + "bfe0000000000000");
    }

    @Test
    void columnsOutOfOrderAreSorted() throws IOException {
        write(file(), ints(MATRIX, 3, 3, 7, 2, 3, 2, 1, 0, 2, 0, 1, 2, 1), -1, 2, -3, -1, 4, 5, -3);
        CsrMatrix read = PetscMatrixFile.read(file());
        assertThat(read.toDense().data).containsExactly(2, -1, 0, -1, 4, -3, 0, -3, 5);
        assertThat(read.pattern().columns()).containsExactly(0, 1, 0, 1, 2, 1, 2);
    }

    @Test
    void aPrescribedRowIsADiagonalEntryAlone() throws IOException {
        write(file(), ints(MATRIX, 2, 2, 2, 1, 1, 0, 1), 3, 4);
        assertThat(PetscMatrixFile.read(file()).toDense().data).containsExactly(3, 0, 0, 4);
    }

    @Test
    void aMissingLoadIsNoLoad() {
        assertThat(SystemFiles.of(folder.resolve("none").toString()).readLoad(3))
                .isEmpty();
    }

    @Test
    void mistakesAreNamedWithTheirCure() throws IOException {
        refused("no such file");
        write(file(), ints(VECTOR, 2, 2, 2, 1, 1, 0, 1), 3, 4);
        refused("is no matrix in PETSc's binary format: it begins with 1211214 instead of 1211216");
        write(file(), ints(Integer.reverseBytes(MATRIX), 2));
        refused("write big endian");
        write(file(), ints(0, MATRIX, 0, 2, 0, 2));
        refused("indices of 64 bits");
        write(file(), ints(MATRIX, 2));
        refused("is cut off: the header takes 12 bytes, 4 are left");
        write(file(), ints(MATRIX, 2, 2, 2, 1, 1, 0, 1), 3);
        refused("is cut off: 2 rows with 2 entries takes 32 bytes, 24 are left");
        write(file(), ints(MATRIX, 2, 3, 2, 1, 1, 0, 1), 3, 4);
        refused("must be square, got 2 rows and 3 columns");
        write(file(), ints(MATRIX, 2, 2, -1), 3, 4, 5, 6);
        refused("dense matrix");
        write(file(), ints(MATRIX, 2, 2, -7), 3, 4);
        refused("both must be positive and below 2^31");
        write(file(), ints(MATRIX, 2, 2, 2, 1, 2, 0, 1), 3, 4);
        refused("do not add up to the 2 entries");
        write(file(), ints(MATRIX, 3, 3, 3, Integer.MAX_VALUE, Integer.MAX_VALUE, 5, 0, 1, 2), 3, 4, 5);
        refused("more than 2^31 - 1 entries are not supported");
        write(file(), ints(MATRIX, 2, 2, 2, -1, 3, 0, 1), 3, 4);
        refused("row 0 has a length of -1");
        write(file(), ints(MATRIX, 2, 2, 2, 1, 1, 0, 2), 3, 4);
        refused("row 1 has column 2; columns must lie in 0..1");
        write(file(), ints(MATRIX, 2, 2, 4, 2, 2, 0, 0, 0, 1), 1, 1, 1, 1);
        refused("row 0 has column 0 twice");
        write(file(), ints(MATRIX, 2, 2, 2, 1, 1, 0, 0), 3, 4);
        refused("row 1 has no diagonal entry");
        write(file(), ints(MATRIX, 2, 2, 2, 1, 1, 0, 1), 3, -4);
        refused("the diagonal entry of row 1 is -4.0");
        write(file(), ints(MATRIX, 2, 2, 2, 1, 1, 0, 1), 3, Double.NaN);
        refused("entry (1, 1) is NaN");
        write(file(), ints(MATRIX, 2, 2, 3, 2, 1, 0, 1, 1), 3, -1, 4);
        refused("entries (0, 1) and (1, 0) differ or one of them is missing");
        write(file(), ints(MATRIX, 2, 2, 3, 1, 2, 0, 0, 1), 3, -1, 4);
        refused("entries (1, 0) and (0, 1) differ or one of them is missing");
        write(file(), ints(MATRIX, 2, 2, 4, 2, 2, 0, 1, 0, 1), 3, -1, -1.000001, 4);
        refused("entries (0, 1) and (1, 0) differ or one of them is missing");
    }

    private void refused(String expected) {
        assertThatThrownBy(() -> PetscMatrixFile.read(file()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining(expected);
    }

    @Test
    void aLoadMustFitItsMatrix() throws IOException {
        Path load = folder.resolve("a.rhs");
        write(load, ints(VECTOR, 2), 1, 2);
        assertThatThrownBy(() -> PetscVectorFile.read(load, 3))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has 2 entries, its matrix has 3 rows");
        write(load, ints(VECTOR, 2), 1);
        assertThatThrownBy(() -> PetscVectorFile.read(load, 2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("2 values takes 16 bytes, 8 are left");
        write(load, ints(VECTOR, 1), Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> PetscVectorFile.read(load, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("entry 0 is Infinity");
    }

    @Test
    void coordinatesOfAnElasticSystemComeBackWithTheirDimension() throws IOException {
        SystemFiles files = SystemFiles.of(folder.resolve("e").toString());
        assertThat(files.readCoordinates(6)).isEmpty();
        files.writeCoordinates(new NodeCoordinates(3, new double[] {0, 1, 2, 3, 4, 0.1}));
        NodeCoordinates read = files.readCoordinates(6).orElseThrow();
        assertThat(read.dimension()).isEqualTo(3);
        assertThat(read.values()).containsExactly(0, 1, 2, 3, 4, 0.1);
        // What PETSc looks for by itself.
        assertThat(Files.readString(folder.resolve("e.coords.info"))).isEqualTo("-vecload_block_size 3\n");
        Files.writeString(files.coordinatesInfo(), "-vecload_block_size 7");
        assertThatThrownBy(() -> files.readCoordinates(6))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the dimension, got '-vecload_block_size 7'");
        Files.delete(files.coordinatesInfo());
        assertThatThrownBy(() -> files.readCoordinates(6))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("e.coords.info beside it");
    }

    private static int[] ints(int... values) {
        return values;
    }

    private static void write(Path path, int[] ints, double... doubles) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(path))) {
            for (int value : ints) {
                out.writeInt(value);
            }
            for (double value : doubles) {
                out.writeDouble(value);
            }
        }
    }

    private static String hex(Path path) throws IOException {
        StringBuilder text = new StringBuilder();
        for (byte b : Files.readAllBytes(path)) {
            text.append(String.format("%02x", b));
        }
        return text.toString();
    }
}
