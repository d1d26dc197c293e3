/**
 * What one realization costs, stage by stage: a square of 100 µm with a hundred grains of 10 µm and feet of 40 nm, about
 * 75,000 unknowns. Run by {@code bench/jmh}.
 */
package org.grainflux.bench.stages;
