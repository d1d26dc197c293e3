package org.grainflux.study.results;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.grainflux.core.InvalidInputException;

/** Rebuilds records from a Parquet file through their canonical constructor. */
final class RecordReadSupport<T extends Record> extends ReadSupport<T> {
    private final RecordTable<T> table;

    RecordReadSupport(RecordTable<T> table) {
        this.table = table;
    }

    @Override
    public ReadContext init(InitContext context) {
        MessageType fileSchema = context.getFileSchema();
        for (RecordColumn column : table.columns()) {
            if (!fileSchema.containsField(column.name())) {
                throw new InvalidInputException("table " + table.name() + " has no column " + column.name()
                        + "; the run was written by another version of GrainFlux: read it with that version or"
                        + " compute it again in a new folder");
            }
        }
        return new ReadContext(table.schema());
    }

    @Override
    @Deprecated // Parquet declares this overload abstract and calls the other one
    public RecordMaterializer<T> prepareForRead(
            org.apache.hadoop.conf.Configuration configuration,
            Map<String, String> keyValueMetaData,
            MessageType fileSchema,
            ReadContext readContext) {
        return new Materializer<>(table);
    }

    @Override
    public RecordMaterializer<T> prepareForRead(
            ParquetConfiguration configuration,
            Map<String, String> keyValueMetaData,
            MessageType fileSchema,
            ReadContext readContext) {
        return new Materializer<>(table);
    }

    private static final class Materializer<T extends Record> extends RecordMaterializer<T> {
        private final Constructor<T> constructor;
        private final RowConverter root;

        Materializer(RecordTable<T> table) {
            List<RecordColumn> columns = table.columns();
            try {
                this.constructor = table.rowClass()
                        .getDeclaredConstructor(
                                columns.stream().map(RecordColumn::type).toArray(Class<?>[]::new));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every record has a canonical constructor", e);
            }
            this.root = new RowConverter(columns);
        }

        @Override
        public T getCurrentRecord() {
            try {
                return constructor.newInstance(root.values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a stored row does not fit " + constructor, e);
            }
        }

        @Override
        public GroupConverter getRootConverter() {
            return root;
        }
    }

    private static final class RowConverter extends GroupConverter {
        private final Object[] values;
        /** What a row has where its file has null. */
        private final Object[] absent;

        private final Converter[] converters;

        RowConverter(List<RecordColumn> columns) {
            values = new Object[columns.size()];
            absent = columns.stream()
                    .map(column -> column.type() == double.class ? Double.NaN : null)
                    .toArray();
            converters = new Converter[columns.size()];
            for (int i = 0; i < converters.length; i++) {
                converters[i] = columns.get(i).type() == double[].class
                        ? new ListConverter(values, i)
                        : new ValueConverter(values, i, columns.get(i).type());
            }
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return converters[fieldIndex];
        }

        @Override
        public void start() {
            System.arraycopy(absent, 0, values, 0, values.length);
        }

        @Override
        public void end() {}
    }

    /** A value of a dictionary is made once, however many rows have it. */
    private static final class ValueConverter extends PrimitiveConverter {
        private final Object[] row;
        private final int index;
        private final Class<?> type;
        private Object[] dictionary;

        ValueConverter(Object[] row, int index, Class<?> type) {
            this.row = row;
            this.index = index;
            this.type = type;
        }

        @Override
        public boolean hasDictionarySupport() {
            return true;
        }

        @Override
        public void setDictionary(Dictionary values) {
            dictionary = new Object[values.getMaxId() + 1];
            Arrays.setAll(dictionary, id -> switch (type.getSimpleName()) {
                case "int" -> values.decodeToInt(id);
                case "long" -> values.decodeToLong(id);
                case "double" -> values.decodeToDouble(id);
                default -> values.decodeToBinary(id).toStringUsingUTF8();
            });
        }

        @Override
        public void addValueFromDictionary(int id) {
            row[index] = dictionary[id];
        }

        @Override
        public void addInt(int value) {
            row[index] = value;
        }

        @Override
        public void addLong(long value) {
            row[index] = value;
        }

        @Override
        public void addDouble(double value) {
            row[index] = value;
        }

        @Override
        public void addBoolean(boolean value) {
            row[index] = value;
        }

        @Override
        public void addBinary(Binary value) {
            row[index] = value.toStringUsingUTF8();
        }
    }

    /** The column's group; the repeated group inside it and the element both add to one growing array. */
    private static final class ListConverter extends GroupConverter {
        private final Object[] row;
        private final int index;
        private double[] buffer = new double[16];
        private int size;

        private final PrimitiveConverter element = new PrimitiveConverter() {
            @Override
            public void addDouble(double value) {
                if (size == buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * size);
                }
                buffer[size++] = value;
            }
        };

        private final GroupConverter list = new GroupConverter() {
            @Override
            public Converter getConverter(int fieldIndex) {
                return element;
            }

            @Override
            public void start() {}

            @Override
            public void end() {}
        };

        ListConverter(Object[] row, int index) {
            this.row = row;
            this.index = index;
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return list;
        }

        @Override
        public void start() {
            size = 0;
        }

        @Override
        public void end() {
            row[index] = Arrays.copyOf(buffer, size);
        }
    }
}
