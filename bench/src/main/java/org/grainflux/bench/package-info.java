/** Benchmarks that anybody can rerun: {@code bench/solve}, {@code bench/compare} and what they need. Not shipped. */
package org.grainflux.bench;
