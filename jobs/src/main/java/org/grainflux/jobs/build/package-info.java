/** What the program was built from. */
package org.grainflux.jobs.build;
