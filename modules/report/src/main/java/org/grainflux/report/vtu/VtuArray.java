package org.grainflux.report.vtu;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A named array of a VTU file, kept in the file's own little-endian bytes, so that a round trip changes no bit. */
public final class VtuArray {
    /** Types that occur in the files written here, by their VTK names. */
    public enum Type {
        FLOAT64("Float64", Double.BYTES),
        INT32("Int32", Integer.BYTES),
        UINT8("UInt8", Byte.BYTES);

        private final String vtkName;
        private final int bytes;

        Type(String vtkName, int bytes) {
            this.vtkName = vtkName;
            this.bytes = bytes;
        }

        public String vtkName() {
            return vtkName;
        }

        public int bytes() {
            return bytes;
        }

        static Type named(String vtkName) {
            for (Type type : values()) {
                if (type.vtkName.equals(vtkName)) {
                    return type;
                }
            }
            throw new VtuFormatException("unknown array type " + vtkName + ", known: Float64, Int32, UInt8");
        }
    }

    private final String name;
    private final Type type;
    private final int components;
    private final ByteBuffer littleEndian;

    VtuArray(String name, Type type, int components, byte[] littleEndianBytes) {
        if (components < 1 || littleEndianBytes.length % (components * type.bytes()) != 0) {
            throw new VtuFormatException("array " + name + ": " + littleEndianBytes.length
                    + " bytes are no whole number of tuples of " + components + " " + type.vtkName());
        }
        this.name = name;
        this.type = type;
        this.components = components;
        this.littleEndian = ByteBuffer.wrap(littleEndianBytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @param values tuple-major, tuples × components */
    public static VtuArray ofDoubles(String name, int components, double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return new VtuArray(name, Type.FLOAT64, components, bytes.array());
    }

    /** @param values tuple-major, tuples × components */
    public static VtuArray ofInts(String name, int components, int[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return new VtuArray(name, Type.INT32, components, bytes.array());
    }

    static VtuArray ofBytes(String name, byte[] values) {
        return new VtuArray(name, Type.UINT8, 1, values.clone());
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    public int components() {
        return components;
    }

    public int tuples() {
        return littleEndian.capacity() / (components * type.bytes());
    }

    /** The value as a double, exact for every type. */
    public double at(int tuple, int component) {
        int index = tuple * components + component;
        return switch (type) {
            case FLOAT64 -> littleEndian.getDouble(index * Double.BYTES);
            case INT32 -> littleEndian.getInt(index * Integer.BYTES);
            case UINT8 -> littleEndian.get(index) & 0xff;
        };
    }

    public int intAt(int tuple, int component) {
        if (type != Type.INT32) {
            throw new VtuFormatException("array " + name + " holds " + type.vtkName() + ", not Int32");
        }
        return littleEndian.getInt((tuple * components + component) * Integer.BYTES);
    }

    byte[] bytes() {
        return littleEndian.array();
    }
}
