/** The report of a memristor run. Every figure says whether it is predicted, calibrated or a consistency check. */
package org.grainflux.report.memristor;
