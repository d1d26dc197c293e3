package org.grainflux.jobs.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program, started as a user would start it. */
final class Launch {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();
    private static final Path BUILT = HOME.resolve("jobs/target/launch");
    private static final long LIMIT_MINUTES = 10;
    private static final long START_SECONDS = 90;

    static {
        markBuilt();
    }

    private Launch() {}

    /** Maven has just packaged what is tested: the launcher need not build it again. */
    private static void markBuilt() {
        try {
            Files.writeString(BUILT.resolve("built"), "");
        } catch (IOException e) {
            throw new UncheckedIOException("the program is not packaged", e);
        }
    }

    /** A file that comes with the program. */
    static Path shipped(String name) {
        return HOME.resolve(name);
    }

    static String study(String name) {
        return shipped("configs").resolve(name).toString();
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

    /** A new folder below that of the build, for what outlives one test. */
    static Path scratch(String name) {
        try {
            return Files.createTempDirectory(HOME.resolve("jobs/target"), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts {@code grainflux ARGUMENTS}; both its streams go to the log. */
    static Process grainflux(Path log, String... arguments) {
        return grainflux(log, Map.of(), arguments);
    }

    static Process grainflux(Path log, Map<String, String> environment, String... arguments) {
        return start(log, environment, List.of(), arguments);
    }

    /** @param wrapper a program with its arguments that starts the rest of its command line */
    static Process start(Path log, Map<String, String> environment, List<String> wrapper, String... arguments) {
        List<String> command = new ArrayList<>(wrapper);
        command.add(HOME.resolve("grainflux").toString());
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            // Where it listens is for the program to decide.
            builder.environment().remove("SPARK_LOCAL_IP");
            builder.environment().put("GRAINFLUX_OPTS", "-Xmx1g");
            builder.environment().putAll(environment);
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

    /** A port of the loopback device that nobody listens on now. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until a process of a cluster listens. */
    static void awaitPort(int port, Process process, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < deadline && process.isAlive()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(200);
            }
        }
        throw new IOException("nobody listens on port " + port + ":\n" + Files.readString(log));
    }

    private static String read(String name) {
        try {
            return Files.readString(BUILT.resolve(name)).trim();
        } catch (IOException e) {
            throw new UncheckedIOException("the program is not packaged", e);
        }
    }
}
