package org.grainflux.study.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/** Files of one run by names relative to its folder, separated by {@code /}. Safe to use from several threads. */
public interface RunStorage extends Closeable {
    /** The folder as the user would write it. */
    String location();

    /** Creates the folder and its parents when they are missing. */
    void createFolder() throws IOException;

    /** Names of the files directly in a folder ({@code ""} is the run's own), sorted; empty when there is no such folder. */
    List<String> list(String folder) throws IOException;

    Optional<byte[]> read(String name) throws IOException;

    /**
     * Creates a file whole or not at all.
     *
     * @return false when it existed before; that file is left untouched
     */
    boolean createIfAbsent(String name, byte[] content) throws IOException;

    /**
     * Creates a file if absent by nothing but its exclusive creation: no rename, no link. Of several that try one
     * succeeds; a reader may meet the name before the content.
     *
     * @return false when it existed before
     */
    boolean reserve(String name, byte[] content) throws IOException;

    /** Writes a file anew; where the storage can, a reader sees the old content or the new, never a part. */
    void replace(String name, byte[] content) throws IOException;

    /** A new file for streaming; replaces one of the same name. */
    OutputStream create(String name) throws IOException;

    void delete(String name) throws IOException;

    OutputFile parquetOutput(String name) throws IOException;

    InputFile parquetInput(String name) throws IOException;

    @Override
    default void close() throws IOException {}
}
