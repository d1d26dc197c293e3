package org.grainflux.jobs.predict;

import java.util.Map;
import org.grainflux.core.ExitCode;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.jobs.engine.SparkEngine;
import org.grainflux.study.run.Admission;

/** A slow run in a process of its own, to be killed, contested or displaced by {@link KilledRunTest}. */
final class InterruptedRun {
    static final int STRUCTURES = 60;

    private InterruptedRun() {}

    public static void main(String[] args) {
        RunRequest request = FakeStudy.request(STRUCTURES, new FakeStudy(200, 0));
        int exitCode;
        try {
            exitCode = new PredictJob(request, args[0], new EngineArguments(Map.of()), System.out, System.err)
                    .run(
                            Admission.NEW,
                            () -> SparkEngine.start("test", Map.of("spark.master", "local[2]")),
                            (books, out) -> out.println("concluded"))
                    .code();
        } catch (RuntimeException e) {
            System.err.println(e.getMessage());
            exitCode = ExitCode.of(e).code();
        }
        System.exit(exitCode);
    }
}
