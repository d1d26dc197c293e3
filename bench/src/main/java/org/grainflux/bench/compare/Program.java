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

/** Runs other programs on one core. */
final class Program {
    /** How a program ended. @param line its last line, e.g. its JSON or its error */
    record Outcome(boolean success, String line) {}

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
                return new Outcome(false, "did not end within " + limitS + " s");
            }
            collector.join();
            String line = out.readLine();
            boolean success = process.exitValue() == 0;
            String last = errors.isEmpty() ? "exit code " + process.exitValue() : errors.get(errors.size() - 1);
            return new Outcome(success, success ? line == null ? "" : line : last);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return new Outcome(false, "interrupted");
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
