/** What carries batches of work to cores: Spark, or plain threads to measure Spark against. */
package org.grainflux.jobs.engine;
