package org.grainflux.jobs.predict;

import java.time.Duration;
import java.util.Optional;
import org.grainflux.core.ExitCode;
import org.grainflux.jobs.engine.SubmittedDriver;
import org.grainflux.study.run.Admission;
import org.grainflux.study.run.RunFolder;

/**
 * Ends a run whose driver does not begin its first life. A virtual machine that does not start leaves no mark for {@link DriverLives} to
 * count, and a cluster that supervises starts it again for ever, after 1, 2, 4, … s; so what is bounded here is the time since the cluster
 * started it first.
 */
final class DriverStart {
    /** Some eight starts by a supervising cluster. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** Between two questions to the cluster: waiting for free cores may take hours. */
    static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(10);

    private final RunFolder folder;
    private final int handedOver;
    private final SubmittedDriver driver;
    private final Duration longest;
    private final Duration betweenQuestions;
    private long askedNanos;
    private Optional<Long> startedNanos = Optional.empty();
    private boolean watching = true;

    /** @param handedOver number of the claim under which the run was submitted */
    DriverStart(RunFolder folder, int handedOver, SubmittedDriver driver, Duration longest, Duration betweenQuestions) {
        this.folder = folder;
        this.handedOver = handedOver;
        this.driver = driver;
        this.longest = longest;
        this.betweenQuestions = betweenQuestions;
        this.askedNanos = System.nanoTime();
    }

    /** To be called again and again while the run is followed. */
    void watch() {
        long now = System.nanoTime();
        if (!watching || now - askedNanos < betweenQuestions.toNanos()) {
            return;
        }
        askedNanos = now;
        if (folder.hasBegunLife(handedOver)) {
            watching = false;
            return;
        }
        Optional<String> state = driver.state();
        if (state.isEmpty() || state.get().equals(SubmittedDriver.WAITING)) {
            return;
        }
        if (!state.get().equals(SubmittedDriver.RUNNING)) {
            // It may have begun and ended between the two questions.
            if (!folder.hasBegunLife(handedOver)) {
                end("ended (" + state.get() + ") before it began");
            }
            watching = false;
            return;
        }
        startedNanos = startedNanos.or(() -> Optional.of(now));
        if (now - startedNanos.get() > longest.toNanos()) {
            driver.kill();
            end("did not begin within " + longest.toSeconds() + " s after the cluster had started it");
            watching = false;
        }
    }

    private void end(String what) {
        folder.giveUp(
                Admission.handedOver(handedOver),
                ExitCode.INFRASTRUCTURE,
                "the driver of the run in " + folder.location() + ", " + driver.id() + " on the cluster, " + what
                        + ": its Java virtual machine does not start there, and is not tried again; look at its stderr on the worker, e.g. for"
                        + " --driver-memory, spark.driver.extraJavaOptions and the application's jars, then continue with --resume");
    }
}
