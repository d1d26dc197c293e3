package org.grainflux.study.config;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.grainflux.core.Excerpt;
import org.grainflux.core.InvalidInputException;

/** Files by path on this machine, or by URI ({@code hdfs://…}, {@code s3a://…}) on any file system of Hadoop's client. */
public final class HadoopFiles implements FileSource {
    private static final Pattern URI_WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

    private final Configuration configuration;
    private final LocalFiles local = new LocalFiles();

    /** @param configuration of the file systems that URIs name */
    public HadoopFiles(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public String read(String path) {
        return isUri(path) ? LocalFiles.text(path, content(path, MAX_TEXT_BYTES, "a text")) : local.read(path);
    }

    @Override
    public byte[] bytes(String path) {
        return isUri(path) ? content(path, LocalFiles.mostImageBytes(), LocalFiles.AN_IMAGE) : local.bytes(path);
    }

    private byte[] content(String uri, int most, String what) {
        Path file = path(uri);
        try (FSDataInputStream in = file.getFileSystem(configuration).open(file)) {
            return LocalFiles.upTo(uri, in, most, what);
        } catch (FileNotFoundException e) {
            throw new InvalidInputException(uri + ": no such file", e);
        } catch (IOException e) {
            throw new InvalidInputException(
                    uri + ": cannot be read: " + e.getMessage() + "; check the address and the file system's settings",
                    e);
        }
    }

    @Override
    public String resolve(String file, String reference) {
        if (isUri(reference)) {
            return reference;
        }
        if (!isUri(file)) {
            return local.resolve(file, reference);
        }
        try {
            return new Path(path(file).getParent(), reference).toString();
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(Excerpt.of(reference) + ": not a name that a file can have", e);
        }
    }

    @Override
    public String absolute(String path) {
        return isUri(path) ? path : local.absolute(path);
    }

    /** On another file system: of the same scheme and authority, and below; links are not followed there. */
    @Override
    public boolean isWithin(String folder, String path) {
        URI outer = uri(folder);
        URI inner = uri(path);
        if (isOfThisMachine(outer) && isOfThisMachine(inner)) {
            return local.isWithin(outer.getPath(), inner.getPath());
        }
        return Objects.equals(outer.getScheme(), inner.getScheme())
                && Objects.equals(outer.getAuthority(), inner.getAuthority())
                && isBelow(outer.getPath(), inner.getPath());
    }

    private static boolean isBelow(String folder, String path) {
        String start = folder.endsWith("/") ? folder : folder + "/";
        return (path.equals(folder) || path.startsWith(start)) && !path.contains("/../");
    }

    /** As it is opened: {@code ..} resolved as far as that goes, nothing decoded. */
    private URI uri(String name) {
        return isUri(name)
                ? path(name).toUri().normalize()
                : java.nio.file.Path.of(local.absolute(name)).toUri();
    }

    private static boolean isOfThisMachine(URI uri) {
        return "file".equals(uri.getScheme()) && uri.getAuthority() == null;
    }

    private static Path path(String uri) {
        try {
            return new Path(uri);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(Excerpt.of(uri) + ": not an address: " + Excerpt.of(e.getMessage()), e);
        }
    }

    private static boolean isUri(String path) {
        return URI_WITH_SCHEME.matcher(path).matches();
    }
}
