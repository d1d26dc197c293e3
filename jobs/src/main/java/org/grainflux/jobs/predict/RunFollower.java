package org.grainflux.jobs.predict;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.grainflux.core.InfrastructureException;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunStatus;

/** Follows a run that another process works on, by its {@code status.json}. */
public final class RunFollower {
    private static final long ASK_EVERY_MILLIS = 1000;

    /** A successor waits for six heartbeats before it takes over, and needs time to start. */
    private static final Duration LONGEST_SILENCE = RunStatus.HEARTBEAT.multipliedBy(12);

    private final RunFolder folder;
    private final PrintStream out;
    private final Runnable whileSubmitted;
    private String shown = "";

    public RunFollower(RunFolder folder, PrintStream out) {
        this(folder, out, () -> {});
    }

    /** @param whileSubmitted called once a second while a cluster has yet to start the run */
    RunFollower(RunFolder folder, PrintStream out, Runnable whileSubmitted) {
        this.folder = folder;
        this.out = out;
        this.whileSubmitted = whileSubmitted;
    }

    /**
     * Shows what changes until the run has ended.
     *
     * @return its last status, with an exit code
     * @throws InfrastructureException when whoever works on it has fallen silent
     */
    public RunStatus follow() {
        while (true) {
            RunStatus status = folder.status()
                    .orElseThrow(() -> new InfrastructureException(
                            "the run in " + folder.location() + " has lost its status.json"));
            show(status);
            if (status.exitCode() != null) {
                return status;
            }
            if (status.state().equals(RunStatus.SUBMITTED)) {
                whileSubmitted.run();
            }
            requireHeartbeat(status);
            pause();
        }
    }

    /** One line: state, counts, and since when. */
    public static String line(RunStatus status) {
        RunStatus.Counts counts = status.counts();
        return String.format(
                Locale.ROOT,
                "%s: %s, %d of %d realizations completed, %d failed, %d aborted, %d remaining",
                status.study(),
                status.state(),
                counts.completed(),
                counts.expected(),
                counts.failed(),
                counts.aborted(),
                counts.remaining());
    }

    private void show(RunStatus status) {
        String line = line(status);
        if (!line.equals(shown)) {
            out.println(line);
            shown = line;
        }
    }

    private void requireHeartbeat(RunStatus status) {
        Duration silence = Duration.between(Instant.parse(status.updatedUtc()), Instant.now());
        if (!status.state().equals(RunStatus.SUBMITTED) && silence.compareTo(LONGEST_SILENCE) > 0) {
            throw new InfrastructureException("nobody has worked on the run in " + folder.location() + " for "
                    + silence.toSeconds() + " s; its process was probably killed, continue with --resume");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ASK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("interrupted while following a run, which goes on", e);
        }
    }
}
