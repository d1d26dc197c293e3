package org.grainflux.jobs.engine;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.grainflux.study.execution.LogContext;
import org.grainflux.study.run.Batch;
import org.grainflux.study.run.BatchOutcome;
import org.grainflux.study.run.BatchRunner;
import org.grainflux.study.run.RunFolder;

/**
 * What every task of a run does with its batch.
 *
 * @param runId unique per command, so that threads that outlive a run do not mix runs
 * @param round number of the command's claim on the run
 * @param study name, for the log
 * @param hadoopSettings settings of the file system that holds the run's folder
 */
public record BatchTask(
        String runId,
        String study,
        String location,
        Map<String, String> hadoopSettings,
        List<String> designs,
        int round,
        RunnerFactory runners)
        implements Serializable {
    /** Building a runner may cost more than a small unit; executor threads are reused, so their runner is too. */
    private static final ThreadLocal<RunnerOfThread> RUNNER = new ThreadLocal<>();

    private record RunnerOfThread(String runId, BatchRunner runner) {}

    public BatchTask {
        hadoopSettings = Map.copyOf(hadoopSettings);
        designs = List.copyOf(designs);
    }

    public BatchOutcome run(Batch batch) {
        ExecutorLog.configure();
        return LogContext.STUDY.during(study, () -> runner().run(batch));
    }

    private BatchRunner runner() {
        RunnerOfThread known = RUNNER.get();
        if (known == null || !known.runId().equals(runId)) {
            RunFolder folder = RunFolder.at(location, hadoopConfiguration(hadoopSettings));
            known = new RunnerOfThread(runId, new BatchRunner(folder, designs, round, runners.create(folder)));
            RUNNER.set(known);
        }
        return known.runner();
    }

    /** Without the settings, which may be secrets. */
    @Override
    public String toString() {
        return "BatchTask[" + study + " in " + location + ", round " + round + "]";
    }

    static Configuration hadoopConfiguration(Map<String, String> settings) {
        Configuration configuration = new Configuration();
        settings.forEach(configuration::set);
        return configuration;
    }
}
