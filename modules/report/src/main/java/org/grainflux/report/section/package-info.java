/** The sections of a report, one class each: from what a run left to HTML. A missing part becomes a sentence. */
package org.grainflux.report.section;
