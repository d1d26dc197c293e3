/** What one solve of a linear system costs: CPU seconds of the solving threads, iterations, memory. */
package org.grainflux.bench.solve;
