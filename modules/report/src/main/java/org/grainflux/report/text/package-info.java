/** How numbers and texts appear to a reader: three significant figures, units always, markup escaped. */
package org.grainflux.report.text;
