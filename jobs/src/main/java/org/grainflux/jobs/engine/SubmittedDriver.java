package org.grainflux.jobs.engine;

import java.util.Optional;

/**
 * A driver that a cluster has taken, as the cluster knows it: the run's status tells nothing before the driver's virtual machine has
 * started.
 */
public interface SubmittedDriver {
    /** Of a driver that waits until enough cores and memory are free. */
    String WAITING = "submitted";

    /** Of a driver whose process the cluster has started, or will start again. */
    String RUNNING = "running";

    /** By which the cluster's pages and logs name it. */
    String id();

    /** What the cluster says of it: {@link #WAITING}, {@link #RUNNING}, {@code failed}, {@code error}, …; empty without an answer. */
    Optional<String> state();

    /** Asks the cluster to end it, and not to start it again. */
    void kill();
}
