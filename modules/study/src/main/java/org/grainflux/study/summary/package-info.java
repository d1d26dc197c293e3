/**
 * From the rows of a run to its answer: per design the critical current density with its intervals under each
 * hypothesis, hot spots, shares of modes and of variance, written as {@code summary.json} and as a small table.
 *
 * <p>The median, its 95 % interval and the population's percentiles use the nominal draw (every distribution of the
 * study at its median): what varies there are structures and flaws. The prior-predictive interval uses the draws from
 * the study's distributions; published observations are to be compared with that one. Structures are the clusters of
 * every interval: both electrodes and all flaw draws of a structure are resampled together.
 */
package org.grainflux.study.summary;
