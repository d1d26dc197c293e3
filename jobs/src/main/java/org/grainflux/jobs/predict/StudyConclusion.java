package org.grainflux.jobs.predict;

import java.io.PrintStream;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.grainflux.report.ReportWriter;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.results.RecordTable;
import org.grainflux.study.results.RunTables;
import org.grainflux.study.run.Reconciliation;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunReader;
import org.grainflux.study.summary.StudySummary;

/** Summary, table and report of a study's run. */
public record StudyConclusion(StudyConfig study) implements Conclusion {
    @Override
    public void conclude(Reconciliation books, PrintStream out) {
        RunReader rows = books.run();
        StudySummary summary = new StudySummary(study);
        each(rows, RunTables.LEDGER, summary::add);
        each(rows, RunTables.CONVERGENCE, summary::add);
        each(rows, RunTables.CRACKS, summary::add);
        each(rows, RunTables.COUPLINGS, summary::add);
        each(rows, RunTables.PLANE_CELLS, summary::addPlane);
        each(rows, RunTables.PLANE_HOT_SPOTS, summary::addPlane);
        each(rows, RunTables.PLANE_STRENGTHS, summary::addPlane);
        for (int pass = 0; pass < summary.passes(); pass++) {
            // Figures of different tables do not meet, so the tables are read side by side.
            Stream.<Runnable>of(
                            () -> each(rows, RunTables.STRUCTURES, summary::add),
                            () -> each(rows, RunTables.CELLS, summary::add),
                            () -> each(rows, RunTables.HOT_SPOTS, summary::add),
                            () -> each(rows, RunTables.STRENGTHS, summary::add))
                    .parallel()
                    .forEach(Runnable::run);
            summary.endPass();
        }
        rows.folder().writeJson(RunFolder.SUMMARY, summary.toJson());
        String report = ReportWriter.write(rows.folder());
        out.println();
        out.println(summary.table().stripTrailing());
        out.println();
        out.println("report: " + report);
    }

    private static <T extends Record> void each(RunReader run, RecordTable<T> table, Consumer<T> consumer) {
        try (Stream<T> rows = run.rows(table)) {
            rows.forEach(consumer);
        }
    }
}
