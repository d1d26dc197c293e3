/** Simplicial meshes in which every region owns its nodes, and their refinement. */
package org.grainflux.fem.mesh;
