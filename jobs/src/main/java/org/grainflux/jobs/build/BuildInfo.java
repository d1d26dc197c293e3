package org.grainflux.jobs.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** What this program was built from and runs on. */
public final class BuildInfo {
    /** Set by the launcher when it stands in a git work tree. */
    static final String COMMIT_PROPERTY = "grainflux.commit";

    private BuildInfo() {}

    /** Versions of GrainFlux, its source commit when known, Spark and Java. */
    public static Map<String, String> versions() {
        Properties build = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream("build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("grainflux", build.getProperty("grainflux"));
        String commit = System.getProperty(COMMIT_PROPERTY, "");
        if (!commit.isEmpty()) {
            versions.put("commit", commit);
        }
        versions.put("spark", build.getProperty("spark"));
        versions.put("java", Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
        versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return versions;
    }
}
