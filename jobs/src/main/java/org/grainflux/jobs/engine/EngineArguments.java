package org.grainflux.jobs.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.run.RunFolder;

/**
 * What follows {@code --} on the command line, as settings of the engine. The names are those of {@code spark-submit}.
 *
 * @param settings Spark settings by their names
 */
public record EngineArguments(Map<String, String> settings) {
    private static final Map<String, String> NAMED = namedArguments();
    private static final String HADOOP_PREFIX = "spark.hadoop.";

    public EngineArguments {
        settings = Map.copyOf(settings);
    }

    private static Map<String, String> namedArguments() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("--master", "spark.master");
        named.put("--name", "spark.app.name");
        named.put("--jars", "spark.jars");
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
            int equals = argument.indexOf('=');
            String name = equals > 0 && argument.startsWith("--") ? argument.substring(0, equals) : argument;
            if (!NAMED.containsKey(name) && !name.equals("--conf")) {
                throw new InvalidInputException("unknown engine argument " + name + " after --; allowed: "
                        + String.join(" VALUE, ", NAMED.keySet()) + " VALUE, --conf KEY=VALUE");
            }
            if (equals < 0 && !rest.hasNext()) {
                throw new InvalidInputException("engine argument " + name + " needs a value, e.g. --master local[4]");
            }
            String value = name.equals(argument) ? rest.next() : argument.substring(equals + 1);
            if (name.equals("--conf")) {
                putSetting(settings, value);
            } else {
                settings.put(NAMED.get(name), value);
            }
        }
        checkMaster(settings.get("spark.master"));
        return new EngineArguments(settings);
    }

    private static void putSetting(Map<String, String> settings, String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1 || !assignment.startsWith("spark.")) {
            throw new InvalidInputException("engine argument --conf needs spark.KEY=VALUE, got " + assignment
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
        return RunFolder.at(location, BatchTask.hadoopConfiguration(hadoopSettings()));
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
