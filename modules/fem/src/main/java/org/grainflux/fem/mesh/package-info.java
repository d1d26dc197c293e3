/** Simplicial meshes in which every region owns its nodes, their refinement, and cuts through regions of the plane. */
package org.grainflux.fem.mesh;
