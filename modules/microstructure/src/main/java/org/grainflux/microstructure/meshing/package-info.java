/**
 * Meshes of grain structures: every cell becomes a fan of simplices, longest-edge bisection grades them, and the nodes
 * are split so that every grain owns its own.
 *
 * <p>Size field: \( h(x) = \min(h_{int}, \min_f (h_f + g\,|x-x_f|)) \) over the features f: feet, junctions, electrodes
 * and points asked for; h bounds the longest edge of the element centred at x.
 */
package org.grainflux.microstructure.meshing;
