/**
 * Study and material files: read, checked with line numbers, converted once from laboratory units to SI, and handed on
 * as immutable records. {@link org.grainflux.study.config.StudyReader} is the way in,
 * {@link org.grainflux.study.config.StudyConfig} what comes out, and
 * {@link org.grainflux.study.config.StudySchema} the one description of every key, unit, range and default.
 */
package org.grainflux.study.config;
