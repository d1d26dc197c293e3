package org.grainflux.report.vtu;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * VTK's compressed appended array: UInt64 header [number of blocks, block size, size of the last block if partial or 0,
 * compressed sizes…], then the blocks as zlib streams.
 */
final class ZlibBlocks {
    /** 64 KiB: large enough to compress well, small enough to be read in pieces. */
    private static final int BLOCK_BYTES = 1 << 16;

    /** VTK itself never writes larger blocks. */
    private static final long MAX_BLOCK_BYTES = 1L << 30;

    private ZlibBlocks() {}

    static byte[] compress(byte[] raw) {
        int blocks = (raw.length + BLOCK_BYTES - 1) / BLOCK_BYTES;
        ByteBuffer header = ByteBuffer.allocate(Long.BYTES * (3 + blocks)).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(blocks).putLong(BLOCK_BYTES).putLong(raw.length % BLOCK_BYTES);
        ByteArrayOutputStream body = new ByteArrayOutputStream(raw.length / 2 + 64);
        byte[] buffer = new byte[BLOCK_BYTES];
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        try {
            for (int start = 0; start < raw.length; start += BLOCK_BYTES) {
                int before = body.size();
                deflater.reset();
                deflater.setInput(raw, start, Math.min(BLOCK_BYTES, raw.length - start));
                deflater.finish();
                while (!deflater.finished()) {
                    body.write(buffer, 0, deflater.deflate(buffer));
                }
                header.putLong(body.size() - before);
            }
        } finally {
            deflater.end();
        }
        byte[] all = new byte[header.capacity() + body.size()];
        System.arraycopy(header.array(), 0, all, 0, header.capacity());
        System.arraycopy(body.toByteArray(), 0, all, header.capacity(), body.size());
        return all;
    }

    /** Reads one array at the buffer's position and leaves the position behind it. */
    static byte[] decompress(ByteBuffer appended, String arrayName) {
        long blocks = appended.getLong();
        long blockBytes = appended.getLong();
        long lastBytes = appended.getLong();
        if (blockBytes < 1
                || blockBytes > MAX_BLOCK_BYTES
                || blocks < 0
                || blocks > appended.remaining() / Long.BYTES
                || lastBytes < 0
                || lastBytes >= blockBytes) {
            throw new VtuFormatException("array " + arrayName + ": impossible header, " + blocks + " blocks of "
                    + blockBytes + " bytes, last one " + lastBytes);
        }
        int[] compressedBytes = new int[(int) blocks];
        for (int b = 0; b < blocks; b++) {
            compressedBytes[b] = Math.toIntExact(appended.getLong());
        }
        long total = blocks == 0 ? 0 : (lastBytes == 0 ? blocks * blockBytes : (blocks - 1) * blockBytes + lastBytes);
        byte[] raw = new byte[Math.toIntExact(total)];
        Inflater inflater = new Inflater();
        try {
            for (int b = 0; b < blocks; b++) {
                byte[] block = new byte[compressedBytes[b]];
                appended.get(block);
                inflater.reset();
                inflater.setInput(block);
                int start = (int) (b * blockBytes);
                int expected = (int) Math.min(blockBytes, total - start);
                int got = inflater.inflate(raw, start, expected);
                if (got != expected || inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
                    throw new VtuFormatException(
                            "array " + arrayName + ", block " + b + ": not " + expected + " bytes as announced");
                }
            }
        } catch (DataFormatException e) {
            throw new VtuFormatException("array " + arrayName + ": damaged zlib block", e);
        } finally {
            inflater.end();
        }
        return raw;
    }
}
