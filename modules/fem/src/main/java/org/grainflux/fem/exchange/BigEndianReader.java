package org.grainflux.fem.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.grainflux.core.InfrastructureException;
import org.grainflux.core.InvalidInputException;

/** Reads numbers of a file one after the other, straight into the arrays that keep them. */
final class BigEndianReader implements Closeable {
    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BigEndianWriter.BUFFER_BYTES);
    private long remainingBytes;

    /** @throws InvalidInputException when there is no such file */
    BigEndianReader(Path file) {
        this.file = file;
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(file + ": no such file");
        }
        try {
            this.channel = FileChannel.open(file, StandardOpenOption.READ);
            this.remainingBytes = channel.size();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** @throws InvalidInputException when the rest of the file is shorter; said before anything large is allocated */
    void require(long bytes, String what) {
        if (remainingBytes < bytes) {
            throw new InvalidInputException(file + " is cut off: " + what + " takes " + bytes + " bytes, "
                    + remainingBytes + " are left; copy or write the file again");
        }
    }

    int readInt(String what) {
        int[] one = new int[1];
        readInts(one, what);
        return one[0];
    }

    void readInts(int[] into, String what) {
        require((long) Integer.BYTES * into.length, what);
        for (int done = 0; done < into.length; ) {
            int count = Math.min(into.length - done, buffer.capacity() / Integer.BYTES);
            fill(count * Integer.BYTES);
            buffer.asIntBuffer().get(into, done, count);
            done += count;
        }
    }

    void readDoubles(double[] into, String what) {
        require((long) Double.BYTES * into.length, what);
        for (int done = 0; done < into.length; ) {
            int count = Math.min(into.length - done, buffer.capacity() / Double.BYTES);
            fill(count * Double.BYTES);
            buffer.asDoubleBuffer().get(into, done, count);
            done += count;
        }
    }

    private void fill(int bytes) {
        buffer.clear().limit(bytes);
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    throw new InvalidInputException(file + " became shorter while it was read");
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
        buffer.flip();
        remainingBytes -= bytes;
    }

    private InfrastructureException failed(IOException e) {
        return new InfrastructureException("cannot read " + file + ": " + e.getMessage(), e);
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
