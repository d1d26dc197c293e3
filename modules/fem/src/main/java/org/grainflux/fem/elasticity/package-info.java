/**
 * Linear elasticity at small strain with first-order (P1) simplices: plane strain in two dimensions, full in three, with
 * interfaces of zero thickness that yield like springs or are open.
 *
 * <p>Weak form: find u with, for all v,
 *
 * <pre>
 *   Σ_regions ∫ ε(v):C:ε(u)  +  Σ_closed facets ∫ [v]·K[u]
 *     =  ∫ f·v  +  Σ_borders ∫ t·v  +  Σ_open facets ∫ p n·[v]  +  Σ_regions ∫ ε(v):C:ε*  +  Σ_closed facets ∫ [v]·K H o
 * </pre>
 *
 * <table>
 * <caption>Symbols; in two dimensions forces and energies are per metre of depth</caption>
 * <tr><th>symbol</th><th>Java name</th><th>unit</th></tr>
 * <tr><td>u, [u]</td><td>displacementM, jumpM (plus minus minus)</td><td>m</td></tr>
 * <tr><td>C</td><td>StiffnessTensor</td><td>Pa</td></tr>
 * <tr><td>K = k_n nn + k_t (1 − nn)</td><td>FacetSprings</td><td>Pa/m</td></tr>
 * <tr><td>σ, ε, ε*</td><td>stressPa, strain, eigenstrain: xx, yy, zz, yz, xz, xy, shear as 2ε</td><td>Pa, –</td></tr>
 * <tr><td>f, t, p</td><td>bodyForce, traction, pressure and openingPressure</td><td>N/m³, Pa, Pa</td></tr>
 * <tr><td>n</td><td>normal of FacetSides: minus to plus, or out of the body</td><td>–</td></tr>
 * <tr><td>H, o</td><td>meanGradient, period between the sides of a facet</td><td>–, m</td></tr>
 * </table>
 *
 * <p>The path: an {@link org.grainflux.fem.elasticity.ElasticBody} (mesh, materials, open facets) and its {@link
 * org.grainflux.fem.elasticity.PrescribedDisplacements} make an {@link org.grainflux.fem.elasticity.ElasticSystem}, which
 * turns {@link org.grainflux.fem.elasticity.ElasticLoads} into an {@link org.grainflux.fem.elasticity.ElasticField}.
 *
 * <p>{@link org.grainflux.fem.elasticity.UnilateralContact}: 0 ≤ λ ≤ limit, depth = approach − gap − F λ, depth ≤ 0 where λ = 0,
 * depth = 0 between, depth ≥ 0 at the limit; F is the compliance of the nodes that may touch.
 *
 * <p>{@link org.grainflux.fem.elasticity.FaceContact}: w = w₀ + F λ, w ≥ 0, λ ≥ 0, w λ = 0 at the pairs of nodes of open facets; w is
 * their opening and F its compliance.
 *
 * <h2>Boundary conditions and assumptions</h2>
 *
 * <p>Borders without a condition are free. Unknown = node · dimension + axis. In plane strain u_z = 0 and fields do not
 * depend on z: a crystal turned out of the plane is held by σ_xz and σ_yz as well. Open facets transmit nothing and may
 * overlap, unless their contact is asked for. Elements of first order lock as ν → ½.
 *
 * <p>Smooth solutions converge with order 1 in H1 and 2 in L2; stresses with order 1. At the tip of open facets the stress
 * is singular and the order falls to ½.
 *
 * <p>References: Hughes (1987), The Finite Element Method; Nye (1985), Physical Properties of Crystals; Hashin (2002), J. Mech.
 * Phys. Solids 50, 2509 (thin layers as springs); Mura (1987), Micromechanics of Defects in Solids (eigenstrain).
 */
package org.grainflux.fem.elasticity;
