/** The command line and its jobs. The only room that knows Spark. */
package org.grainflux.jobs;
