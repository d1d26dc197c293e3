package org.grainflux.jobs.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;
import org.grainflux.core.InfrastructureException;

/**
 * Hands a whole command to a cluster ({@code --deploy-mode cluster}) through Spark's own submission program, which runs in
 * a process of its own because it ends the one it runs in.
 */
public final class DriverSubmission {
    private static final String SUBMIT = "org.apache.spark.deploy.SparkSubmit";

    /** Spark's own client gives up after three attempts of 20 s (StandaloneAppClient). */
    private static final long LONGEST_SUBMISSION_S = 90;

    private final EngineArguments arguments;
    private final List<String> application;

    /** @throws InfrastructureException when this process does not know the application's jars */
    public DriverSubmission(EngineArguments arguments) {
        this.arguments = arguments;
        this.application = ApplicationJars.find();
        if (application.isEmpty()) {
            throw new InfrastructureException(
                    "--deploy-mode cluster needs the application's jars; start the program with ./grainflux");
        }
    }

    /**
     * Returns once the cluster has taken the command: the driver, where the cluster is one that can be asked about it.
     *
     * @param command of grainflux, run by the cluster
     * @param log where the submission program talks
     * @throws InfrastructureException when the cluster refuses it or is not reached
     */
    public Optional<SubmittedDriver> submit(List<String> command, PrintStream log) {
        Path settings = null;
        try {
            settings = settingsFile();
            Process process = new ProcessBuilder(commandLine(settings, command))
                    .redirectErrorStream(true)
                    .start();
            // A master that is silent for ever must not make this command wait for ever.
            CompletableFuture.delayedExecutor(LONGEST_SUBMISSION_S, TimeUnit.SECONDS)
                    .execute(process::destroyForcibly);
            List<String> output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                output.stream().filter(DriverSubmission::tellsACause).forEach(log::println);
                throw new InfrastructureException(
                        "the cluster at " + arguments.settings().get("spark.master")
                                + " did not take the command (exit code " + exitCode
                                + " of spark-submit, what it said stands above); check the address, the secret (spark.authenticate.secret) and the"
                                + " other settings after --");
            }
            return ClusterDriver.in(String.join("\n", output), arguments);
        } catch (IOException e) {
            throw new InfrastructureException(
                    "the submission to the cluster could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("interrupted while submitting; the cluster may run the command", e);
        } finally {
            delete(settings);
        }
    }

    /** Not where in the engine's code it happened. */
    private static boolean tellsACause(String line) {
        return line.contains(" ERROR ") || line.contains(" WARN ") || line.startsWith("Caused by:");
    }

    private List<String> commandLine(Path settings, List<String> command) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(JavaModuleOptions.defaultModuleOptions().trim().split("\\s+")));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), SUBMIT));
        line.addAll(List.of("--properties-file", settings.toString()));
        if (arguments.isSupervised()) {
            line.add("--supervise");
        }
        if (application.size() > 1) {
            line.addAll(List.of("--jars", String.join(",", application.subList(1, application.size()))));
        }
        // Its manifest names the main class.
        line.add(application.get(0));
        line.addAll(command);
        return line;
    }

    /** Readable by its owner only: settings may be secrets, and a command line is open to every user of the machine. */
    private Path settingsFile() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>(arguments.settings());
        // A driver started by a standalone worker is given no module flags.
        settings.merge(
                "spark.driver.extraJavaOptions",
                JavaModuleOptions.defaultModuleOptions(),
                (own, flags) -> flags + " " + own);
        Properties properties = new Properties();
        properties.putAll(settings);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return Files.writeString(Files.createTempFile("grainflux", ".properties"), text.toString());
    }

    private static void delete(Path settings) {
        try {
            if (settings != null) {
                Files.deleteIfExists(settings);
            }
        } catch (IOException e) {
            throw new InfrastructureException(settings + " holds the engine's settings and could not be deleted", e);
        }
    }
}
