/** Runs the benchmarks written for the harness JMH: kernels and stages. */
package org.grainflux.bench.jmh;
