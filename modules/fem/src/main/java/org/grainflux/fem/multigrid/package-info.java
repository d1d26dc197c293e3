/**
 * Algebraic multigrid for large symmetric positive definite systems of diffusion, with interfaces.
 *
 * <p>Coarse nodes are an independent set in the graph of strong connections, over distance two on the finest level;
 * interpolation is multipass there and extended+i below (Ruge and Stüben 1987; De Sterck, Yang and Heys 2006; De Sterck,
 * Falgout, Nolting and Yang 2008; Yang 2010, Numer. Linear Algebra Appl. 17, 397). Copies of a node on a firm interface are
 * merged first. Matrices of levels keep one triangle, and sweeps deliver residuals as they go, so that an iteration of
 * conjugate gradients with a V-cycle reads half the fine matrix twice.
 *
 * <p>Everything is sequential and ordered by the numbers of the unknowns: the same matrix gives the same bits.
 */
package org.grainflux.fem.multigrid;
