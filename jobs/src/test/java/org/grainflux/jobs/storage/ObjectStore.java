package org.grainflux.jobs.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathIOException;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.Seekable;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * Objects by name, as the large stores keep them: there are no folders and no rename; an object is there, whole, once its
 * stream is closed; one that must not exist yet is refused when it is closed, with an error that is not the file
 * systems' own. Lives in this process, by the scheme {@code objects}.
 */
public final class ObjectStore extends FileSystem {
    static final String SCHEME = "objects";

    private static final Map<String, byte[]> OBJECTS = new ConcurrentSkipListMap<>();
    private static final List<String> WRITTEN = new ArrayList<>();

    private URI uri;

    /** Settings under which Hadoop's client finds this store. */
    static Map<String, String> settings() {
        return Map.of("fs." + SCHEME + ".impl", ObjectStore.class.getName());
    }

    static void clear() {
        OBJECTS.clear();
        synchronized (WRITTEN) {
            WRITTEN.clear();
        }
    }

    /** Full names in their order. */
    static List<String> names() {
        return List.copyOf(OBJECTS.keySet());
    }

    static void remove(String name) {
        OBJECTS.remove(name);
    }

    /** Full names in the order in which they were last written. */
    static List<String> inOrder() {
        synchronized (WRITTEN) {
            return List.copyOf(WRITTEN);
        }
    }

    private static void put(String key, byte[] content, boolean overwrite) throws IOException {
        synchronized (WRITTEN) {
            if (!overwrite && OBJECTS.containsKey(key)) {
                throw new PathIOException(key, "precondition failed");
            }
            OBJECTS.put(key, content);
            WRITTEN.remove(key);
            WRITTEN.add(key);
        }
    }

    @Override
    public void initialize(URI name, Configuration configuration) throws IOException {
        super.initialize(name, configuration);
        uri = URI.create(name.getScheme() + "://" + name.getAuthority());
        setConf(configuration);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public URI getUri() {
        return uri;
    }

    private String key(Path path) {
        return makeQualified(path).toString();
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
        String key = key(path);
        return new FSDataOutputStream(
                new ByteArrayOutputStream() {
                    private boolean closed;

                    @Override
                    public void close() throws IOException {
                        if (!closed) {
                            closed = true;
                            put(key, toByteArray(), overwrite);
                        }
                    }
                },
                null);
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        byte[] content = OBJECTS.get(key(path));
        if (content == null) {
            throw new FileNotFoundException(path + " is no object");
        }
        return new FSDataInputStream(new Content(content));
    }

    @Override
    public boolean rename(Path from, Path to) {
        throw new UnsupportedOperationException("objects cannot be renamed");
    }

    @Override
    public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
        throw new UnsupportedOperationException("objects cannot grow");
    }

    @Override
    public boolean delete(Path path, boolean recursive) {
        return OBJECTS.remove(key(path)) != null;
    }

    @Override
    public boolean mkdirs(Path path, FsPermission permission) throws IOException {
        if (OBJECTS.containsKey(key(path))) {
            throw new FileAlreadyExistsException(path + " is an object");
        }
        return true;
    }

    @Override
    public void setWorkingDirectory(Path path) {
        throw new UnsupportedOperationException("names are absolute");
    }

    @Override
    public Path getWorkingDirectory() {
        return new Path(uri + "/");
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        String prefix = key(path) + "/";
        TreeSet<String> children = new TreeSet<>();
        OBJECTS.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> children.add(name.substring(prefix.length()).split("/")[0]));
        if (children.isEmpty()) {
            throw new FileNotFoundException(path + " is no prefix");
        }
        List<FileStatus> found = new ArrayList<>();
        for (String child : children) {
            found.add(getFileStatus(new Path(path, child)));
        }
        return found.toArray(FileStatus[]::new);
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        String key = key(path);
        byte[] content = OBJECTS.get(key);
        if (content == null && OBJECTS.keySet().stream().noneMatch(name -> name.startsWith(key + "/"))) {
            throw new FileNotFoundException(path + " is no object");
        }
        long length = content == null ? 0 : content.length;
        return new FileStatus(length, content == null, 1, 1 << 20, 0, makeQualified(path));
    }

    private static final class Content extends ByteArrayInputStream implements Seekable, PositionedReadable {
        Content(byte[] content) {
            super(content);
        }

        @Override
        public void seek(long position) throws IOException {
            if (position > count) {
                throw new EOFException("position " + position + " of " + count);
            }
            pos = (int) position;
        }

        @Override
        public long getPos() {
            return pos;
        }

        @Override
        public boolean seekToNewSource(long position) {
            return false;
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) {
            if (position >= count) {
                return -1;
            }
            int read = (int) Math.min(length, count - position);
            System.arraycopy(buf, (int) position, into, offset, read);
            return read;
        }

        @Override
        public void readFully(long position, byte[] into, int offset, int length) throws IOException {
            if (read(position, into, offset, length) < length) {
                throw new EOFException("object ends before " + (position + length));
            }
        }

        @Override
        public void readFully(long position, byte[] into) throws IOException {
            readFully(position, into, 0, into.length);
        }
    }
}
