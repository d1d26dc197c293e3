package org.grainflux.bench.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.grainflux.core.ExitCode;

/** Runs other programs on one core. */
final class Program {
    /** Of a program that was ended before it ended itself. */
    private static final int ENDED = -1;

    /** How a program ended. @param line its first line when it succeeded, else the last one of its errors */
    record Outcome(int exitCode, String line) {
        boolean success() {
            return exitCode == ExitCode.COMPLETE.code();
        }
    }

    private Program() {}

    /** The first line of what a program prints, if it can be started and succeeds. */
    static Optional<String> tryLine(List<String> command) {
        try {
            Outcome outcome = run(command, 60);
            return outcome.success() ? Optional.of(outcome.line()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static boolean succeeds(List<String> command) {
        return tryLine(command).isPresent();
    }

    /**
     * Runs a program to its end.
     *
     * @param limitS seconds after which it is ended and counts as failed
     */
    static Outcome run(List<String> command, long limitS) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(false);
        for (String library : List.of("OMP", "OPENBLAS", "MKL")) {
            builder.environment().put(library + "_NUM_THREADS", "1");
        }
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> errors = new ArrayList<>();
        Thread collector = new Thread(() -> collect(process, errors));
        collector.start();
        try (BufferedReader out = reader(process.getInputStream())) {
            // Peers print one short line, so waiting first cannot block them.
            boolean ended = process.waitFor(limitS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
                return new Outcome(ENDED, "did not end within " + limitS + " s");
            }
            collector.join();
            String line = out.readLine();
            int exitCode = process.exitValue();
            String last = errors.isEmpty() ? "exit code " + exitCode : errors.get(errors.size() - 1);
            return new Outcome(exitCode, exitCode != 0 ? last : line == null ? "" : line);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return new Outcome(ENDED, "interrupted");
        }
    }

    private static BufferedReader reader(java.io.InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    private static void collect(Process process, List<String> lines) {
        try (BufferedReader err = reader(process.getErrorStream())) {
            err.lines().filter(line -> !line.isBlank()).forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("its messages were lost: " + e.getMessage());
        }
    }
}
