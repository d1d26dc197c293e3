/**
 * A description of what a file may hold (keys, types, units, ranges, defaults, conditions, documentation), and what is
 * made from that one description: the check of a file with its error messages, the default values, the canonical form
 * that is hashed, and the JSON Schema.
 */
package org.grainflux.study.config.schema;
