package org.grainflux.study.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/**
 * A folder on a local or mounted disk. Not through Hadoop's local file system: it cannot create a file whole and only if
 * absent, leaves checksum files beside every file, and starts a process per file to set permissions.
 */
final class LocalStorage implements RunStorage {
    private final Path root;

    LocalStorage(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public String location() {
        return root.toString();
    }

    @Override
    public void createFolder() throws IOException {
        Files.createDirectories(root);
    }

    @Override
    public List<String> list(String folder) throws IOException {
        Path directory = root.resolve(folder);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** A hard link is the one local operation that both fails if the name exists and shows the whole content at once. */
    @Override
    public boolean createIfAbsent(String name, byte[] content) throws IOException {
        Path target = parentReady(name);
        Path whole = writeBeside(target, content);
        try {
            Files.createLink(target, whole);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
            // Without hard links (exFAT, some network mounts) the move is whole, and only the check can race.
            if (Files.exists(target)) {
                return false;
            }
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    @Override
    public boolean reserve(String name, byte[] content) throws IOException {
        Path target = parentReady(name);
        try {
            writeOrDelete(target, content);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    @Override
    public void replace(String name, byte[] content) throws IOException {
        Path target = parentReady(name);
        Path whole = writeBeside(target, content);
        try {
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    @Override
    public OutputStream create(String name) throws IOException {
        return Files.newOutputStream(parentReady(name));
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(root.resolve(name));
    }

    @Override
    public OutputFile parquetOutput(String name) throws IOException {
        return new LocalOutputFile(parentReady(name));
    }

    @Override
    public InputFile parquetInput(String name) {
        return new LocalInputFile(root.resolve(name));
    }

    private Path parentReady(String name) throws IOException {
        Path target = root.resolve(name);
        Files.createDirectories(target.getParent());
        return target;
    }

    private static Path writeBeside(Path target, byte[] content) throws IOException {
        Path whole = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
        writeOrDelete(whole, content);
        return whole;
    }

    /** Creates a file that is not there; a full disk leaves nothing of it. */
    private static void writeOrDelete(Path file, byte[] content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            try {
                out.write(content);
            } catch (IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        }
    }
}
