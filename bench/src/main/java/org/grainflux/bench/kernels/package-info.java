/**
 * The loops in which solvers spend their time, each counting the bytes it must move and the operations it does. Bytes are
 * those that any implementation must read or write once, caches or not; a store counts once, as STREAM counts it
 * (McCalpin 1995), though the processor reads the line before it writes.
 */
package org.grainflux.bench.kernels;
