package org.grainflux.study.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.grainflux.core.Excerpt;
import org.grainflux.core.InvalidInputException;

/** Files of this machine. */
public final class LocalFiles implements FileSource {
    @Override
    public String read(String path) {
        return text(path, content(path, MAX_TEXT_BYTES, "a text"));
    }

    static final String AN_IMAGE = "an image in this process, see GRAINFLUX_OPTS=-Xmx…,";

    /** At most a quarter of this process's memory: a copy is made while it is read, and its labels need the rest. */
    static int mostImageBytes() {
        return (int) Math.min(Runtime.getRuntime().maxMemory() / 4, Integer.MAX_VALUE - 8);
    }

    @Override
    public byte[] bytes(String path) {
        return content(path, mostImageBytes(), AN_IMAGE);
    }

    static String text(String path, byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(path + ": not a text file in UTF-8; save it as one", e);
        }
    }

    private static byte[] content(String path, int most, String what) {
        try {
            Path file = Path.of(path);
            // A pipe would wait for ever, and a device never ends.
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new InvalidInputException(path + ": not a file but a folder, pipe or device; name a file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return upTo(path, in, most, what);
            }
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new InvalidInputException(path + ": no such file", e);
        } catch (IOException e) {
            throw new InvalidInputException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** All that comes, unless it is more than allowed. */
    static byte[] upTo(String path, InputStream in, int most, String what) throws IOException {
        byte[] content = in.readNBytes(most);
        if (in.read() >= 0) {
            throw new InvalidInputException(path + ": too long; " + what + " may have " + most + " bytes");
        }
        return content;
    }

    @Override
    public String resolve(String file, String reference) {
        try {
            return Path.of(file).resolveSibling(reference).normalize().toString();
        } catch (InvalidPathException e) {
            throw new InvalidInputException(Excerpt.of(reference) + ": not a name that a file can have", e);
        }
    }

    @Override
    public boolean isWithin(String folder, String path) {
        try {
            return real(Path.of(path)).startsWith(real(Path.of(folder)));
        } catch (IOException | InvalidPathException e) {
            throw new InvalidInputException(path + ": its place cannot be found out: " + e.getMessage(), e);
        }
    }

    /** All links followed in what there is of it. */
    private static Path real(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (NoSuchFileException e) {
            Path parent = absolute.getParent();
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        }
    }
}
