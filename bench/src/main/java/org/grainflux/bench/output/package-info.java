/** Where the commands write. */
package org.grainflux.bench.output;
