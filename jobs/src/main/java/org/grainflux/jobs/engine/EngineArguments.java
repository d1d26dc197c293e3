package org.grainflux.jobs.engine;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.config.FileSource;
import org.grainflux.study.config.HadoopFiles;
import org.grainflux.study.run.RunFolder;

/**
 * What follows {@code --} on the command line, as settings of the engine. The names are those of {@code spark-submit}.
 *
 * @param settings Spark settings by their names
 */
public record EngineArguments(Map<String, String> settings) {
    private static final Map<String, String> NAMED = namedArguments();
    private static final String DEPLOY_MODE = "spark.submit.deployMode";
    private static final String SUPERVISE = "--supervise";
    private static final String SUPERVISED = "spark.driver.supervise";
    private static final String HADOOP_PREFIX = "spark.hadoop.";
    private static final String PROPERTIES_FILE = "--properties-file";

    public EngineArguments {
        settings = Map.copyOf(settings);
    }

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        return "EngineArguments" + settings.keySet();
    }

    private static Map<String, String> namedArguments() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("--master", "spark.master");
        named.put("--deploy-mode", DEPLOY_MODE);
        named.put("--name", "spark.app.name");
        named.put("--jars", "spark.jars");
        named.put("--driver-memory", "spark.driver.memory");
        named.put("--driver-cores", "spark.driver.cores");
        named.put("--executor-memory", "spark.executor.memory");
        named.put("--executor-cores", "spark.executor.cores");
        named.put("--total-executor-cores", "spark.cores.max");
        named.put("--num-executors", "spark.executor.instances");
        return named;
    }

    /** @throws InvalidInputException for an argument the engine does not have, with those it has */
    public static EngineArguments parse(List<String> arguments) {
        Map<String, String> settings = new LinkedHashMap<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.equals(SUPERVISE)) {
                settings.put(SUPERVISED, "true");
                continue;
            }
            int equals = argument.indexOf('=');
            String name = equals > 0 && argument.startsWith("--") ? argument.substring(0, equals) : argument;
            if (!NAMED.containsKey(name) && !name.equals("--conf") && !name.equals(PROPERTIES_FILE)) {
                throw new InvalidInputException("unknown engine argument " + name + " after --; allowed: "
                        + String.join(" VALUE, ", NAMED.keySet()) + " VALUE, --conf KEY=VALUE, " + PROPERTIES_FILE
                        + " FILE, " + SUPERVISE);
            }
            if (equals < 0 && !rest.hasNext()) {
                throw new InvalidInputException("engine argument " + name + " needs a value, e.g. --master local[4]");
            }
            String value = name.equals(argument) ? rest.next() : argument.substring(equals + 1);
            if (name.equals("--conf")) {
                putSetting(settings, value);
            } else if (name.equals(PROPERTIES_FILE)) {
                propertiesOf(value).forEach(settings::putIfAbsent);
            } else {
                settings.put(NAMED.get(name), value);
            }
        }
        checkMaster(settings.get("spark.master"));
        checkDeployMode(settings.get(DEPLOY_MODE), settings.getOrDefault("spark.master", "local[*]"));
        checkSupervision(settings);
        return new EngineArguments(settings);
    }

    /**
     * A file of {@code spark.KEY VALUE} lines, as spark-submit reads it: secrets stay off the command line, which every
     * user of the machine can read. What is named on the command line wins.
     */
    private static Map<String, String> propertiesOf(String file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(file))) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidInputException(
                    "engine argument " + PROPERTIES_FILE + " " + file + " cannot be read: " + e.getMessage()
                            + "; it must be a text file of lines spark.KEY VALUE",
                    e);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (!key.startsWith("spark.")) {
                throw new InvalidInputException("engine argument " + PROPERTIES_FILE + " " + file + " has the key "
                        + key + "; allowed: keys that begin with spark.");
            }
            settings.put(key, properties.getProperty(key).trim());
        }
        return settings;
    }

    private static void checkDeployMode(String mode, String master) {
        if (mode == null || mode.equals("client") || mode.equals("cluster") && !master.startsWith("local")) {
            return;
        }
        throw new InvalidInputException("engine argument --deploy-mode " + mode + " with --master " + master
                + "; allowed: client, or cluster with a master of a cluster, e.g. spark://HOST:PORT");
    }

    private static void checkSupervision(Map<String, String> settings) {
        if ("true".equals(settings.get(SUPERVISED))
                && !(settings.getOrDefault("spark.master", "").startsWith("spark://")
                        && "cluster".equals(settings.get(DEPLOY_MODE)))) {
            throw new InvalidInputException("engine argument " + SUPERVISE
                    + " is for a driver on a standalone cluster: add --master spark://HOST:PORT --deploy-mode cluster");
        }
    }

    /** Whether the cluster starts a driver that died again. */
    public boolean isSupervised() {
        return "true".equals(settings.get(SUPERVISED));
    }

    /** Whether the whole command, and not its tasks only, is to run on the cluster. */
    public boolean runsOnCluster() {
        return "cluster".equals(settings.get(DEPLOY_MODE));
    }

    private static void putSetting(Map<String, String> settings, String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1 || !assignment.startsWith("spark.")) {
            // The value may be a secret.
            throw new InvalidInputException("engine argument --conf needs spark.KEY=VALUE, got "
                    + (equals < 0 ? assignment : assignment.substring(0, equals) + "=…")
                    + "; e.g. --conf spark.ui.enabled=true");
        }
        settings.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }

    private static void checkMaster(String master) {
        if (master != null
                && !master.matches(
                        "local(\\[(\\*|[1-9]\\d*)(,\\s*\\d+)?\\])?|yarn|(spark|k8s)://.+|local-cluster\\[.+\\]")) {
            throw new InvalidInputException("engine argument --master " + master
                    + " is not a master; allowed: local[N], local[*], spark://HOST:PORT, yarn, k8s://URL");
        }
    }

    /** Settings of the file system, without Spark's prefix. */
    public Map<String, String> hadoopSettings() {
        Map<String, String> hadoop = new LinkedHashMap<>();
        settings.forEach((key, value) -> {
            if (key.startsWith(HADOOP_PREFIX)) {
                hadoop.put(key.substring(HADOOP_PREFIX.length()), value);
            }
        });
        return hadoop;
    }

    /** The run's folder at a path or URI, reached with these settings. */
    public RunFolder folder(String location) {
        return RunFolder.at(location, hadoopConfiguration());
    }

    /** Study and material files, by path or URI, reached with these settings. */
    public FileSource files() {
        return new HadoopFiles(hadoopConfiguration());
    }

    private Configuration hadoopConfiguration() {
        return BatchTask.hadoopConfiguration(hadoopSettings());
    }

    /** Cores of an embedded engine with these settings, without starting it; 0 when a cluster decides. */
    public int embeddedCores() {
        String master = settings.getOrDefault("spark.master", "local[*]");
        if (!master.startsWith("local") || master.startsWith("local-cluster")) {
            return 0;
        }
        String inside = master.replaceAll("local\\[?|[,\\]].*", "");
        return switch (inside) {
            case "" -> 1;
            case "*" -> Runtime.getRuntime().availableProcessors();
            default -> Integer.parseInt(inside);
        };
    }
}
