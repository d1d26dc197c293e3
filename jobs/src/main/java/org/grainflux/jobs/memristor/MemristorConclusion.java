package org.grainflux.jobs.memristor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.grainflux.jobs.predict.Conclusion;
import org.grainflux.report.memristor.MemristorReport;
import org.grainflux.study.config.MemristorStudy;
import org.grainflux.study.memristor.CyclesRow;
import org.grainflux.study.memristor.Measurement;
import org.grainflux.study.memristor.MemristorSummary;
import org.grainflux.study.memristor.MemristorTables;
import org.grainflux.study.memristor.SwitchingFit;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.RunTables;
import org.grainflux.study.run.Reconciliation;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunReader;

/**
 * Summary, table and report of a memristor run.
 *
 * @param measured what is overlaid and fitted
 */
public record MemristorConclusion(MemristorStudy study, List<Measurement> measured) implements Conclusion {
    public MemristorConclusion {
        measured = List.copyOf(measured);
    }

    /** For a run that is there: with the measurements that were read when it was computed. */
    public static MemristorConclusion of(MemristorStudy study, RunFolder folder) {
        return new MemristorConclusion(study, MemristorTables.measurements(folder));
    }

    @Override
    public Reconciliation books(RunReader run) {
        return Reconciliation.of(run, MemristorTables.CYCLES);
    }

    @Override
    public void conclude(Reconciliation books, PrintStream out) {
        RunReader run = books.run();
        MemristorSummary summary = new MemristorSummary(study);
        try (Stream<LedgerRow> rows = run.rows(RunTables.LEDGER)) {
            rows.forEach(summary::add);
        }
        for (int pass = 0; pass < MemristorSummary.PASSES; pass++) {
            try (Stream<CyclesRow> rows = run.rows(MemristorTables.CYCLES)) {
                rows.forEach(summary::add);
            }
            summary.endPass();
        }
        ObjectNode json = summary.toJson();
        if (!measured.isEmpty()) {
            run.folder().writeJson(MemristorTables.MEASUREMENTS, measured);
            json.set("fits", SwitchingFit.of(study, measured));
        }
        run.folder().writeJson(RunFolder.SUMMARY, json);
        String report = MemristorReport.write(run.folder());
        out.println();
        out.println(summary.table().stripTrailing());
        out.println();
        out.println("report: " + report);
    }
}
