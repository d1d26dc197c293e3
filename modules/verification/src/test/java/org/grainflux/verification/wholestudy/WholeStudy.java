package org.grainflux.verification.wholestudy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.grainflux.study.config.DesignConfig;
import org.grainflux.study.config.LocalFiles;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.config.StudyReader;
import org.grainflux.study.execution.FieldSink;
import org.grainflux.study.execution.RealizationRunner;
import org.grainflux.study.execution.TotalConductivity;
import org.grainflux.study.plan.StudyPlan;
import org.grainflux.study.results.RecordTable;
import org.grainflux.study.results.RunTables;
import org.grainflux.study.run.Admission;
import org.grainflux.study.run.Batch;
import org.grainflux.study.run.BatchRunner;
import org.grainflux.study.run.LoopRunner;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunReader;
import org.grainflux.study.run.RunStatus;
import org.grainflux.study.summary.StudySummary;

/** Runs the reference of that name from its file to its summary, on plain threads. */
final class WholeStudy {
    static final String NAME = "whole-study";

    static final Path REFERENCES = Path.of("..", "..", "datasets", "references");

    private WholeStudy() {}

    static StudyConfig read() {
        return new StudyReader(new LocalFiles())
                .read(REFERENCES.resolve(NAME).resolve("study.yaml").toString());
    }

    /**
     * @param cores for which the work is cut; more cores, smaller units
     * @param threads that really work
     */
    static RunReader run(StudyConfig study, Path folderPath, int cores, int threads) {
        List<String> designs = study.designs().stream().map(DesignConfig::name).toList();
        RunFolder folder = RunFolder.at(folderPath.toString());
        folder.open(study.resolvedYaml(), study.contentHash(), Admission.NEW);
        int total = study.realizations() * designs.size();
        folder.writeStatus(new RunStatus(
                RunStatus.RUNNING,
                null,
                "",
                study.name(),
                study.contentHash(),
                study.realizations(),
                designs,
                new RunStatus.Counts(total, 0, 0, 0, total),
                Map.of(),
                1,
                "loop",
                Map.of(),
                "",
                "",
                Map.of()));
        RealizationRunner runner = new RealizationRunner(study, TotalConductivity.boundaryScale(study), FieldSink.NONE);
        BatchRunner batches = new BatchRunner(folder, designs, 1, runner);
        LoopRunner.run(
                Batch.of(
                        StudyPlan.units(
                                study.realizations(),
                                designs,
                                study.reducesDesigns(),
                                cores,
                                (structure, design) -> false),
                        cores),
                threads,
                batches::run);
        return RunReader.open(folder);
    }

    static ObjectNode summary(StudyConfig study, RunReader run) {
        StudySummary summary = new StudySummary(study);
        each(run, RunTables.LEDGER, summary::add);
        each(run, RunTables.STRUCTURES, summary::add);
        each(run, RunTables.CELLS, summary::add);
        each(run, RunTables.HOT_SPOTS, summary::add);
        each(run, RunTables.STRENGTHS, summary::add);
        each(run, RunTables.CONVERGENCE, summary::add);
        each(run, RunTables.CRACKS, summary::add);
        each(run, RunTables.COUPLINGS, summary::add);
        return summary.toJson();
    }

    private static <T extends Record> void each(RunReader run, RecordTable<T> table, Consumer<T> consumer) {
        try (Stream<T> rows = run.rows(table)) {
            rows.forEach(consumer);
        }
    }
}
