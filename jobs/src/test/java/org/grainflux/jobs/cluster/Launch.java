package org.grainflux.jobs.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program, started as a user would start it. */
final class Launch {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();
    private static final Path BUILT = HOME.resolve("jobs/target/launch");
    private static final long LIMIT_MINUTES = 10;

    private Launch() {}

    /** A study that comes with the program. */
    static String study(String name) {
        return HOME.resolve("configs").resolve(name).toString();
    }

    /** The engine as a folder of links to its jars, which holds none of GrainFlux's own. */
    static Path engine() throws IOException {
        Path engine = HOME.resolve("jobs/target/engine-of-tests");
        Path jars = Files.createDirectories(engine.resolve("jars"));
        for (String jar : read("engine.path").split(File.pathSeparator)) {
            Path link = jars.resolve(Path.of(jar).getFileName());
            if (!Files.exists(link)) {
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, Path.of(jar));
            }
        }
        return engine;
    }

    static List<String> engineFlags() {
        return List.of(read("engine.flags").split("\\s+"));
    }

    /** Starts {@code grainflux ARGUMENTS}; both its streams go to the log. */
    static Process grainflux(Path log, String... arguments) {
        List<String> command = new ArrayList<>(List.of(HOME.resolve("grainflux").toString()));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
            builder.environment().put("GRAINFLUX_OPTS", "-Xmx1g");
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code of a command that must end. */
    static int exitCode(Process process) throws InterruptedException {
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("a command did not end within " + LIMIT_MINUTES + " minutes");
        }
        return process.exitValue();
    }

    private static String read(String name) {
        try {
            return Files.readString(BUILT.resolve(name)).trim();
        } catch (IOException e) {
            throw new UncheckedIOException("the program is not packaged", e);
        }
    }
}
