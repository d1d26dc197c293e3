/**
 * Statistics of populations that are sampled in clusters, may be censored and are ruled by their weakest member. Knows
 * numbers, not physics. Values are positive quantities in any unit; {@code +∞} means "censored: above everything that
 * was tried", {@code NaN} means "failed" and is excluded and counted.
 *
 * <ul>
 *   <li>{@link org.grainflux.statistics.resampling}: quantiles and ratios with intervals, resampling whole clusters
 *   <li>{@link org.grainflux.statistics.tail}: weakest-link extrapolation to another area, or a refusal in words
 *   <li>{@link org.grainflux.statistics.variance}: which source the variance comes from
 *   <li>{@link org.grainflux.statistics.histogram}: populations that merge exactly and in any order
 *   <li>{@link org.grainflux.statistics.convergence}: Richardson estimates from three meshes
 *   <li>{@link org.grainflux.statistics.censoring}: scoring predictions against observations and bounds
 * </ul>
 */
package org.grainflux.statistics;
