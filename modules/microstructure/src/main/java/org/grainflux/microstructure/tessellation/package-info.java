/**
 * Random tessellations of a plane or solid cell: seeds, Voronoi and power diagrams, and the collapse of short edges and
 * small faces.
 *
 * <p>Symbols: d grain size (m), \( \lambda = 1/d^2 \) or \( 1/d^3 \) seed density (1/m² or 1/m³), w weight of a seed (m²). The power cell of
 * seed i is \( \{x : |x-x_i|^2 - w_i \le |x-x_j|^2 - w_j \;\forall j\} \), a Voronoi cell when all weights are equal.
 * The last axis is cut flat at the two electrodes, or periodic in reference tessellations; the others are periodic.
 *
 * <p>Assumption in 2D: the plane is the structure, grain boundaries are straight columns along the third axis. A planar
 * section of a 3D Poisson–Voronoi structure has other statistics.
 *
 * <p>References: Okabe, Boots, Sugihara, Chiu (2000), Spatial Tessellations; Lloyd (1982), IEEE Trans. Inf. Theory 28,
 * 129; Kitagawa, Mérigot, Thibert (2019), J. Eur. Math. Soc. 21, 2603 and Bourne, Kok, Roper, Spanjer (2020), Phil.
 * Mag. 100, 2677 for grains of given sizes.
 */
package org.grainflux.microstructure.tessellation;
