package org.grainflux.fem.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.grainflux.core.InfrastructureException;

/** Writes arrays of numbers to a file one after the other, replacing what was there. */
final class BigEndianWriter implements Closeable {
    /** Large against the cost of a system call, small against a second-level cache. */
    static final int BUFFER_BYTES = 1 << 18;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

    BigEndianWriter(Path file) {
        this.file = file;
        try {
            this.channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void writeInts(int... values) {
        for (int done = 0; done < values.length; ) {
            int count = Math.min(values.length - done, BUFFER_BYTES / Integer.BYTES);
            buffer.clear();
            buffer.asIntBuffer().put(values, done, count);
            drain(count * Integer.BYTES);
            done += count;
        }
    }

    void writeDoubles(double[] values) {
        for (int done = 0; done < values.length; ) {
            int count = Math.min(values.length - done, BUFFER_BYTES / Double.BYTES);
            buffer.clear();
            buffer.asDoubleBuffer().put(values, done, count);
            drain(count * Double.BYTES);
            done += count;
        }
    }

    private void drain(int bytes) {
        buffer.limit(bytes);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private InfrastructureException failed(IOException e) {
        return new InfrastructureException("cannot write " + file + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
