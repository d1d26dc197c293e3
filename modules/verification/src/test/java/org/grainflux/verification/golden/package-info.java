/** A small study computed from its file to its summary: its numbers must not depend on how the work is spread. */
package org.grainflux.verification.golden;
