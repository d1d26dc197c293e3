package org.grainflux.jobs.engine;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads and writes a record through its components and its canonical constructor; Kryo 4 itself sets fields by offset,
 * which the platform forbids for records. Components are int, long, double, boolean, String, double[], a registered
 * record, or a List of these; none is null.
 */
final class RecordSerializer<T extends Record> extends Serializer<T> {
    private final Class<T> type;
    private final RecordComponent[] components;
    private final Constructor<T> constructor;

    RecordSerializer(Class<T> type) {
        super(false, true);
        this.type = type;
        this.components = type.getRecordComponents();
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a canonical constructor", e);
        }
    }

    @Override
    public void write(Kryo kryo, Output output, T row) {
        try {
            for (RecordComponent component : components) {
                writeValue(
                        kryo,
                        output,
                        component.getType(),
                        component.getAccessor().invoke(row));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be read", e);
        }
    }

    private static void writeValue(Kryo kryo, Output output, Class<?> declared, Object value) {
        if (declared == List.class) {
            List<?> list = (List<?>) value;
            output.writeInt(list.size(), true);
            list.forEach(element -> kryo.writeClassAndObject(output, element));
        } else {
            kryo.writeObject(output, value);
        }
    }

    @Override
    public T read(Kryo kryo, Input input, Class<T> expected) {
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = readValue(kryo, input, components[i].getType());
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be rebuilt", e);
        }
    }

    private static Object readValue(Kryo kryo, Input input, Class<?> declared) {
        if (declared != List.class) {
            return kryo.readObject(input, declared);
        }
        int size = input.readInt(true);
        List<Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(kryo.readClassAndObject(input));
        }
        return list;
    }
}
