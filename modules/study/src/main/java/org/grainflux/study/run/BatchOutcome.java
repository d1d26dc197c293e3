package org.grainflux.study.run;

/**
 * The little that a finished batch tells its driver; all rows are in the run's folder.
 *
 * @param firstStartedMillis when its first work unit started, since the epoch
 * @param firstFinishedMillis when its first work unit was finished
 * @param computeNanos time inside the work units, without writing
 */
public record BatchOutcome(
        int completed, int failed, int aborted, long firstStartedMillis, long firstFinishedMillis, long computeNanos) {}
