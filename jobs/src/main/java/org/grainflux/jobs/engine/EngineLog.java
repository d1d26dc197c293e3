package org.grainflux.jobs.engine;

import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;

/** The engine's own log in a driver. */
final class EngineLog {
    /** Silent in {@code log4j2.properties}, since they would repeat what a refused command says itself. */
    private static final List<String> SILENT_WHILE_CONNECTING = List.of(
            "org.apache.spark.scheduler.TaskSetManager",
            "org.apache.spark.network",
            "org.apache.spark.deploy.client",
            "org.apache.spark.scheduler.cluster.StandaloneSchedulerBackend");

    private EngineLog() {}

    /**
     * From now on the troubles of the engine are worth a line: lost executors and masters, tasks that failed and are tried
     * again. A driver on a cluster has the cluster's settings, which silence nothing and stay.
     */
    static void connected() {
        for (String name : SILENT_WHILE_CONNECTING) {
            if (LogManager.getLogger(name).getLevel() == Level.OFF) {
                Configurator.setLevel(name, Level.WARN);
            }
        }
    }
}
