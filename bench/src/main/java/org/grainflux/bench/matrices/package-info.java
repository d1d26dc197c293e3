/**
 * Linear systems to solve, written as files: a suite of model polycrystals of any size, and the systems of studies.
 *
 * <p>A model polycrystal fills the unit square or cube, cut into n cells a side and these into simplices (Kuhn 1960, IBM
 * J. Res. Dev. 4, 518), with the inner points moved at random so that rows are as full as on real meshes. A simplex
 * belongs to the grain of the seed next to its centroid; conductivities of grains are log-uniform. The potential is 0 at
 * x = 0 and 1 at x = 1, the other sides insulate. Grains either share their points (perfect boundaries) or own them and
 * are joined by facets of a given conductance per area.
 */
package org.grainflux.bench.matrices;
