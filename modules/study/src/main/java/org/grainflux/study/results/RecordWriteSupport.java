package org.grainflux.study.results;

import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Hands the components of a record to Parquet, one field per column, in the order of the schema. */
final class RecordWriteSupport<T extends Record> extends WriteSupport<T> {
    private final RecordTable<T> table;
    private RecordConsumer consumer;

    RecordWriteSupport(RecordTable<T> table) {
        this.table = table;
    }

    @Override
    @Deprecated // Parquet declares this overload abstract and calls the other one
    public WriteContext init(org.apache.hadoop.conf.Configuration configuration) {
        return new WriteContext(table.schema(), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(table.schema(), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        this.consumer = recordConsumer;
    }

    @Override
    public void write(T row) {
        consumer.startMessage();
        List<RecordColumn> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            RecordColumn column = columns.get(i);
            Object value = column.valueOf(row);
            if (value == null) {
                throw new IllegalArgumentException(
                        "column " + column.name() + " of table " + table.name() + " must not be null in " + row);
            }
            if (value instanceof Double number && number.isNaN()) {
                continue;
            }
            consumer.startField(column.name(), i);
            writeValue(value);
            consumer.endField(column.name(), i);
        }
        consumer.endMessage();
    }

    private void writeValue(Object value) {
        if (value instanceof Integer number) {
            consumer.addInteger(number);
        } else if (value instanceof Long number) {
            consumer.addLong(number);
        } else if (value instanceof Double number) {
            consumer.addDouble(number);
        } else if (value instanceof Boolean flag) {
            consumer.addBoolean(flag);
        } else if (value instanceof String text) {
            consumer.addBinary(Binary.fromString(text));
        } else {
            writeList((double[]) value);
        }
    }

    /** The three levels of a Parquet list: the column, the repeated group {@code list}, its {@code element}. */
    private void writeList(double[] values) {
        consumer.startGroup();
        if (values.length > 0) {
            consumer.startField("list", 0);
            for (double value : values) {
                consumer.startGroup();
                consumer.startField("element", 0);
                consumer.addDouble(value);
                consumer.endField("element", 0);
                consumer.endGroup();
            }
            consumer.endField("list", 0);
        }
        consumer.endGroup();
    }
}
