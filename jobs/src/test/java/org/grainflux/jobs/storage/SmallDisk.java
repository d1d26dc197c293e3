package org.grainflux.jobs.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** A folder of this machine that takes so many bytes and no more, under a scheme whose files are renamed. */
public final class SmallDisk extends RawLocalFileSystem {
    static final String SCHEME = "viewfs";

    private static final AtomicLong BYTES_LEFT = new AtomicLong();
    private static final URI ROOT = URI.create(SCHEME + ":///");

    /** Settings under which Hadoop's client finds this disk. */
    static Map<String, String> settings() {
        return Map.of(
                "fs." + SCHEME + ".impl",
                SmallDisk.class.getName(),
                "fs.AbstractFileSystem." + SCHEME + ".impl",
                Renaming.class.getName());
    }

    static void setBytesLeft(long bytes) {
        BYTES_LEFT.set(bytes);
    }

    @Override
    public URI getUri() {
        return ROOT;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        FSDataOutputStream out =
                super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress);
        return new FSDataOutputStream(new Metered(out), null);
    }

    @Override
    public FSDataOutputStream create(
            Path path, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        return new FSDataOutputStream(
                new Metered(super.create(path, overwrite, bufferSize, replication, blockSize, progress)), null);
    }

    private static final class Metered extends OutputStream {
        private final OutputStream out;

        Metered(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            long left = BYTES_LEFT.addAndGet(-length);
            int fitting = (int) Math.max(0, Math.min(length, length + left));
            out.write(bytes, offset, fitting);
            if (fitting < length) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** The newer interface to the same disk. */
    public static final class Renaming extends DelegateToFileSystem {
        public Renaming(URI uri, Configuration configuration) throws IOException, URISyntaxException {
            super(uri, initialized(configuration), configuration, SCHEME, false);
        }

        private static FileSystem initialized(Configuration configuration) throws IOException {
            SmallDisk disk = new SmallDisk();
            disk.initialize(ROOT, configuration);
            return disk;
        }

        @Override
        public int getUriDefaultPort() {
            return -1;
        }
    }
}
