/**
 * Reference structures and what is remembered of them. A reference is a folder with a study, the quantities that are
 * compared with their tolerances and the reasons for those, values that are known exactly, the accepted ("golden") result and
 * the checksums of all of it. The exact tier holds single structures to tolerances; the statistical tier holds populations to the
 * overlap of the intervals of their medians; the summary tier holds the summary of a small study to tolerances. What time and memory a reference took is written down and decides nothing.
 *
 * <p>A golden changes through {@link org.grainflux.study.regression.Acceptance} alone, which wants a reason and tells it in the
 * changelog.
 */
package org.grainflux.study.regression;
