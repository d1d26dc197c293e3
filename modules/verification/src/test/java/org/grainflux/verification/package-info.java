/** Checks of the whole house: architecture, reference tables, determinism, and benchmarks. Nothing here is shipped. */
package org.grainflux.verification;
