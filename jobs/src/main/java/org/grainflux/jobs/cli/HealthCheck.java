package org.grainflux.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.grainflux.core.InfrastructureException;
import org.grainflux.jobs.engine.BatchTask;
import org.grainflux.jobs.engine.EngineArguments;
import org.grainflux.jobs.engine.SparkEngine;
import org.grainflux.study.execution.UnitRunner;
import org.grainflux.study.plan.PlannedUnits;
import org.grainflux.study.plan.UnitRange;
import org.grainflux.study.results.LedgerRow;
import org.grainflux.study.results.UnitResult;
import org.grainflux.study.run.Batch;
import org.grainflux.study.run.RunFolder;

/**
 * One finding of the doctor.
 *
 * @param cure what to do, empty when healthy
 */
record HealthCheck(String name, boolean healthy, String finding, String cure) {
    private static final int OLDEST_JAVA = 17;
    private static final double LEAST_MEMORY_GB = 1;
    private static final double LEAST_DISK_GB = 1;
    private static final double GB = 1e9;

    static HealthCheck java() {
        int feature = Runtime.version().feature();
        return new HealthCheck(
                "Java",
                feature >= OLDEST_JAVA,
                Runtime.version() + " in " + System.getProperty("java.home"),
                "install JDK 17 or newer and set JAVA_HOME to it");
    }

    static HealthCheck memory() {
        double heapGb = Runtime.getRuntime().maxMemory() / GB;
        return new HealthCheck(
                "memory",
                heapGb >= LEAST_MEMORY_GB,
                String.format(
                        Locale.ROOT,
                        "%.1f GB of heap, %d cores",
                        heapGb,
                        Runtime.getRuntime().availableProcessors()),
                "free memory, or raise the heap: GRAINFLUX_OPTS=-Xmx4g");
    }

    static HealthCheck moduleFlags() {
        boolean open = Object.class.getModule().isOpen("java.nio", HealthCheck.class.getModule());
        return new HealthCheck(
                "module flags",
                open,
                open ? "the engine may reach what it needs" : "java.nio is closed to the engine",
                "start the program with ./grainflux, which gives the flags");
    }

    static HealthCheck disk() {
        Path here = Path.of("").toAbsolutePath();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            double hereGb = Files.getFileStore(here).getUsableSpace() / GB;
            double temporaryGb = Files.getFileStore(temporary).getUsableSpace() / GB;
            return new HealthCheck(
                    "disk",
                    Math.min(hereGb, temporaryGb) >= LEAST_DISK_GB,
                    String.format(Locale.ROOT, "%.1f GB free here, %.1f GB in %s", hereGb, temporaryGb, temporary),
                    "free space, or move: --out on another disk, GRAINFLUX_OPTS=-Djava.io.tmpdir=DIR for scratch files");
        } catch (IOException e) {
            return new HealthCheck("disk", false, e.toString(), "check that the working folder still exists");
        }
    }

    static HealthCheck writeAccess() {
        Path here = Path.of("").toAbsolutePath();
        try {
            Files.delete(Files.createTempFile(here, ".grainflux", ""));
            return new HealthCheck("write access", true, here.toString(), "");
        } catch (IOException e) {
            return new HealthCheck(
                    "write access", false, here + " cannot be written", "give --out a folder you may write to");
        }
    }

    /** Starts the engine, sends work through it and reads the result back from a run's folder. */
    static HealthCheck engine(EngineArguments arguments) {
        long started = System.nanoTime();
        String cure = "check JAVA_HOME, and what follows -- on the command line; with a cluster, that it is up";
        Path scratch = null;
        try (SparkEngine engine = SparkEngine.start("GrainFlux doctor", arguments.settings())) {
            scratch = Files.createTempDirectory("grainflux-doctor");
            List<String> designs = List.of("probe");
            PlannedUnits units = new PlannedUnits(List.of(new UnitRange(2 * engine.cores() - 1, 0, designs)));
            BatchTask task = new BatchTask(
                    "doctor", "doctor", scratch.toString(), arguments.hadoopSettings(), designs, 1, HealthCheck::probe);
            engine.run(Batch.of(units, engine.cores()), task, outcome -> {});
            int committed = RunFolder.at(scratch.toString())
                    .finishedWork(units.size(), designs)
                    .counts()
                    .completed();
            return new HealthCheck(
                    "engine",
                    committed == units.size(),
                    String.format(
                            Locale.ROOT,
                            "%s: started, %d of %d probes committed, %.1f s",
                            engine.description(),
                            committed,
                            units.size(),
                            (System.nanoTime() - started) * 1e-9),
                    "give --out a file system that every worker of the cluster reaches");
        } catch (InfrastructureException e) {
            return new HealthCheck("engine", false, e.getMessage(), cure);
        } catch (IOException e) {
            return new HealthCheck("engine", false, "no scratch folder: " + e.getMessage(), "free disk space");
        } finally {
            deleteAll(scratch);
        }
    }

    private static UnitRunner probe(RunFolder folder) {
        return unit -> UnitResult.ofLedger(unit.designs().stream()
                .map(design -> new LedgerRow(unit.structureIndex(), design, LedgerRow.COMPLETED, "", "", 0, 0, 0))
                .toList());
    }

    private static void deleteAll(Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new InfrastructureException(folder + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
