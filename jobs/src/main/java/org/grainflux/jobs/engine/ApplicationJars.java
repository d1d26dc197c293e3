package org.grainflux.jobs.engine;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The jars that a cluster, which has the engine, still needs to be sent; named by the launcher. */
final class ApplicationJars {
    static final String PROPERTY = "grainflux.application";

    private ApplicationJars() {}

    /** Absolute paths; empty when the launcher did not start this process, e.g. in a driver on a cluster. */
    static List<String> find() {
        return Arrays.stream(System.getProperty(PROPERTY, "").split(File.pathSeparator))
                .filter(jar -> !jar.isEmpty())
                .map(jar -> Path.of(jar).toAbsolutePath().toString())
                .toList();
    }
}
