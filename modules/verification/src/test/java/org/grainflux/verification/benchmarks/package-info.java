/**
 * What one realization costs, stage by stage: a square of 100 µm with a hundred grains of 10 µm and feet of 40 nm, about
 * 75,000 unknowns. Run with the Maven profile {@code benchmark}; see CONTRIBUTING.md.
 */
package org.grainflux.verification.benchmarks;
