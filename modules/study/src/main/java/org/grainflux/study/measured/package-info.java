/**
 * Measured tables as instruments write them: text with a delimiter, a header of one or two rows that states units, perhaps a
 * byte-order mark and decimal commas; and what is read off current–voltage loops. Knows no study.
 */
package org.grainflux.study.measured;
