package org.grainflux.jobs.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.grainflux.core.InfrastructureException;
import org.grainflux.study.run.Batch;
import org.grainflux.study.run.BatchOutcome;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/**
 * Batches as Spark tasks, one batch each. Only batches travel out and only {@link BatchOutcome}s come back; rows go from
 * the tasks to the run's folder. Embedded ({@code local[*]}) unless the settings name a cluster.
 */
public final class SparkEngine implements BatchEngine {
    /** How long a cluster may take to give the first executor. */
    private static final String EXECUTOR_WAIT = "spark.grainflux.executorWait";

    /** A queue of a busy cluster is worth some waiting; a client nobody knows is refused within a minute by Spark. */
    private static final String DEFAULT_EXECUTOR_WAIT = "10min";

    private final JavaSparkContext spark;
    private final String master;
    private final RealizationMetrics metrics = new RealizationMetrics();

    private SparkEngine(JavaSparkContext spark) {
        this.spark = spark;
        this.master = spark.master();
        spark.env().metricsSystem().registerSource(metrics);
    }

    /**
     * Starts Spark, or joins the context that {@code spark-submit} or a test has started in this process.
     *
     * @param settings Spark settings by their names; they win over the defaults here
     */
    public static SparkEngine start(String applicationName, Map<String, String> settings) {
        SparkConf conf = EngineDefaults.of(applicationName, settings);
        long waitS = conf.getTimeAsSeconds(EXECUTOR_WAIT, DEFAULT_EXECUTOR_WAIT);
        try {
            SparkEngine engine = new SparkEngine(new JavaSparkContext(conf));
            if (!engine.master.startsWith("local")) {
                engine.awaitExecutor(waitS);
                EngineLog.connected();
            }
            return engine;
        } catch (InfrastructureException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InfrastructureException(
                    "the engine could not be started on " + conf.get("spark.master") + ": " + e.getMessage()
                            + "; run ./grainflux doctor, or check what follows -- on the command line",
                    e);
        }
    }

    /**
     * A cluster that does not know this client leaves it without executors. Where executors come with the work, there is
     * nothing to wait for.
     */
    private void awaitExecutor(long waitS) {
        if (spark.getConf().getBoolean("spark.dynamicAllocation.enabled", false)) {
            return;
        }
        long end = System.nanoTime() + waitS * 1_000_000_000L;
        // The driver is listed too.
        while (spark.sc().isStopped() || spark.sc().statusTracker().getExecutorInfos().length < 2) {
            boolean refused = spark.sc().isStopped();
            if (refused || System.nanoTime() > end) {
                spark.close();
                throw new InfrastructureException(
                        refused
                                ? "no master at " + master
                                        + " took this client; check the address and, on a secured cluster, the"
                                        + " secret: -- --properties-file FILE with spark.authenticate and spark.authenticate.secret"
                                : "the cluster at " + master + " gave no executor within " + waitS
                                        + " s: it is busy, has no"
                                        + " worker with that much memory (--executor-memory), or its workers do not reach this"
                                        + " machine (spark.driver.host); wait longer with --conf " + EXECUTOR_WAIT
                                        + "=1h");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("interrupted while waiting for an executor", e);
        }
    }

    @Override
    public int cores() {
        return Math.max(1, spark.sc().defaultParallelism());
    }

    @Override
    public String description() {
        return "Spark " + spark.version() + " on " + master + ", " + cores() + (cores() == 1 ? " core" : " cores");
    }

    @Override
    public void run(List<Batch> batches, BatchTask task, Consumer<BatchOutcome> onBatch) {
        if (batches.isEmpty()) {
            return;
        }
        metrics.expect(batches);
        JavaRDD<Batch> distributed = spark.parallelize(batches, batches.size());
        List<Object> partitions =
                IntStream.range(0, batches.size()).<Object>mapToObj(i -> i).toList();
        // Cancelled tasks are interrupted, so that they end at their next point of cancellation.
        spark.setJobGroup(task.runId(), "realizations", true);
        try {
            // Outcomes reach the driver one by one as tasks end, which feeds the progress bar; collect() would not.
            spark.sc()
                    .runJob(
                            distributed.rdd(),
                            new TaskBody(task),
                            CollectionConverters.asScala(partitions).toSeq(),
                            new OutcomeHandler(metrics.andThen(onBatch)),
                            ClassTag$.MODULE$.apply(BatchOutcome.class));
        } catch (Exception e) {
            // Scala declares nothing: SparkException is checked and comes all the same.
            throw new InfrastructureException(
                    "the engine gave up: " + firstLine(e) + "; what is committed stays, resume"
                            + " with --resume once the cause is removed",
                    e);
        }
    }

    private static String firstLine(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InfrastructureException) {
                return cause.getMessage();
            }
        }
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
    }

    @Override
    public void cancel() {
        // Every task that is given up would report its loss.
        spark.setLogLevel("OFF");
        spark.sc().cancelAllJobs();
    }

    @Override
    public void close() {
        spark.close();
    }
}
