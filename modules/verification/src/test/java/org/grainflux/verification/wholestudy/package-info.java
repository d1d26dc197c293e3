/**
 * A small study computed from its file to its summary. Its numbers may change on purpose only and must not depend on how
 * the work is spread. It is the reference {@code whole-study}, whose golden changes as that of any other does.
 */
package org.grainflux.verification.wholestudy;
