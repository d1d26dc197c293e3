/** What became of the references: a page and a text for people, JUnit's XML for machines. */
package org.grainflux.report.regression;
