/** What a person reads of a finished run: the report, its figures and the fields for ParaView. */
package org.grainflux.report;
