package org.grainflux.jobs.predict;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.grainflux.core.ExitCode;
import org.grainflux.core.HeldByAnotherException;
import org.grainflux.core.InfrastructureException;
import org.grainflux.jobs.build.BuildInfo;
import org.grainflux.study.run.BatchOutcome;
import org.grainflux.study.run.Reconciliation;
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

    private final RunFolder folder;
    private final int claim;
    private final RunRequest request;
    private final Map<String, Double> timingsS = new LinkedHashMap<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "heartbeat of the run");
        thread.setDaemon(true);
        return thread;
    });
    private RunStatus.Counts counts;
    private Map<String, String> missing = Map.of();
    private String state;
    private Integer exitCode;
    private String message;
    private String engine;
    private int cores;
    private long firstStartedMillis = Long.MAX_VALUE;
    private long firstFinishedMillis = Long.MAX_VALUE;
    private long computeNanos;
    private long lastWriteMillis;
    private boolean ended;
    private HeldByAnotherException displaced;
    private Runnable onDisplaced = () -> {};

    /** @param claim number of this command's claim on the folder */
    StatusKeeper(RunFolder folder, int claim, RunRequest request, RunStatus.Counts counts) {
        this(folder, claim, request, counts, RunStatus.RUNNING);
        long everyMillis = RunStatus.HEARTBEAT.toMillis();
        heart.scheduleAtFixedRate(this::beat, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    /** For a run that a cluster has yet to start. */
    static StatusKeeper submitted(RunFolder folder, int claim, RunRequest request, RunStatus.Counts counts) {
        StatusKeeper keeper = new StatusKeeper(folder, claim, request, counts, RunStatus.SUBMITTED);
        keeper.heart.shutdown();
        return keeper;
    }

    private StatusKeeper(RunFolder folder, int claim, RunRequest request, RunStatus.Counts counts, String state) {
        this.folder = folder;
        this.claim = claim;
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
            if (System.currentTimeMillis() - lastWriteMillis >= RunStatus.HEARTBEAT.toMillis() / 2) {
                write(state, exitCode, message);
            }
        } catch (HeldByAnotherException e) {
            heart.shutdown();
            onDisplaced.run();
        } catch (InfrastructureException e) {
            LOG.warn("the heartbeat was missed: {}", e.getMessage());
        }
    }

    /** @param stop ends the work once another command has taken the run over; called from a thread of its own */
    synchronized void onDisplaced(Runnable stop) {
        onDisplaced = stop;
    }

    /** Why this command must not go on; empty while it holds the run. */
    synchronized Optional<HeldByAnotherException> displaced() {
        return Optional.ofNullable(displaced);
    }

    synchronized void engineStarted(String description, int engineCores) {
        engine = description;
        cores = engineCores;
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

    synchronized void computed(Reconciliation books) {
        counts = books.counts();
        missing = books.missingByDesign();
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
        if (cores > 0) {
            timingsS.put("of_all_cores", cores * timingsS.get("finished"));
        }
        end(verdict.state(), verdict.exitCode(), verdict.message());
    }

    synchronized void interrupted() {
        end(RunStatus.INTERRUPTED, ExitCode.INTERRUPTED, "interrupted; continue with --resume");
    }

    synchronized void failed(Throwable cause) {
        try {
            end(RunStatus.ERROR, ExitCode.of(cause), String.valueOf(cause.getMessage()));
        } catch (RuntimeException unwritable) {
            cause.addSuppressed(unwritable);
        }
    }

    private void end(String state, ExitCode exitCode, String message) {
        if (!ended) {
            try {
                write(state, exitCode.code(), message);
            } finally {
                ended = true;
                heart.shutdown();
            }
        }
    }

    private void mark(String event, long epochMillis) {
        timingsS.put(event, (epochMillis - PROCESS_STARTED.toEpochMilli()) / 1000.0);
    }

    private void write(String state, Integer exitCode, String message) {
        if (ended) {
            return;
        }
        try {
            folder.requireHeld(claim);
        } catch (HeldByAnotherException e) {
            displaced = e;
            throw e;
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
                missing,
                claim,
                engine,
                BuildInfo.versions(),
                PROCESS_STARTED.truncatedTo(ChronoUnit.MILLIS).toString(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                timingsS));
    }
}
