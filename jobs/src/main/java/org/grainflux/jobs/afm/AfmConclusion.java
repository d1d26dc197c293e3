package org.grainflux.jobs.afm;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.grainflux.jobs.predict.Conclusion;
import org.grainflux.report.afm.AfmReport;
import org.grainflux.study.afm.AfmSummary;
import org.grainflux.study.afm.AfmTables;
import org.grainflux.study.afm.MapRow;
import org.grainflux.study.afm.TipFindings;
import org.grainflux.study.afm.TipPopulation;
import org.grainflux.study.afm.TipRow;
import org.grainflux.study.config.AfmStudy;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.RunTables;
import org.grainflux.study.run.Reconciliation;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunReader;

/** Summary, table and report of a run of the tip. */
public record AfmConclusion(AfmStudy study) implements Conclusion {
    @Override
    public Reconciliation books(RunReader run) {
        return Reconciliation.of(run, AfmTables.TIPS);
    }

    @Override
    public void conclude(Reconciliation books, PrintStream out) {
        RunReader run = books.run();
        TipPopulation population = new TipPopulation(study);
        try (Stream<LedgerRow> rows = run.rows(RunTables.LEDGER)) {
            rows.forEach(population::add);
        }
        try (Stream<TipRow> rows = run.rows(AfmTables.TIPS)) {
            rows.forEach(population::add);
        }
        TipFindings findings = population.findings();
        AfmSummary summary = new AfmSummary(study, findings);
        run.folder().writeJson(RunFolder.SUMMARY, summary.toJson());
        // One map is shown; the table keeps all.
        List<MapRow> maps;
        try (Stream<MapRow> rows = run.rows(AfmTables.MAPS)) {
            maps = rows.limit(1).toList();
        }
        String report = AfmReport.write(run.folder(), study, findings, maps);
        out.println();
        out.println(summary.table().stripTrailing());
        out.println();
        out.println("report: " + report);
    }
}
