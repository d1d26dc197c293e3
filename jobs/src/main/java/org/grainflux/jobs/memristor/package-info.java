/** The command {@code memristor}: what it sends out and what it makes of the rows; everything else is that of a prediction. */
package org.grainflux.jobs.memristor;
