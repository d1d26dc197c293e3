package org.grainflux.jobs.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A master and workers of one core each, as processes of their own on the loopback device. Their engine is a folder of
 * links to the jars of this build, which holds none of GrainFlux's own: what a run needs of those must be sent to it.
 */
final class StandaloneCluster implements AutoCloseable {
    private final Path folder;
    private final Map<String, String> environment;
    private final List<String> options;
    private final int port;
    private final List<Process> workers = new ArrayList<>();
    private Process master;

    private StandaloneCluster(Path folder, Map<String, String> environment, List<String> options, int port) {
        this.folder = folder;
        this.environment = environment;
        this.options = options;
        this.port = port;
    }

    static StandaloneCluster start(Path folder, int workers) throws IOException, InterruptedException {
        return start(folder, workers, Map.of());
    }

    /**
     * @param environment of all its processes
     * @param options of master and workers
     */
    static StandaloneCluster start(Path folder, int workers, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        StandaloneCluster cluster = new StandaloneCluster(
                Files.createDirectories(folder), environment, List.of(options), Launch.freePort());
        cluster.master = cluster.launch(
                "master",
                "org.apache.spark.deploy.master.Master",
                List.of("--host", "127.0.0.1", "--port", String.valueOf(cluster.port), "--webui-port", "0"));
        Launch.awaitPort(cluster.port, cluster.master, folder.resolve("master.log"));
        for (int i = 0; i < workers; i++) {
            cluster.addWorker();
        }
        return cluster;
    }

    String url() {
        return "spark://127.0.0.1:" + port;
    }

    /** Each on an address of its own, as on machines of their own: second attempts go to another host. */
    void addWorker() throws IOException {
        String name = "worker-" + workers.size();
        workers.add(launch(
                name,
                "org.apache.spark.deploy.worker.Worker",
                List.of(
                        "--host",
                        "127.0.0." + (1 + workers.size()),
                        "--webui-port",
                        "0",
                        "--cores",
                        "1",
                        "--memory",
                        "2g",
                        "--work-dir",
                        folder.resolve(name).toString(),
                        url())));
    }

    /** Kills a worker and what runs on it, as the loss of its machine would. */
    void killWorker(int index) {
        Process worker = workers.get(index);
        worker.descendants().forEach(ProcessHandle::destroyForcibly);
        worker.destroyForcibly();
    }

    /** Kills one running process of a main class on the workers; false when there is none. */
    boolean kill(String mainClass) {
        return find(mainClass).map(ProcessHandle::destroyForcibly).orElse(false);
    }

    /** One running process of a main class on the workers. */
    Optional<ProcessHandle> find(String mainClass) {
        return workers.stream()
                .flatMap(Process::descendants)
                .filter(process -> ProcessWatch.commandLine(process).contains(mainClass))
                .findFirst();
    }

    /** What all executors have written to their logs. */
    List<String> executorLogs() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path log : files.filter(file -> file.endsWith("stderr")).toList()) {
                lines.addAll(Files.readAllLines(log));
            }
        }
        return lines;
    }

    private Process launch(String name, String mainClass, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Launch.engineFlags());
        command.addAll(List.of(
                "-Xmx512m",
                "-Dspark.master.rest.enabled=false",
                "-cp",
                Launch.engine().resolve("jars") + "/*",
                mainClass));
        command.addAll(options);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", Launch.engine().toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().putAll(environment);
        return builder.start();
    }

    @Override
    public void close() {
        for (Process worker : workers) {
            worker.descendants().forEach(ProcessHandle::destroyForcibly);
            worker.destroyForcibly();
        }
        master.destroyForcibly();
    }
}
