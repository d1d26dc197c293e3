package org.grainflux.jobs.predict;

import java.io.PrintStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.grainflux.core.ExitCode;
import org.grainflux.jobs.engine.BatchEngine;
import org.grainflux.jobs.engine.BatchTask;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.study.plan.PlannedUnits;
import org.grainflux.study.plan.StudyPlan;
import org.grainflux.study.run.Admission;
import org.grainflux.study.run.Batch;
import org.grainflux.study.run.FinishedWork;
import org.grainflux.study.run.Reconciliation;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunReader;
import org.grainflux.study.run.RunStatus;

/** One command on one run: computes what is not finished, then concludes. */
public final class PredictJob {
    private final RunRequest request;
    private final String location;
    private final EngineArguments engineArguments;
    private final PrintStream out;
    private final PrintStream progressStream;

    /**
     * @param out for results
     * @param progressStream for everything that is only of interest while waiting
     */
    public PredictJob(
            RunRequest request,
            String location,
            EngineArguments engineArguments,
            PrintStream out,
            PrintStream progressStream) {
        this.request = request;
        this.location = location;
        this.engineArguments = engineArguments;
        this.out = out;
        this.progressStream = progressStream;
    }

    /** The main path, from a validated study to the exit code. */
    public ExitCode run(Admission admission, Supplier<BatchEngine> engineStart, Conclusion conclusion) {
        // 1. The folder is checked and claimed before any work.
        RunFolder folder = engineArguments.folder(location);
        int claim = folder.open(request.studyYaml(), request.studyHash(), admission);
        FinishedWork before = folder.finishedWork(request.structures(), request.designs());
        StatusKeeper status = new StatusKeeper(folder, claim, request, before.counts());

        // 2. From here on the run can be interrupted and resumed at any moment.
        try (Interruption interruption = Interruption.watch(status)) {
            // 3. What is not finished is computed; for nothing no engine is started.
            announce(folder, before.counts());
            if (before.counts().missing() > 0) {
                compute(folder, claim, before, status, interruption, engineStart);
            }

            // 4. What counts is what was committed, not what was seen to pass; its books must balance.
            Reconciliation books = conclusion.books(RunReader.open(folder));
            status.computed(books);

            // 5. The verdict first, since the report shows it; then summary, table and report.
            Verdict verdict = Verdict.of(books, request.failureQuotaFraction());
            status.decided(verdict);
            conclusion.conclude(books, out);
            if (!verdict.message().isEmpty()) {
                progressStream.println(verdict.message());
            }
            status.finished(verdict);
            return verdict.exitCode();
        } catch (RuntimeException | Error e) {
            if (status.displaced().isPresent()) {
                throw status.displaced().get();
            }
            status.failed(e);
            throw e;
        }
    }

    private void compute(
            RunFolder folder,
            int claim,
            FinishedWork before,
            StatusKeeper status,
            Interruption interruption,
            Supplier<BatchEngine> engineStart) {
        try (BatchEngine engine = engineStart.get()) {
            interruption.cancels(engine);
            status.onDisplaced(engine::cancel);
            status.engineStarted(engine.description(), engine.cores());
            progressStream.println("engine: " + engine.description());

            // Remaining pairs of structure and design become work units, and these batches.
            PlannedUnits units = StudyPlan.units(
                    request.structures(), request.designs(), request.sharedModel(), engine.cores(), before::isFinished);
            List<Batch> batches = Batch.of(units, engine.cores());

            // Every batch is computed, written and committed where it is sent.
            int expected = before.counts().missing();
            try (ProgressDisplay progress = ProgressDisplay.start(expected, progressStream)) {
                engine.run(batches, task(folder, claim, threads(units.size())), outcome -> {
                    status.add(outcome);
                    progress.add(outcome);
                });
            }
        } finally {
            interruption.cancels(null);
        }
    }

    /** Of each unit, when there are more cores in this process than units. A cluster gives a unit one core. */
    private int threads(int units) {
        return Math.max(1, engineArguments.embeddedCores() / Math.max(1, units));
    }

    private BatchTask task(RunFolder folder, int claim, int threads) {
        return new BatchTask(
                UUID.randomUUID().toString(),
                request.study(),
                folder.location(),
                engineArguments.hadoopSettings(),
                request.designs(),
                claim,
                request.runners().get().onThreads(threads));
    }

    private void announce(RunFolder folder, RunStatus.Counts counts) {
        int finished = counts.completed() + counts.failed();
        progressStream.println(request.study() + ": " + request.structures() + " "
                + request.nouns().structures() + " × " + request.designs().size() + " "
                + request.nouns().designs() + " = " + request.realizations() + " realizations"
                + (finished == 0 ? "" : ", " + finished + " of them finished before"));
        progressStream.println("run folder: " + folder.location());
    }
}
