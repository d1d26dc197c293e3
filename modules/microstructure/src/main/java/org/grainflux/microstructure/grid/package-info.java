/**
 * Structures as images: the grain of every cell of a grid, drawn from a plane structure or brought along as an array, and
 * the true area of the boundaries that the cells' faces stand for. The latter uses the divergence theorem only: surfaces
 * with a common rim have a common vector area.
 */
package org.grainflux.microstructure.grid;
