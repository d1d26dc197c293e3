package org.grainflux.study.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.grainflux.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTableTest {
    @TempDir
    Path folder;

    record Everything(int count, long total, double valueSPerM, boolean sharp, String name, double[] curveM) {}

    record Renamed(int count, double newColumn) {}

    private static final RecordTable<Everything> TABLE = RecordTable.of("everything", Everything.class);

    private static Everything row(int i) {
        double[] curve =
                IntStream.range(0, i % 40).mapToDouble(k -> k + 0.1 * i).toArray();
        return new Everything(i, 1L << 40 | i, i == 3 ? Double.NaN : -i / 3.0, i % 2 == 0, "σ " + i, curve);
    }

    /** Records compare arrays by identity. */
    private static String text(Everything row) {
        return row.count() + " " + row.total() + " " + row.valueSPerM() + " " + row.sharp() + " " + row.name() + " "
                + Arrays.toString(row.curveM());
    }

    private <T extends Record> Path write(RecordTable<T> table, String name, List<T> rows) throws IOException {
        Path file = folder.resolve(name);
        try (ParquetWriter<T> writer = table.writer(new LocalOutputFile(file))) {
            for (T row : rows) {
                writer.write(row);
            }
        }
        return file;
    }

    private static <T extends Record> List<T> read(RecordTable<T> table, Path file) throws IOException {
        List<T> rows = new ArrayList<>();
        try (ParquetReader<T> reader = table.reader(new LocalInputFile(file))) {
            for (T row = reader.read(); row != null; row = reader.read()) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void rowsComeBackAsTheyWere() throws IOException {
        List<Everything> rows =
                IntStream.range(0, 200).mapToObj(RecordTableTest::row).toList();
        assertThat(read(TABLE, write(TABLE, "a.parquet", rows)))
                .extracting(RecordTableTest::text)
                .isEqualTo(rows.stream().map(RecordTableTest::text).toList());
    }

    @Test
    void equalRowsGiveEqualBytes() throws IOException {
        List<Everything> rows =
                IntStream.range(0, 50).mapToObj(RecordTableTest::row).toList();
        assertThat(Files.readAllBytes(write(TABLE, "a.parquet", rows)))
                .isEqualTo(Files.readAllBytes(write(TABLE, "b.parquet", rows)));
    }

    @Test
    void columnsAreNamedInSnakeCaseWithTheirUnits() {
        assertThat(TABLE.columnNames()).containsExactly("count", "total", "value_s_per_m", "sharp", "name", "curve_m");
        assertThat(RecordTable.snakeCase("w100MaxOverMean")).isEqualTo("w100_max_over_mean");
        assertThat(RecordTable.snakeCase("areaSpecificResistanceOhmM2")).isEqualTo("area_specific_resistance_ohm_m2");
        assertThat(RecordTable.snakeCase("selfConsistentAPerM2")).isEqualTo("self_consistent_a_per_m2");
    }

    @Test
    void everyTableOfARunHasASchema() {
        assertThat(RunTables.all())
                .extracting(RecordTable::name)
                .doesNotHaveDuplicates()
                // One for each kind of row that a unit of a prediction gives; the last component is for other commands.
                .hasSize(UnitResult.class.getRecordComponents().length - 1);
        assertThat(RunTables.STRENGTHS.schema().toString())
                .contains("required group block_minima_a_per_m2 (LIST)")
                .contains("required binary limiting_mode (STRING)");
    }

    /** Row 3 has no value: null in the file, for any reader, and not a number again for ours. */
    @Test
    void notANumberIsNullInTheFile() throws IOException {
        Path file = write(TABLE, "a.parquet", List.of(row(2), row(3), row(4)));
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            long nulls = reader.getFooter().getBlocks().get(0).getColumns().stream()
                    .filter(column -> column.getPath().toDotString().equals("value_s_per_m"))
                    .mapToLong(column -> column.getStatistics().getNumNulls())
                    .sum();
            assertThat(nulls).isEqualTo(1);
        }
        assertThat(read(TABLE, file))
                .extracting(Everything::valueSPerM)
                .containsExactly(-2 / 3.0, Double.NaN, -4 / 3.0);
    }

    @Test
    void missingColumnIsNamed() throws IOException {
        Path file = write(TABLE, "a.parquet", List.of(row(1)));
        assertThatThrownBy(() -> read(RecordTable.of("everything", Renamed.class), file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("new_column");
    }

    @Test
    void nullIsRefused() {
        Everything incomplete = new Everything(1, 1, 1, true, null, new double[0]);
        assertThatThrownBy(() -> write(TABLE, "a.parquet", List.of(incomplete)))
                .hasMessageContaining("column name of table everything");
    }
}
