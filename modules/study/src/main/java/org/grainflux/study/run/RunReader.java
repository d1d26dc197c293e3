package org.grainflux.study.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.study.results.RecordTable;

/**
 * Reads the committed rows of a run: each realization once, ordered by structure, then by the study's order of designs,
 * then as its work unit gave them. The order does not depend on how the work was spread over cores.
 */
public final class RunReader {
    private final RunFolder folder;
    private final RunStatus status;
    private final List<BatchCommit> commits;
    private final FinishedWork finished;

    private RunReader(RunFolder folder, RunStatus status) {
        this.folder = folder;
        this.status = status;
        this.commits = folder.commits();
        this.finished = new FinishedWork(status.structures(), status.designs(), commits);
    }

    /** @throws InvalidInputException when the folder holds no run */
    public static RunReader open(String location) {
        return open(RunFolder.at(location));
    }

    public static RunReader open(RunFolder folder) {
        RunStatus status = folder.status()
                .orElseThrow(() -> new InvalidInputException("the folder " + folder.location()
                        + " holds no run (no status.json); give the folder that predict wrote with --out"));
        return new RunReader(folder, status);
    }

    FinishedWork finished() {
        return finished;
    }

    /** Name of the marker that committed a realization; empty when none did. */
    Optional<String> markerOf(int structureIndex, String design) {
        OptionalInt ordinal = finished.commitOf(structureIndex, design);
        return ordinal.isEmpty()
                ? Optional.empty()
                : Optional.of(commits.get(ordinal.getAsInt()).markerName());
    }

    public RunFolder folder() {
        return folder;
    }

    public RunStatus status() {
        return status;
    }

    /** Of realizations, by what is committed. */
    public RunStatus.Counts counts() {
        return finished.counts();
    }

    /** Names of the designs in the study's order. */
    public List<String> designs() {
        return status.designs();
    }

    /** The resolved study. */
    public String studyYaml() {
        return folder.readText(RunFolder.STUDY)
                .orElseThrow(() -> new InvalidInputException(
                        "the run in " + folder.location() + " has lost its study.yaml; restore it"));
    }

    /** Streams a table; holds one row per open file. The caller closes the stream. */
    public <T extends Record> Stream<T> rows(RecordTable<T> table) {
        return new CommittedRows<>(folder.storage(), table, commits, finished).stream();
    }

    /** A whole table in memory. */
    public <T extends Record> List<T> list(RecordTable<T> table) {
        try (Stream<T> rows = rows(table)) {
            return rows.toList();
        }
    }
}
