package org.grainflux.jobs.predict;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.service.launcher.IrqHandler;
import org.apache.hadoop.util.ShutdownHookManager;
import org.grainflux.core.ExitCode;
import org.grainflux.jobs.engine.BatchEngine;

/**
 * What Ctrl-C and SIGTERM do while a run is worked on: the running batches are given up, the status says so, and the
 * process ends with the exit code of an interrupted run.
 */
final class Interruption implements AutoCloseable {
    /** Before Spark's hook (40) stops the engine and Hadoop's (10) closes the file systems. */
    private static final int PRIORITY = 100;

    private static final long LONGEST_STOP_S = 20;

    private final StatusKeeper status;
    private final Runnable hook = this::stop;
    private volatile BatchEngine engine;

    private Interruption(StatusKeeper status) {
        this.status = status;
    }

    static Interruption watch(StatusKeeper status) {
        Interruption interruption = new Interruption(status);
        ShutdownHookManager.get().addShutdownHook(interruption.hook, PRIORITY, LONGEST_STOP_S, TimeUnit.SECONDS);
        // By themselves the signals would end in 130 and 143; the run is in the same, resumable state either way.
        for (String signal : new String[] {IrqHandler.CONTROL_C, IrqHandler.SIGTERM}) {
            new IrqHandler(signal, received -> System.exit(ExitCode.INTERRUPTED.code())).bind();
        }
        return interruption;
    }

    /** @param running the engine to cancel, null when none runs any more */
    void cancels(BatchEngine running) {
        this.engine = running;
    }

    private void stop() {
        status.interrupted();
        System.err.println();
        System.err.println("interrupted; finished realizations are kept, continue with --resume");
        BatchEngine running = engine;
        if (running != null) {
            try {
                running.cancel();
                running.close();
            } catch (RuntimeException e) {
                System.err.println("the engine did not stop cleanly: " + e.getMessage());
            }
        }
    }

    /** While the process is being stopped this never returns: what the cancelled work reports is of no interest. */
    @Override
    public void close() {
        if (!ShutdownHookManager.get().isShutdownInProgress()) {
            ShutdownHookManager.get().removeShutdownHook(hook);
            return;
        }
        while (true) {
            LockSupport.park(this);
        }
    }
}
