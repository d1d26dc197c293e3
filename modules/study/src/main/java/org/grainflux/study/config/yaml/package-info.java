/** YAML with the place of every key and value kept, so that an error can name file and line; and plain YAML writing. */
package org.grainflux.study.config.yaml;
