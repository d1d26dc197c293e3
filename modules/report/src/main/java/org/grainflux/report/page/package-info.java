/** Building blocks of the page: document, tables, numbered figures. One file, no script, nothing loaded from outside. */
package org.grainflux.report.page;
