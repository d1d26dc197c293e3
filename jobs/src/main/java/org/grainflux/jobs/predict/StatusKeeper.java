package org.grainflux.jobs.predict;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.grainflux.core.ExitCode;
import org.grainflux.core.InfrastructureException;
import org.grainflux.core.InvalidInputException;
import org.grainflux.jobs.build.BuildInfo;
import org.grainflux.study.run.BatchOutcome;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps {@code status.json} true while a command works on a run. Once ended, it stays as it is. */
final class StatusKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(StatusKeeper.class);

    /** The file is for people and schedulers who look in now and then; object stores charge per write. */
    private static final long WRITE_EVERY_MILLIS = 2000;

    /** The platform's process start is only good to a second on Linux; this one to a millisecond. */
    private static final Instant PROCESS_STARTED =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

    /** Whoever reads the file may know by its age that the writer is gone. */
    static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final RunFolder folder;
    private final RunRequest request;
    private final Map<String, Double> timingsS = new LinkedHashMap<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "heartbeat of the run");
        thread.setDaemon(true);
        return thread;
    });
    private RunStatus.Counts counts;
    private String state;
    private Integer exitCode;
    private String message;
    private String engine;
    private long firstStartedMillis = Long.MAX_VALUE;
    private long firstFinishedMillis = Long.MAX_VALUE;
    private long computeNanos;
    private long lastWriteMillis;
    private boolean ended;

    StatusKeeper(RunFolder folder, RunRequest request, RunStatus.Counts counts) {
        this(folder, request, counts, RunStatus.RUNNING);
        heart.scheduleAtFixedRate(this::beat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** For a run that a cluster has yet to start. */
    static void submitted(RunFolder folder, RunRequest request, RunStatus.Counts counts) {
        new StatusKeeper(folder, request, counts, RunStatus.SUBMITTED).heart.shutdown();
    }

    private StatusKeeper(RunFolder folder, RunRequest request, RunStatus.Counts counts, String state) {
        this.folder = folder;
        this.request = request;
        this.engine = folder.status().map(RunStatus::engine).orElse("");
        // What was aborted earlier is tried again, so it is counted anew.
        this.counts = new RunStatus.Counts(
                counts.expected(), counts.completed(), counts.failed(), 0, counts.aborted() + counts.remaining());
        write(state, null, "");
    }

    /** What cannot be written now is written with the next change; a storage that stays away fails the batches. */
    private synchronized void beat() {
        try {
            if (System.currentTimeMillis() - lastWriteMillis >= HEARTBEAT.toMillis() / 2) {
                write(state, exitCode, message);
            }
        } catch (InfrastructureException e) {
            LOG.warn("the heartbeat was missed: {}", e.getMessage());
        }
    }

    synchronized void engineStarted(String description) {
        engine = description;
        mark("engine_started", System.currentTimeMillis());
        write(RunStatus.RUNNING, null, "");
    }

    synchronized void add(BatchOutcome outcome) {
        int completed = counts.completed() + outcome.completed();
        int failed = counts.failed() + outcome.failed();
        int aborted = counts.aborted() + outcome.aborted();
        counts = new RunStatus.Counts(
                counts.expected(), completed, failed, aborted, counts.expected() - completed - failed - aborted);
        firstStartedMillis = Math.min(firstStartedMillis, outcome.firstStartedMillis());
        firstFinishedMillis = Math.min(firstFinishedMillis, outcome.firstFinishedMillis());
        computeNanos += outcome.computeNanos();
        mark("first_realization_started", firstStartedMillis);
        mark("first_realization_finished", firstFinishedMillis);
        if (System.currentTimeMillis() - lastWriteMillis > WRITE_EVERY_MILLIS) {
            write(RunStatus.RUNNING, null, "");
        }
    }

    synchronized void computed(RunStatus.Counts committed) {
        counts = committed;
        mark("computed", System.currentTimeMillis());
        timingsS.put("inside_work_units", Math.round(computeNanos * 1e-6) / 1000.0);
        write(RunStatus.RUNNING, null, "");
    }

    /** The state is known and the report, which shows it, still to come: the exit code tells that nothing more is. */
    synchronized void decided(Verdict verdict) {
        write(verdict.state(), null, verdict.message());
    }

    synchronized void finished(Verdict verdict) {
        mark("finished", System.currentTimeMillis());
        end(verdict.state(), verdict.exitCode(), verdict.message());
    }

    synchronized void interrupted() {
        end(RunStatus.INTERRUPTED, ExitCode.INTERRUPTED, "interrupted; continue with --resume");
    }

    synchronized void failed(Throwable cause) {
        ExitCode exitCode = cause instanceof InfrastructureException
                ? ExitCode.INFRASTRUCTURE
                : cause instanceof InvalidInputException ? ExitCode.INVALID_INPUT : ExitCode.INTERNAL_ERROR;
        try {
            end(RunStatus.ERROR, exitCode, String.valueOf(cause.getMessage()));
        } catch (RuntimeException unwritable) {
            cause.addSuppressed(unwritable);
        }
    }

    private void end(String state, ExitCode exitCode, String message) {
        if (!ended) {
            write(state, exitCode.code(), message);
            ended = true;
            heart.shutdown();
        }
    }

    private void mark(String event, long epochMillis) {
        timingsS.put(event, (epochMillis - PROCESS_STARTED.toEpochMilli()) / 1000.0);
    }

    private void write(String state, Integer exitCode, String message) {
        if (ended) {
            return;
        }
        this.state = state;
        this.exitCode = exitCode;
        this.message = message;
        lastWriteMillis = System.currentTimeMillis();
        folder.writeStatus(new RunStatus(
                state,
                exitCode,
                message,
                request.study(),
                request.studyHash(),
                request.structures(),
                request.designs(),
                counts,
                engine,
                BuildInfo.versions(),
                PROCESS_STARTED.truncatedTo(ChronoUnit.MILLIS).toString(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                timingsS));
    }
}
