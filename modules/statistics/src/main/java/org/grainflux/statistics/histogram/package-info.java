/**
 * Populations that merge exactly and in any order, so that the same study gives the same bits on any partitioning:
 * logarithmic bins of 0.1 % with long counts, the exact order statistics of chosen ranks from a second pass, and sums
 * without rounding until they are read.
 *
 * <p>Bin k of the positive values holds \(1.001^{k} \le x &lt; 1.001^{k+1}\). The exact sum is a fixed-point number
 * covering the whole range of double (a Kulisch accumulator, here in 32-bit limbs with deferred carries), rounded once, to
 * nearest even, when read.
 *
 * <p>Reference: Kulisch &amp; Snyder (2011), Computing 91, 307; Neal (2015), arXiv:1505.05571.
 */
package org.grainflux.statistics.histogram;
