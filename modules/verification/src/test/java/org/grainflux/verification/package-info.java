/** Checks of the whole house: architecture, reference tables and determinism. Nothing here is shipped. */
package org.grainflux.verification;
