/**
 * Ion transport through grains on a grid, for images and for statistics larger than meshes can carry.
 *
 * <p>Equations as in the transport package: −∇·(σ ∇φ) = 0 in every grain, J·n = [φ]/R_gb on boundaries, periodic sides,
 * J·n = (φ_Li − φ)/R_int at electrodes. Discretised by cell-centred finite volumes: a face of area A conducts
 * A / (h/2σ + R_gb/c + h/2σ′), with c the ratio of true boundary to staircase ({@link
 * org.grainflux.microstructure.grid.BoundaryAreas}). Boundaries along faces are exact; oblique ones converge with about
 * first order, and what happens within a few cells of a boundary foot is not resolved.
 */
package org.grainflux.physics.gridflux;
