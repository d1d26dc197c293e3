package org.grainflux.study.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.grainflux.microstructure.MicrostructureSpec;
import org.grainflux.microstructure.Seeding;
import org.grainflux.study.config.StudyConfig;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.RunTables;
import org.grainflux.study.run.Admission;
import org.grainflux.study.run.Batch;
import org.grainflux.study.run.BatchOutcome;
import org.grainflux.study.run.BatchRunner;
import org.grainflux.study.run.RunFolder;
import org.grainflux.study.run.RunReader;
import org.grainflux.study.run.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A structure that cannot be made is a row of the ledger for each of its designs. */
class FailedStructureTest {
    private static final List<String> DESIGNS = List.of("bare", "hl");

    @TempDir
    Path temporary;

    @Test
    void jammedSeedsFailTheStructureAndLeaveTheNextAlone() {
        // Random sequential discs jam at a coverage of 0.547; a hundred with diameter d would cover 0.7 of the square.
        MicrostructureSpec jammed = new MicrostructureSpec(
                2, new double[] {100e-6, 100e-6}, 10e-6, Seeding.HARD_CORE, 1, 5, 0.35, 0.2, 0.05);
        StudyConfig small = SmallStudy.with("numerics.convergence_samples=0", "numerics.fields=0");
        RealizationRunner failing = new RealizationRunner(with(small, jammed), 1, FieldSink.NONE);
        RealizationRunner sound = new RealizationRunner(small, 1, FieldSink.NONE);
        RunFolder folder = RunFolder.at(temporary.resolve("run").toString());
        folder.open("study: test\n", "h", Admission.NEW);
        folder.writeStatus(status());
        BatchRunner batches = new BatchRunner(
                folder, DESIGNS, 1, unit -> unit.structureIndex() == 0 ? failing.run(unit) : sound.run(unit));

        BatchOutcome outcome = batches.run(Batch.of(List.of(new WorkUnit(0, DESIGNS), new WorkUnit(1, DESIGNS))));

        assertThat(outcome.failed()).isEqualTo(2);
        assertThat(outcome.completed()).isEqualTo(2);
        assertThat(outcome.aborted()).isZero();
        RunReader run = RunReader.open(folder);
        List<LedgerRow> ledger = run.list(RunTables.LEDGER);
        assertThat(ledger)
                .extracting(row -> row.structureIndex() + " " + row.design() + " " + row.state() + " " + row.reason())
                .containsExactly(
                        "0 bare failed SEEDING_EXHAUSTED",
                        "0 hl failed SEEDING_EXHAUSTED",
                        "1 bare completed ",
                        "1 hl completed ");
        assertThat(ledger.get(0).message()).contains("of 100 seeds").contains("lower the hard-core ratio");
        assertThat(run.list(RunTables.CELLS))
                .allSatisfy(row -> assertThat(row.structureIndex()).isEqualTo(1));
        assertThat(run.list(RunTables.STRUCTURES)).hasSize(1);
    }

    private static StudyConfig with(StudyConfig s, MicrostructureSpec microstructure) {
        return new StudyConfig(
                s.name(),
                s.description(),
                s.seed(),
                s.realizations(),
                microstructure,
                s.images(),
                s.boundaryResistance(),
                s.electrolyte(),
                s.lithium(),
                s.temperatureK(),
                s.designs(),
                s.contact(),
                s.tip(),
                s.fracture(),
                s.protocol(),
                s.statistics(),
                s.numerics(),
                s.observations(),
                s.sources(),
                s.resolvedYaml(),
                s.contentHash());
    }

    private static RunStatus status() {
        return new RunStatus(
                RunStatus.RUNNING,
                null,
                "",
                "test",
                "h",
                2,
                DESIGNS,
                new RunStatus.Counts(4, 0, 0, 0, 4),
                Map.of(),
                1,
                "loop",
                Map.of(),
                "",
                "",
                Map.of());
    }
}
