/** GrainFlux beside the public solvers that this machine has, on the same files in one run. */
package org.grainflux.bench.compare;
