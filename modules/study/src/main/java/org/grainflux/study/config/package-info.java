/**
 * Study and material files: read, checked with line numbers, converted once from laboratory units to SI, and handed on
 * as immutable records, of which {@link org.grainflux.study.config.StudyConfig} is the outermost.
 */
package org.grainflux.study.config;
