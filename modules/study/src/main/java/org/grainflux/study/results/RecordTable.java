package org.grainflux.study.results;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * One table of a run: a record class, the explicit Parquet schema derived from its components, and the way to write and
 * to stream its rows.
 *
 * <p>A component {@code meanGrainMeasure} becomes the column {@code mean_grain_measure}; {@code double[]} becomes a list of
 * required doubles. A double that is NaN, a figure that could not be had, is null in the file; every other value is
 * required. Equal rows in equal order give equal bytes: the file carries no clock and no
 * machine name.
 *
 * @param <T> a record whose components are int, long, double, boolean, String or double[]
 */
public final class RecordTable<T extends Record> {
    private final String name;
    private final Class<T> rowClass;
    private final List<RecordColumn> columns;
    private final MessageType schema;

    private RecordTable(String name, Class<T> rowClass) {
        this.name = name;
        this.rowClass = rowClass;
        RecordComponent[] components = rowClass.getRecordComponents();
        List<RecordColumn> found = new ArrayList<>(components.length);
        for (RecordComponent component : components) {
            found.add(new RecordColumn(component, snakeCase(component.getName())));
        }
        this.columns = List.copyOf(found);
        this.schema = new MessageType(
                name, columns.stream().map(RecordTable::parquetType).toList());
    }

    /** The table of a record class. */
    public static <T extends Record> RecordTable<T> of(String name, Class<T> rowClass) {
        return new RecordTable<>(name, rowClass);
    }

    public String name() {
        return name;
    }

    public Class<T> rowClass() {
        return rowClass;
    }

    public MessageType schema() {
        return schema;
    }

    /** Names of the columns, in order. */
    public List<String> columnNames() {
        return columns.stream().map(RecordColumn::name).toList();
    }

    List<RecordColumn> columns() {
        return columns;
    }

    /** Opens a new file; the caller closes the writer, which completes the file. */
    public ParquetWriter<T> writer(OutputFile file) throws IOException {
        return new Writer<>(file, this).build();
    }

    /** Streams rows in file order; {@code read()} gives null at the end. */
    public ParquetReader<T> reader(InputFile file) throws IOException {
        return new Reader<>(file, this).build();
    }

    /** {@code w100MaxOverMean} becomes {@code w100_max_over_mean}; {@code valueSPerM} becomes {@code value_s_per_m}. */
    static String snakeCase(String camelCase) {
        return camelCase
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    private static Type parquetType(RecordColumn column) {
        Class<?> type = column.type();
        if (type == double[].class) {
            return Types.requiredList()
                    .requiredElement(PrimitiveTypeName.DOUBLE)
                    .named(column.name());
        }
        if (type == String.class) {
            return Types.required(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named(column.name());
        }
        PrimitiveTypeName primitive = Map.<Class<?>, PrimitiveTypeName>of(
                        int.class, PrimitiveTypeName.INT32,
                        long.class, PrimitiveTypeName.INT64,
                        double.class, PrimitiveTypeName.DOUBLE,
                        boolean.class, PrimitiveTypeName.BOOLEAN)
                .get(type);
        if (primitive == null) {
            throw new IllegalArgumentException("no column type for component " + column.name() + " of " + type);
        }
        // A number that does not exist (NaN) is null in the file, as it is in summary.json.
        Repetition repetition = type == double.class ? Repetition.OPTIONAL : Repetition.REQUIRED;
        return Types.primitive(primitive, repetition).named(column.name());
    }

    private static final class Writer<T extends Record> extends ParquetWriter.Builder<T, Writer<T>> {
        private final RecordTable<T> table;

        Writer(OutputFile file, RecordTable<T> table) {
            super(file);
            this.table = table;
            withConf(new PlainParquetConfiguration());
            withCompressionCodec(CompressionCodecName.SNAPPY);
        }

        @Override
        protected Writer<T> self() {
            return this;
        }

        @Override
        @Deprecated // Parquet declares this overload abstract and calls the other one
        protected WriteSupport<T> getWriteSupport(org.apache.hadoop.conf.Configuration configuration) {
            return new RecordWriteSupport<>(table);
        }

        @Override
        protected WriteSupport<T> getWriteSupport(org.apache.parquet.conf.ParquetConfiguration configuration) {
            return new RecordWriteSupport<>(table);
        }
    }

    private static final class Reader<T extends Record> extends ParquetReader.Builder<T> {
        private final RecordTable<T> table;

        Reader(InputFile file, RecordTable<T> table) {
            super(file, new PlainParquetConfiguration());
            this.table = table;
        }

        @Override
        protected ReadSupport<T> getReadSupport() {
            return new RecordReadSupport<>(table);
        }
    }
}
