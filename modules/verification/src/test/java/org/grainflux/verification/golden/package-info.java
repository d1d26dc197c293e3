/**
 * A small study computed from its file to its summary. Its numbers may change on purpose only and must not depend on how
 * the work is spread. The study and its accepted summary are test resources of this package; CONTRIBUTING.md says how a
 * new summary is accepted.
 */
package org.grainflux.verification.golden;
