/**
 * Algebraic multigrid for large symmetric positive definite systems of diffusion, with interfaces.
 *
 * <p>Coarse nodes are an independent set in the graph of strong connections, over distance two on the finest level;
 * interpolation is multipass there and extended+i below (Ruge and Stüben 1987; De Sterck, Yang and Heys 2006; De Sterck,
 * Falgout, Nolting and Yang 2008; Yang 2010, Numer. Linear Algebra Appl. 17, 397). Copies of a node on a firm interface are
 * merged first. Matrices of levels keep one triangle, and sweeps deliver residuals as they go, so that an iteration of
 * conjugate gradients with a V-cycle reads half the fine matrix twice.
 *
 * <p>Several threads may share the work of one matrix. Rows of the set-up are computed one by one, each from what was
 * there before; sweeps visit two halves of the unknowns that do not couple at the same time, and a separator apart from
 * them, in an order that is the same on one thread. So the same matrix gives the same bits for any number of threads.
 */
package org.grainflux.fem.multigrid;
