package org.grainflux.study.config;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
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
        if (!isUri(path)) {
            return local.read(path);
        }
        Path file = new Path(path);
        try (FSDataInputStream in = file.getFileSystem(configuration).open(file)) {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
        } catch (FileNotFoundException e) {
            throw new InvalidInputException(path + ": no such file", e);
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(path + ": not a text file in UTF-8", e);
        } catch (IOException e) {
            throw new InvalidInputException(
                    path + ": cannot be read: " + e.getMessage() + "; check the address and the file system's settings",
                    e);
        }
    }

    @Override
    public String resolve(String file, String reference) {
        if (!isUri(file) || isUri(reference)) {
            return isUri(reference) ? reference : local.resolve(file, reference);
        }
        return URI.create(file).resolve(new Path(reference).toUri()).normalize().toString();
    }

    private static boolean isUri(String path) {
        return URI_WITH_SCHEME.matcher(path).matches();
    }
}
