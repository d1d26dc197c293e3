package org.grainflux.jobs.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InfrastructureException;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.run.Admission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that fills up in the middle of a run: one clear error, nothing half written, and the run goes on with space. */
class FullDiskTest {
    @TempDir
    Path temporary;

    /** An empty run has a claim, the study and a first status, each of less than 1 kB; a batch takes about 5 kB. */
    @ParameterizedTest
    @ValueSource(longs = {0, 600, 4_000, 20_000, 90_000})
    void fullDiskIsOneErrorAndResumable(long bytes) throws IOException {
        String location = SmallDisk.SCHEME + "://" + temporary.resolve("run");
        StoredRun run = new StoredRun(location, SmallDisk.settings());
        SmallDisk.setBytesLeft(bytes);
        Throwable error = catchThrowable(() -> run.predict(Admission.NEW));
        assertFullDisk(error, temporary.resolve("run"), run);
        SmallDisk.setBytesLeft(Long.MAX_VALUE / 2);
        run.resumeAndCompare();
    }

    @Test
    void fullLocalDiskIsOneErrorAndResumable() throws IOException, InterruptedException {
        Path mount = mounted("size=160k");
        try {
            StoredRun run = new StoredRun(mount.resolve("run").toString(), Map.of());
            Throwable error = catchThrowable(() -> run.predict(Admission.NEW));
            assertFullDisk(error, mount.resolve("run"), run);
            assertThat(succeeds("mount", "-o", "remount,size=16m", mount.toString()))
                    .isTrue();
            run.resumeAndCompare();
        } finally {
            succeeds("umount", mount.toString());
        }
    }

    @Test
    void diskThatMayNotBeWrittenIsInvalidInput() throws IOException, InterruptedException {
        Path mount = mounted("size=160k,ro");
        try {
            StoredRun run = new StoredRun(mount.resolve("run").toString(), Map.of());
            Throwable error = catchThrowable(() -> run.predict(Admission.NEW));
            assertThat(error)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("cannot be written")
                    .hasMessageContaining("Read-only file system")
                    .hasMessageContaining("--out");
        } finally {
            succeeds("umount", mount.toString());
        }
    }

    /** A small disk in memory; the test is skipped where mounting is not allowed. */
    private Path mounted(String options) throws IOException, InterruptedException {
        Path mount = Files.createDirectories(temporary.resolve("disk"));
        assumeTrue(succeeds("mount", "-t", "tmpfs", "-o", options, "tmpfs", mount.toString()), "may mount");
        return mount;
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static void assertFullDisk(Throwable error, Path folder, StoredRun run) throws IOException {
        assertThat(error).hasMessageContaining("No space left on device");
        if (error instanceof InvalidInputException) {
            assertThat(error).hasMessageContaining("free space").hasMessageContaining("--out");
        } else {
            assertThat(error).isInstanceOf(InfrastructureException.class).hasMessageContaining("--resume");
            assertThat(ExitCode.of(error)).isEqualTo(ExitCode.INFRASTRUCTURE);
        }
        if (!Files.exists(folder)) {
            return;
        }
        Set<String> named = run.filesNamedByMarkers();
        try (Stream<Path> files = Files.walk(folder)) {
            Set<String> written = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toSet());
            assertThat(written)
                    .noneMatch(name -> name.substring(name.lastIndexOf('/') + 1).startsWith("."));
            assertThat(written.stream().filter(name -> name.endsWith(".parquet")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }
}
