/**
 * A run's folder: what is written where, how a batch of results is committed, what is finished, and how the committed
 * rows are read back. No engine words.
 *
 * <p>Protocol: a batch writes its rows to part files named by the attempt that wrote them, then creates a commit marker
 * that names these files. The marker is created whole and only if absent, so of two attempts one counts; a file no
 * marker names does not exist for a reader. Finished means committed.
 */
package org.grainflux.study.run;
