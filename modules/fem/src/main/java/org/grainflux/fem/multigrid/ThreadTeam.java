package org.grainflux.fem.multigrid;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The calling thread and a few helpers that share the parts of one task after the other. Parts are taken by whoever is
 * free, so a result may depend on the number of the part and never on that of the thread, which is for work space only.
 *
 * <p>Helpers live as long as the team. Between two tasks they wait actively for a short while, which is what lies between
 * the steps of a cycle, and sleep after that. A helper that comes late finds no parts left and holds nobody up.
 */
public final class ThreadTeam implements AutoCloseable {
    /** Rows of a part: a few microseconds of work at the least, and some parts per thread on all levels that matter. */
    private static final int PART_ROWS = 1024;

    /** Waking a sleeping thread costs about as much. */
    private static final long ACTIVE_WAIT_NS = 50_000;

    private static final int SPINS_BETWEEN_CLOCKS = 32;

    /** A part of a task. */
    public interface Part {
        /** @param worker below {@link #size}; no other part has it at the same time */
        void run(int part, int worker);
    }

    /** Some rows of a loop. */
    public interface Rows {
        /**
         * @param part number of this range, in the order of the rows
         * @param worker see {@link Part}
         */
        void run(int begin, int end, int part, int worker);
    }

    private final Thread caller = Thread.currentThread();
    private final Helper[] helpers;
    private volatile Task current;
    private volatile boolean closed;

    /** @param threads the calling one included, ≥ 1 */
    public ThreadTeam(int threads) {
        this.helpers = new Helper[threads - 1];
        for (int h = 0; h < helpers.length; h++) {
            helpers[h] = new Helper(h + 1);
            helpers[h].start();
        }
    }

    public int size() {
        return 1 + helpers.length;
    }

    /** Runs all parts, and returns when they are done. The failure of the earliest failed part is thrown here. */
    public void run(int parts, Part work) {
        Task task = new Task(parts, work, caller);
        if (parts > 1 && helpers.length > 0) {
            current = task;
            for (Helper helper : helpers) {
                helper.wakeIfAsleep();
            }
        }
        task.takeParts(0);
        task.await();
        task.throwFailure();
    }

    /** Runs a loop over rows in ranges that do not depend on the number of threads. */
    public void rows(int count, Rows work) {
        run(rowParts(count), (part, worker) -> work.run(begin(part), Math.min(count, begin(part + 1)), part, worker));
    }

    /** Number of ranges of {@link #rows}. */
    static int rowParts(int count) {
        return (count + PART_ROWS - 1) / PART_ROWS;
    }

    /** First row of a range. */
    static int begin(int part) {
        return part * PART_ROWS;
    }

    /** Range of a row. */
    static int partOf(int row) {
        return row / PART_ROWS;
    }

    /** Ends the helpers and waits for their end. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        for (Helper helper : helpers) {
            LockSupport.unpark(helper);
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            caller.interrupt();
        }
    }

    private static final class Task {
        private final int parts;
        private final Part work;
        private final Thread caller;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private volatile boolean callerSleeps;
        private int failedPart = Integer.MAX_VALUE;
        private Throwable failure;

        Task(int parts, Part work, Thread caller) {
            this.parts = parts;
            this.work = work;
            this.caller = caller;
        }

        void takeParts(int worker) {
            for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                try {
                    work.run(part, worker);
                } catch (RuntimeException | Error e) {
                    fail(part, e);
                }
                if (done.incrementAndGet() == parts && callerSleeps) {
                    LockSupport.unpark(caller);
                }
            }
        }

        private synchronized void fail(int part, Throwable e) {
            if (part < failedPart) {
                failedPart = part;
                failure = e;
            }
        }

        /** By the caller, when no parts are left to take. An interrupt is kept for later: others still write. */
        void await() {
            long start = System.nanoTime();
            while (done.get() < parts && System.nanoTime() - start < ACTIVE_WAIT_NS) {
                spin();
            }
            boolean interrupted = false;
            callerSleeps = true;
            while (done.get() < parts) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                caller.interrupt();
            }
        }

        synchronized void throwFailure() {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }

    private static void spin() {
        for (int s = 0; s < SPINS_BETWEEN_CLOCKS; s++) {
            Thread.onSpinWait();
        }
    }

    private final class Helper extends Thread {
        private final int worker;
        private volatile boolean asleep;

        Helper(int worker) {
            super("multigrid-" + worker);
            this.worker = worker;
            setDaemon(true);
        }

        void wakeIfAsleep() {
            if (asleep) {
                LockSupport.unpark(this);
            }
        }

        @Override
        public void run() {
            Task last = null;
            while (!closed) {
                Task task = current;
                if (task == last) {
                    await(last);
                } else {
                    task.takeParts(worker);
                    last = task;
                }
            }
        }

        private void await(Task last) {
            long start = System.nanoTime();
            while (current == last && System.nanoTime() - start < ACTIVE_WAIT_NS) {
                spin();
            }
            asleep = true;
            while (current == last && !closed) {
                LockSupport.park(this);
            }
            asleep = false;
        }
    }
}
