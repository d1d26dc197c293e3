package org.grainflux.report.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.grainflux.core.InfrastructureException;

/** Reads and writes files below one run's folder. */
public final class ReportFiles {
    private final Path folder;
    private final FileSystem files;

    /** @param runFolder a local path or a URI that the Hadoop client understands */
    public ReportFiles(String runFolder) {
        try {
            Path given = new Path(runFolder);
            this.files = given.getFileSystem(new Configuration());
            // Checksum side files (.name.crc) would lie beside every figure; the local disk keeps its own.
            files.setWriteChecksum(false);
            this.folder = files.makeQualified(given);
        } catch (IOException e) {
            throw new InfrastructureException("cannot open the run's folder " + runFolder + ": " + e.getMessage(), e);
        }
    }

    /** Writes bytes. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file under an attempt's name, then renames it: a reader sees all of it or nothing. */
    public void write(String name, Content content) {
        Path target = new Path(folder, name);
        Path attempt = new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID());
        try {
            try (OutputStream out = files.create(attempt, false)) {
                content.writeTo(out);
            }
            if (!files.rename(attempt, target)) {
                // HDFS refuses to rename onto an existing file; a repeated attempt carries the same content.
                files.delete(target, false);
                if (!files.rename(attempt, target)) {
                    throw new IOException("could not rename " + attempt + " to " + target);
                }
            }
        } catch (IOException e) {
            throw new InfrastructureException(
                    "cannot write " + target + ": " + e.getMessage() + "; check space and permissions", e);
        }
    }

    public void write(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(name, out -> out.write(bytes));
    }

    /** The bytes of a file, or nothing when it does not exist. */
    public Optional<byte[]> read(String name) {
        Path file = new Path(folder, name);
        try {
            if (!files.exists(file)) {
                return Optional.empty();
            }
            try (InputStream in = files.open(file)) {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                in.transferTo(all);
                return Optional.of(all.toByteArray());
            }
        } catch (IOException e) {
            throw new InfrastructureException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Names (relative to the run's folder) of the files of a sub-folder with an ending, sorted. */
    public List<String> list(String subFolder, String ending) {
        Path parent = new Path(folder, subFolder);
        try {
            List<String> names = new ArrayList<>();
            if (files.exists(parent)) {
                for (FileStatus status : files.listStatus(parent)) {
                    String name = status.getPath().getName();
                    if (status.isFile() && name.endsWith(ending) && !name.startsWith(".")) {
                        names.add(subFolder + "/" + name);
                    }
                }
            }
            Collections.sort(names);
            return names;
        } catch (IOException e) {
            throw new InfrastructureException("cannot list " + parent + ": " + e.getMessage(), e);
        }
    }

    /** Where the run lies, for a reader. */
    public String location() {
        return "file".equals(folder.toUri().getScheme()) ? folder.toUri().getPath() : folder.toString();
    }

    public String location(String name) {
        return location() + "/" + name;
    }
}
