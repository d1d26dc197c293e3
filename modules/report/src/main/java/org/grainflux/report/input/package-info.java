/**
 * What a report is made of, gathered from a run's folder: the summary, the resolved study, the status and the rows that
 * figures are drawn from. Whatever is missing there is empty here; nothing is null.
 */
package org.grainflux.report.input;
