package org.grainflux.jobs.engine;

import java.net.URI;
import java.net.URISyntaxException;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkEnv;

/**
 * The log of an executor: the engine starts it with settings of its own, before it has been sent this program's. Each
 * line of a unit then carries study, design and realization.
 */
final class ExecutorLog {
    private static final String SETTINGS = "/log4j2-executor.properties";
    private static boolean configured;

    private ExecutorLog() {}

    /** Once per process; the log of a driver or of an embedded engine is left as it is. */
    static synchronized void configure() {
        if (configured || SparkEnv.get() == null || SparkEnv.get().executorId().equals("driver")) {
            return;
        }
        configured = true;
        try {
            URI settings = ExecutorLog.class.getResource(SETTINGS).toURI();
            Configurator.reconfigure(settings);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(SETTINGS + " has no address", e);
        }
    }
}
