package org.grainflux.jobs.engine;

import java.util.Map;
import org.apache.spark.SparkConf;

/** Settings of the engine where the command line names none. */
final class EngineDefaults {
    /**
     * Shorter tasks are not worth a second attempt: it would first be sent the run and build its runner, and an executor that
     * pauses for seconds (garbage collection, a busy disk) goes on by itself. Assumed.
     */
    private static final String SHORTEST_SPECULATED_TASK = "10s";

    /** Spark's own name for it (SecurityManager.ENV_AUTH_SECRET). */
    private static final String SECRET_VARIABLE = "_SPARK_AUTH_SECRET";

    private EngineDefaults() {}

    /** @param settings Spark settings by their names; they win over the defaults here */
    static SparkConf of(String applicationName, Map<String, String> settings) {
        SparkConf conf = new SparkConf();
        settings.forEach(conf::set);
        conf.setIfMissing("spark.master", "local[*]");
        conf.setIfMissing("spark.app.name", applicationName);
        conf.setIfMissing("spark.locality.wait", "0s");
        if (conf.get("spark.master").startsWith("local")) {
            embed(conf);
        } else {
            distribute(conf);
        }
        offerMetrics(conf);
        KryoSettings.apply(conf);
        return conf;
    }

    /** Nothing outside this machine talks to an embedded engine; the name of the host may not even resolve. */
    private static void embed(SparkConf conf) {
        conf.setIfMissing("spark.driver.host", "localhost");
        conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }

    /**
     * A task that still runs when nine tenths are done (Spark's quantile), three times as long as their median (its
     * multiplier), is given a second attempt on a core that has nothing else to do; the first to commit counts. One slow
     * machine then does not hold up a whole run.
     */
    private static void distribute(SparkConf conf) {
        if (!ApplicationJars.find().isEmpty()) {
            conf.setIfMissing("spark.jars", String.join(",", ApplicationJars.find()));
        }
        takeSecret(conf);
        conf.setIfMissing("spark.speculation", "true");
        conf.setIfMissing("spark.speculation.minTaskRuntime", SHORTEST_SPECULATED_TASK);
    }

    /**
     * A standalone worker tells the secret to the driver it starts by an environment variable, which other users cannot read,
     * and not on its command line. Its own connection takes it from there; a context wants it among the settings.
     */
    private static void takeSecret(SparkConf conf) {
        String told = System.getenv(SECRET_VARIABLE);
        if (told != null && conf.getBoolean("spark.authenticate", false)) {
            conf.setIfMissing("spark.authenticate.secret", told);
        }
    }

    /** On the engine's page only, which is off unless asked for; names do not change from run to run. */
    private static void offerMetrics(SparkConf conf) {
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        conf.setIfMissing("spark.ui.prometheus.enabled", "true");
        conf.setIfMissing("spark.metrics.namespace", "grainflux");
        conf.setIfMissing(
                "spark.metrics.conf.driver.sink.prometheusServlet.class",
                "org.apache.spark.metrics.sink.PrometheusServlet");
        conf.setIfMissing("spark.metrics.conf.driver.sink.prometheusServlet.path", "/metrics/prometheus");
    }
}
