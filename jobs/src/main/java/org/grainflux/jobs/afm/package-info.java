/** The command {@code afm}: what it sends out and what it makes of the rows; everything else is that of a prediction. */
package org.grainflux.jobs.afm;
