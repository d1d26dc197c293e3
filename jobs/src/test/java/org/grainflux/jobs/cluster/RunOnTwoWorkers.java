package org.grainflux.jobs.cluster;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of two workers and a run for it, new for each test. */
abstract class RunOnTwoWorkers {
    @TempDir
    Path temporary;

    StandaloneCluster cluster;
    ClusterRun run;

    @BeforeEach
    void startCluster() throws IOException, InterruptedException {
        cluster = StandaloneCluster.start(temporary.resolve("cluster"), 2);
        run = new ClusterRun(cluster, temporary.resolve("run").toString(), temporary);
    }

    @AfterEach
    void stopCluster() {
        cluster.close();
    }
}
