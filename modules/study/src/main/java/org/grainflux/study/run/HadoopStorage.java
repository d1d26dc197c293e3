package org.grainflux.study.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * A folder on any file system Hadoop's client knows. Where rename is atomic (HDFS and its kin) a whole file is renamed
 * to its name; on an object store there is no such rename, but an object appears only when its stream is closed, so it
 * is created in place, conditionally where the store supports that.
 */
final class HadoopStorage implements RunStorage {
    private static final Set<String> ATOMIC_RENAME = Set.of("file", "hdfs", "viewfs", "webhdfs", "swebhdfs", "ofs");

    private final Path root;
    private final Configuration configuration;
    private final FileSystem files;
    private final boolean renames;

    HadoopStorage(Path root, Configuration configuration) throws IOException {
        this.configuration = configuration;
        this.files = root.getFileSystem(configuration);
        this.root = files.makeQualified(root);
        this.renames = ATOMIC_RENAME.contains(this.root.toUri().getScheme());
    }

    @Override
    public String location() {
        return root.toString();
    }

    @Override
    public void createFolder() throws IOException {
        if (!files.mkdirs(root)) {
            throw new IOException(root + " could not be created");
        }
    }

    @Override
    public List<String> list(String folder) throws IOException {
        try {
            Path directory = folder.isEmpty() ? root : new Path(root, folder);
            return Arrays.stream(files.listStatus(directory))
                    .map(status -> status.getPath().getName())
                    .sorted()
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        try (FSDataInputStream in = files.open(new Path(root, name))) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean createIfAbsent(String name, byte[] content) throws IOException {
        Path target = new Path(root, name);
        if (renames) {
            return renameFrom(writeBeside(target, content), target);
        }
        return reserve(name, content);
    }

    @Override
    public boolean reserve(String name, byte[] content) throws IOException {
        Path target = new Path(root, name);
        FSDataOutputStreamBuilder<?, ?> builder = files.createFile(target);
        builder.overwrite(false);
        builder.recursive();
        builder.opt(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
        boolean created = false;
        try (FSDataOutputStream out = builder.build()) {
            created = renames;
            out.write(content);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            return wasReserved(name, content, created, e);
        }
    }

    /**
     * A file system shows a file from its creation on, so what was not written whole is ours to remove. A store decides
     * when the object is whole, says so in errors of its own kind, and may have lost but its answer: who is there tells.
     */
    private boolean wasReserved(String name, byte[] content, boolean created, IOException failure) throws IOException {
        if (created) {
            delete(name);
            throw failure;
        }
        return Arrays.equals(read(name).orElseThrow(() -> failure), content);
    }

    private boolean renameFrom(Path whole, Path target) throws IOException {
        boolean created = false;
        try {
            // The check is for file systems whose rename replaces; HDFS refuses by itself.
            created = !files.exists(target) && files.rename(whole, target);
        } catch (FileAlreadyExistsException e) {
            created = false;
        } finally {
            if (!created) {
                files.delete(whole, false);
            }
        }
        if (!created && !files.exists(target)) {
            throw new IOException(target + " could not be created by renaming");
        }
        return created;
    }

    @Override
    public void replace(String name, byte[] content) throws IOException {
        Path target = new Path(root, name);
        if (renames) {
            Path whole = writeBeside(target, content);
            try {
                // The older interface cannot rename onto a file; this one does it in one step.
                FileContext.getFileContext(root.toUri(), configuration).rename(whole, target, Options.Rename.OVERWRITE);
            } catch (IOException e) {
                files.delete(whole, false);
                throw e;
            }
        } else {
            try (OutputStream out = create(name)) {
                out.write(content);
            }
        }
    }

    @Override
    public OutputStream create(String name) throws IOException {
        return files.create(new Path(root, name), true);
    }

    @Override
    public void delete(String name) throws IOException {
        files.delete(new Path(root, name), false);
    }

    @Override
    public OutputFile parquetOutput(String name) throws IOException {
        return HadoopOutputFile.fromPath(new Path(root, name), configuration);
    }

    @Override
    public InputFile parquetInput(String name) throws IOException {
        return HadoopInputFile.fromPath(new Path(root, name), configuration);
    }

    private Path writeBeside(Path target, byte[] content) throws IOException {
        Path whole = new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID());
        try (FSDataOutputStream out = files.create(whole, false)) {
            out.write(content);
        } catch (IOException e) {
            files.delete(whole, false);
            throw e;
        }
        return whole;
    }
}
