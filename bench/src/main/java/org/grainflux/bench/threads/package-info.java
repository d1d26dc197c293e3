/** What further threads are worth. */
package org.grainflux.bench.threads;
