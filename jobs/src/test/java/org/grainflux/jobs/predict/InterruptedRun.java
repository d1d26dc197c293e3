package org.grainflux.jobs.predict;

import java.util.Map;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.jobs.engine.SparkEngine;

/** A slow run in a process of its own, to be killed by {@link KilledRunTest}. */
final class InterruptedRun {
    static final int STRUCTURES = 60;

    private InterruptedRun() {}

    public static void main(String[] args) {
        RunRequest request = FakeStudy.request(STRUCTURES, new FakeStudy(200, 0));
        new PredictJob(request, args[0], new EngineArguments(Map.of()), System.out, System.err)
                .run(
                        false,
                        () -> SparkEngine.start("test", Map.of("spark.master", "local[2]")),
                        (folder, out) -> out.println("concluded"));
        System.exit(0);
    }
}
