package org.grainflux.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.plan.PlannedUnits;
import org.grainflux.study.plan.StudyPlan;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.CellRow;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.RunTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {
    private static final List<String> DESIGNS = List.of("bare", "hl", "au");
    private static final int STRUCTURES = 6;

    @TempDir
    Path temporary;

    private RunFolder folder(String kind) throws IOException {
        Path path = temporary.resolve(kind + " run");
        return kind.equals("local")
                ? RunFolder.at(path.toString())
                : RunFolder.on(new HadoopStorage(new org.apache.hadoop.fs.Path(path.toUri()), new Configuration()));
    }

    private static RunStatus status(String hash) {
        return begun(hash, STRUCTURES, DESIGNS);
    }

    /** Of a run that has computed nothing yet. */
    static RunStatus begun(String hash, int structures, List<String> designs) {
        int expected = structures * designs.size();
        return new RunStatus(
                RunStatus.RUNNING,
                null,
                "",
                "test",
                hash,
                structures,
                designs,
                new RunStatus.Counts(expected, 0, 0, 0, expected),
                Map.of(),
                1,
                "loop",
                Map.of(),
                "",
                "",
                Map.of());
    }

    private static RunStatus ended(RunStatus s) {
        return new RunStatus(
                RunStatus.COMPLETE,
                0,
                s.message(),
                s.study(),
                s.studyHash(),
                s.structures(),
                s.designs(),
                s.counts(),
                s.missing(),
                s.claim(),
                s.engine(),
                s.versions(),
                s.startedUtc(),
                s.updatedUtc(),
                s.timingsS());
    }

    private static void compute(RunFolder folder, FakeRunner runner, int cores) {
        FinishedWork finished = folder.finishedWork(STRUCTURES, DESIGNS);
        PlannedUnits units = StudyPlan.units(STRUCTURES, DESIGNS, true, cores, finished::isFinished);
        int round = folder.nextRound();
        BatchRunner batchRunner = new BatchRunner(folder, DESIGNS, round, runner);
        LoopRunner.run(Batch.of(units, cores), cores, batchRunner::run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "hadoop"})
    void rowsDoNotDependOnHowTheWorkWasSpread(String kind) throws IOException {
        RunFolder one = folder(kind);
        one.open("study: test\n", "h", Admission.NEW);
        one.writeStatus(status("h"));
        compute(one, new FakeRunner(), 1);
        RunFolder eight = RunFolder.at(temporary.resolve("eight").toString());
        eight.open("study: test\n", "h", Admission.NEW);
        eight.writeStatus(status("h"));
        compute(eight, new FakeRunner(), 8);

        List<CellRow> expected = RunReader.open(one).list(RunTables.CELLS);
        assertThat(expected).hasSize(2 * STRUCTURES * DESIGNS.size());
        assertThat(expected.subList(0, 6))
                .extracting(CellRow::design)
                .containsExactly("bare", "bare", "hl", "hl", "au", "au");
        assertThat(RunReader.open(eight).list(RunTables.CELLS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "hadoop"})
    void failuresAreFinalAndAbortedRealizationsAreRetried(String kind) throws IOException {
        RunFolder folder = folder(kind);
        folder.open("study: test\n", "h", Admission.NEW);
        folder.writeStatus(status("h"));
        compute(folder, new FakeRunner(Set.of(1), Set.of(2, 5)), 2);
        assertThat(folder.finishedWork(STRUCTURES, DESIGNS).counts()).isEqualTo(new RunStatus.Counts(18, 9, 3, 6, 0));

        FakeRunner second = new FakeRunner(Set.of(1), Set.of(5));
        compute(folder, second, 2);
        assertThat(second.realizations).hasValue(3);
        assertThat(folder.finishedWork(STRUCTURES, DESIGNS).counts()).isEqualTo(new RunStatus.Counts(18, 12, 3, 3, 0));
        List<LedgerRow> ledger = RunReader.open(folder).list(RunTables.LEDGER);
        assertThat(ledger).hasSize(18);
        assertThat(ledger.stream().filter(row -> row.structureIndex() == 1))
                .allSatisfy(row -> assertThat(row.reason()).isEqualTo("MESH_QUALITY"));
        assertThat(ledger.stream().filter(row -> row.structureIndex() == 2))
                .allSatisfy(row -> assertThat(row.state()).isEqualTo(LedgerRow.COMPLETED));
        assertThat(ledger.stream().filter(row -> row.structureIndex() == 5))
                .allSatisfy(row -> assertThat(row.message()).isEqualTo("power cut"));
    }

    @Test
    void shorterRunOfTheSameStudyCountsOnlyItsStructures() throws IOException {
        RunFolder folder = folder("local");
        folder.open("study: test\n", "h", Admission.NEW);
        folder.writeStatus(status("h"));
        compute(folder, new FakeRunner(), 1);
        assertThat(folder.finishedWork(2, DESIGNS).counts()).isEqualTo(new RunStatus.Counts(6, 6, 0, 0, 0));
        assertThat(folder.finishedWork(8, DESIGNS).counts()).isEqualTo(new RunStatus.Counts(24, 18, 0, 0, 6));
    }

    @Test
    void filesWithoutAMarkerDoNotCount() throws IOException {
        RunFolder folder = folder("local");
        folder.open("study: test\n", "h", Admission.NEW);
        folder.writeStatus(status("h"));
        compute(folder, new FakeRunner(), 2);
        List<CellRow> all = RunReader.open(folder).list(RunTables.CELLS);
        String lost = folder.storage().list(RunFolder.COMMITS).get(0);
        folder.storage().delete(RunFolder.COMMITS + "/" + lost);
        assertThat(RunReader.open(folder).list(RunTables.CELLS).size()).isLessThan(all.size());

        FakeRunner again = new FakeRunner();
        compute(folder, again, 2);
        assertThat(again.realizations.get()).isPositive().isLessThan(18);
        assertThat(RunReader.open(folder).list(RunTables.CELLS)).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "hadoop"})
    void secondCommitOfABatchDoesNotCount(String kind) throws IOException {
        RunFolder folder = folder(kind);
        folder.open("study: test\n", "h", Admission.NEW);
        folder.writeStatus(status("h"));
        Batch batch = Batch.of(List.of(new WorkUnit(0, DESIGNS)));
        new BatchRunner(folder, DESIGNS, 1, new FakeRunner()).run(batch);
        new BatchRunner(folder, DESIGNS, 1, new FakeRunner()).run(batch);
        assertThat(folder.storage().list(RunFolder.COMMITS))
                .filteredOn(name -> name.endsWith(".json"))
                .hasSize(1);
        assertThat(folder.storage().list("ledger"))
                .filteredOn(name -> name.endsWith(".parquet"))
                .hasSize(1);
        assertThat(RunReader.open(folder).list(RunTables.LEDGER)).hasSize(3);
    }

    @Test
    void folderInUseIsRefusedWithTheCure() throws IOException {
        RunFolder folder = folder("local");
        folder.open("study: test\n", "h", Admission.NEW);
        folder.writeStatus(ended(status("h")));
        assertThatThrownBy(() -> folder.open("study: test\n", "h", Admission.NEW))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not empty")
                .hasMessageContaining("--resume");
        folder.open("study: test\n", "h", Admission.RESUME);
    }

    @Test
    void anotherStudyIsRefusedOnResume() throws IOException {
        RunFolder folder = folder("local");
        folder.open("study: test\n", "h", Admission.NEW);
        folder.writeStatus(ended(status("h")));
        assertThatThrownBy(() -> folder.open("study: other\n", "other", Admission.RESUME))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("its hash is h, the study given has other");
        assertThat(folder.readText(RunFolder.STUDY)).hasValue("study: test\n");
    }

    @Test
    void foreignFilesAreNeverTakenForARun() throws IOException {
        Files.writeString(temporary.resolve("thesis.tex"), "\\chapter{}");
        RunFolder folder = RunFolder.at(temporary.toString());
        assertThatThrownBy(() -> folder.open("", "h", Admission.RESUME))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("holds files but no run");
    }

    @Test
    void unwritableFolderIsRefused() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThatThrownBy(() -> RunFolder.at(file + "/run").open("", "h", Admission.NEW))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void statusSurvivesTheDisk() throws IOException {
        RunFolder folder = folder("local");
        folder.open("study: test\n", "h", Admission.NEW);
        folder.writeStatus(status("h"));
        assertThat(folder.status()).hasValue(status("h"));
        assertThat(folder.storage().list("")).containsExactly("ownership", "status.json", "study.yaml");
    }

    @Test
    void damagedStatusIsNamed() throws IOException {
        RunFolder folder = folder("local");
        folder.open("study: test\n", "h", Admission.NEW);
        folder.writeText(RunFolder.STATUS, "{ \"state\": ");
        assertThatThrownBy(folder::status).hasMessageContaining("status.json is damaged");
    }
}
