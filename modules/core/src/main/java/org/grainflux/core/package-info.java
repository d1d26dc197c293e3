/**
 * What every room shares: units at the edge, physical constants with their source, the two families of errors, named
 * random streams and scalar distributions. Uses the JDK only.
 */
package org.grainflux.core;
