/**
 * Grain structures: how they are made, what their boundary network is, how they are meshed, and how close the realized
 * statistics came to the target.
 */
package org.grainflux.microstructure;
