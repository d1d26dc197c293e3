/** The job behind {@code grainflux predict}: from a study to the finished folder of its run. */
package org.grainflux.jobs.predict;
