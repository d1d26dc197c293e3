package org.grainflux.report.regression;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grainflux.core.InfrastructureException;

/** Writes {@code report.html}, {@code report.md} and {@code junit.xml}; those of an earlier run are replaced. */
public final class RegressionReports {
    public static final String PAGE = "report.html";
    public static final String TEXT = "report.md";
    public static final String JUNIT = "junit.xml";

    private RegressionReports() {}

    public static void write(Path folder, RegressionRun run) {
        try {
            Files.writeString(folder.resolve(JUNIT), JunitXml.of(run));
            Files.writeString(folder.resolve(TEXT), RegressionMarkdown.of(run));
            Files.writeString(folder.resolve(PAGE), RegressionPage.of(run));
        } catch (IOException e) {
            throw new InfrastructureException(folder + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
