/** The report of a run of the conductive tip. */
package org.grainflux.report.afm;
