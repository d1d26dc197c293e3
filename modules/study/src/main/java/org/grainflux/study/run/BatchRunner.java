package org.grainflux.study.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.apache.parquet.hadoop.ParquetWriter;
import org.grainflux.core.CancelledException;
import org.grainflux.core.InfrastructureException;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.study.execution.LogContext;
import org.grainflux.study.execution.TimeLimitException;
import org.grainflux.study.execution.UnitRunner;
import org.grainflux.study.plan.WorkUnit;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.RecordTable;
import org.grainflux.study.results.RunTables;
import org.grainflux.study.results.UnitResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes batches, writes their rows and commits them; the same under any engine. */
public final class BatchRunner {
    private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);

    private final RunFolder folder;
    private final List<String> designs;
    private final int round;
    private final UnitRunner runner;

    /**
     * @param designs in the study's order
     * @param round number of this command's claim on the run
     */
    public BatchRunner(RunFolder folder, List<String> designs, int round, UnitRunner runner) {
        this.folder = folder;
        this.designs = List.copyOf(designs);
        this.round = round;
        this.runner = runner;
    }

    /**
     * @throws InfrastructureException when the rows cannot be written; nothing of the batch counts then
     * @throws CancelledException when the engine gives the batch up
     */
    public BatchOutcome run(Batch batch) {
        long startedMillis = System.currentTimeMillis();
        long finishedMillis = 0;
        long started = System.nanoTime();
        List<UnitResult> results = new ArrayList<>();
        for (Iterator<WorkUnit> units = batch.units().iterator(); units.hasNext(); ) {
            results.add(compute(units.next()));
            finishedMillis = finishedMillis == 0 ? System.currentTimeMillis() : finishedMillis;
        }
        long computeNanos = System.nanoTime() - started;
        commit(batch, results);
        int[] counts = new int[3];
        for (UnitResult result : results) {
            for (LedgerRow row : result.ledger()) {
                counts[stateIndex(row)]++;
            }
        }
        return new BatchOutcome(counts[0], counts[1], counts[2], startedMillis, finishedMillis, computeNanos);
    }

    private static int stateIndex(LedgerRow row) {
        return switch (row.state()) {
            case LedgerRow.COMPLETED -> 0;
            case LedgerRow.FAILED -> 1;
            case LedgerRow.ABORTED -> 2;
            default -> throw new IllegalStateException("unknown state in the ledger: " + row);
        };
    }

    private UnitResult compute(WorkUnit unit) {
        return LogContext.REALIZATION.during(
                String.valueOf(unit.structureIndex()),
                () -> LogContext.DESIGN.during(String.join(",", unit.designs()), () -> {
                    long started = System.nanoTime();
                    UnitResult result = computeLogged(unit);
                    LOG.info(
                            "ended after {} s",
                            String.format(Locale.ROOT, "%.3f", (System.nanoTime() - started) * 1e-9));
                    return result;
                }));
    }

    private UnitResult computeLogged(WorkUnit unit) {
        try {
            return runner.run(unit);
        } catch (NumericalFailureException e) {
            return withoutResult(unit, LedgerRow.FAILED, e.reason().name(), e.getMessage());
        } catch (TimeLimitException e) {
            LOG.warn("aborted: {}", e.getMessage());
            return withoutResult(unit, LedgerRow.ABORTED, LedgerRow.TIME_LIMIT, e.getMessage());
        } catch (InfrastructureException | CancelledException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // Not a result but an accident: recorded, retried on resume, and it never ends the other realizations.
            LOG.warn("aborted", e);
            return withoutResult(unit, LedgerRow.ABORTED, e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
        }
    }

    private static UnitResult withoutResult(WorkUnit unit, String state, String reason, String message) {
        List<LedgerRow> ledger = unit.designs().stream()
                .map(design -> new LedgerRow(unit.structureIndex(), design, state, reason, message, 0, 0, Double.NaN))
                .toList();
        return UnitResult.ofLedger(ledger);
    }

    private void commit(Batch batch, List<UnitResult> results) {
        String attempt = batch.hash() + "-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, String> files = new LinkedHashMap<>();
        try {
            write(files, attempt, RunTables.LEDGER, results, UnitResult::ledger);
            write(files, attempt, RunTables.STRUCTURES, results, UnitResult::structures);
            write(files, attempt, RunTables.CELLS, results, UnitResult::cells);
            write(files, attempt, RunTables.HOT_SPOTS, results, UnitResult::hotSpots);
            write(files, attempt, RunTables.STRENGTHS, results, UnitResult::strengths);
            write(files, attempt, RunTables.PROFILES, results, UnitResult::profiles);
            write(files, attempt, RunTables.CONTACT_MAPS, results, UnitResult::contactMaps);
            write(files, attempt, RunTables.CONVERGENCE, results, UnitResult::convergence);
            write(files, attempt, RunTables.TIMINGS, results, UnitResult::timings);
            write(files, attempt, RunTables.CRACKS, results, UnitResult::cracks);
            write(files, attempt, RunTables.CRACK_STEPS, results, UnitResult::crackSteps);
            write(files, attempt, RunTables.COUPLINGS, results, UnitResult::couplings);
            write(files, attempt, RunTables.PLANE_CELLS, results, UnitResult::planeCells);
            write(files, attempt, RunTables.PLANE_HOT_SPOTS, results, UnitResult::planeHotSpots);
            write(files, attempt, RunTables.PLANE_STRENGTHS, results, UnitResult::planeStrengths);
            for (RecordTable<?> table : furtherTables(results)) {
                writeFurther(files, attempt, table, results);
            }
            if (!folder.commit(new BatchCommit(round, batch.hash(), files, outcomes(results)))) {
                delete(files);
            }
        } catch (IOException e) {
            InfrastructureException failure = new InfrastructureException(
                    "results cannot be written to " + folder.location() + ": " + innermost(e)
                            + "; free space or check its permissions, then continue with --resume",
                    e);
            deleteAfter(failure, files);
            throw failure;
        } catch (InfrastructureException e) {
            deleteAfter(e, files);
            throw e;
        }
    }

    private static Collection<RecordTable<?>> furtherTables(List<UnitResult> results) {
        Map<String, RecordTable<?>> tables = new LinkedHashMap<>();
        for (UnitResult result : results) {
            result.further().forEach(rows -> tables.putIfAbsent(rows.table().name(), rows.table()));
        }
        return tables.values();
    }

    private <T extends Record> void writeFurther(
            Map<String, String> files, String attempt, RecordTable<T> table, List<UnitResult> results)
            throws IOException {
        write(files, attempt, table, results, result -> result.rows(table));
    }

    /** The table's format wraps what the disk says in words of its own. */
    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + " " + cause.getMessage();
    }

    private void delete(Map<String, String> files) throws IOException {
        for (String file : files.values()) {
            folder.storage().delete(file);
        }
    }

    /** What no marker names does not count; a full disk has no room for it either. */
    private void deleteAfter(InfrastructureException failure, Map<String, String> files) {
        try {
            delete(files);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private <T extends Record> void write(
            Map<String, String> files,
            String attempt,
            RecordTable<T> table,
            List<UnitResult> results,
            Function<UnitResult, List<T>> rowsOf)
            throws IOException {
        List<T> rows = new ArrayList<>();
        results.forEach(result -> rows.addAll(rowsOf.apply(result)));
        if (rows.isEmpty()) {
            return;
        }
        RowKey<T> key = new RowKey<>(table);
        // Readers merge sorted files; the sort is stable, so rows of one realization stay as its unit gave them.
        rows.sort(Comparator.comparingInt(key::structureOf).thenComparingInt(row -> orderOf(key.designOf(row))));
        String file = RunFolder.folderOf(table) + "/part-" + attempt + ".parquet";
        files.put(table.name(), file);
        try (ParquetWriter<T> writer = table.writer(folder.storage().parquetOutput(file))) {
            for (T row : rows) {
                writer.write(row);
            }
        }
    }

    private int orderOf(String design) {
        return design == null ? -1 : designs.indexOf(design);
    }

    /** What became of the realizations, structures of the same outcome in one entry. */
    private static List<BatchCommit.StructureOutcome> outcomes(List<UnitResult> results) {
        Map<Integer, List<List<String>>> byStructure = new TreeMap<>();
        for (UnitResult result : results) {
            for (LedgerRow row : result.ledger()) {
                byStructure
                        .computeIfAbsent(
                                row.structureIndex(),
                                index -> List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()))
                        .get(stateIndex(row))
                        .add(row.design());
            }
        }
        Map<List<List<String>>, BitSet> byOutcome = new LinkedHashMap<>();
        byStructure.forEach((structure, outcome) ->
                byOutcome.computeIfAbsent(outcome, key -> new BitSet()).set(structure));
        return byOutcome.entrySet().stream()
                .map(entry -> new BatchCommit.StructureOutcome(
                        StructureRanges.text(entry.getValue()),
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getKey().get(2)))
                .toList();
    }
}
