/**
 * Stress in a polycrystal between its electrodes.
 *
 * <h2>Symbols</h2>
 *
 * <table>
 * <caption>SI throughout; tension positive, pressures positive in compression</caption>
 * <tr><th>symbol</th><th>name in code</th><th>unit</th></tr>
 * <tr><td>E, ν; C₁₁, C₁₂, C₄₄</td><td>youngsModulusPa, poissonRatio; c11Pa, c12Pa, c44Pa</td><td>Pa, –</td></tr>
 * <tr><td>δ, E_zone</td><td>BoundaryZone thicknessM, youngsModulusPa</td><td>m, Pa</td></tr>
 * <tr><td>k_n, k_t</td><td>FacetSprings normalPaPerM, tangentialPaPerM</td><td>Pa/m</td></tr>
 * <tr><td>P</td><td>stackPressurePa</td><td>Pa</td></tr>
 * <tr><td>p</td><td>flawPressurePa</td><td>Pa</td></tr>
 * <tr><td>ε*</td><td>eigenstrains: xx, yy, zz, yz, xz, xy, shear as 2ε</td><td>–</td></tr>
 * <tr><td>σ; tr σ/3</td><td>elementPa; meanPa</td><td>Pa</td></tr>
 * <tr><td>σ_n</td><td>boundaryNormalPa, electrodeNormalPa</td><td>Pa</td></tr>
 * <tr><td>Σ</td><td>lateralStressPa, meanStressPa</td><td>Pa</td></tr>
 * </table>
 *
 * <h2>Equation</h2>
 *
 * <p>div σ = 0, σ = C (ε − ε*), in plane strain or in space; across a boundary the traction is continuous and t = K [u]. A
 * zone of thickness δ between grains that hold it in its plane is compressed by σ_n δ/M_zone, M = E(1 − ν)/((1 + ν)(1 − 2ν)), and
 * sheared by τ δ/G_zone. The mesh has grain in its place, which yields σ_n δ/M_grain and τ δ/G_grain already, so that
 *
 * <pre>  1/k_n = δ (1/M_zone − 1/M_grain),   1/k_t = δ (1/G_zone − 1/G_grain).</pre>
 *
 * <p>With 5 nm, 120 and 145 GPa the normal spring is 1.7·10²⁰ Pa/m: it yields as much as 1.04 nm of grain.
 *
 * <h2>Boundary conditions</h2>
 *
 * <p>Electrodes: uniform pressure P, or flat parallel plates without friction whose mean pressure is P. All other axes are
 * periodic, with no mean strain (confined) or a given mean stress (free sides: none). Open facets transmit nothing; lithium in
 * them presses on both faces with p. In plane strain u_z = 0, and a crystal turned out of the plane keeps it by σ_xz and σ_yz.
 *
 * <p>Stack pressure alone gives, in a homogeneous body, −P along the stack and −ν/(1 − ν) P = −0.35 P (confined) or 0 (free) along
 * the plane.
 *
 * <h2>Assumptions and range</h2>
 *
 * <p>Small strains, linear. Springs cannot be stiffer than what they stand for, so a zone stiffer than its grains is refused.
 * Faces of open facets may overlap when the load closes them; a negative normal jump says so. Averages of grains and tractions
 * of facets converge with the mesh; the stress of an element at the tip of open facets, a junction or a foot does not.
 *
 * <h2>Discretisation</h2>
 *
 * <p>{@link org.grainflux.fem.elasticity}: order 2 in displacements, 1 in stresses. Mean stresses are forces across the period,
 * normal stresses at electrodes nodal forces, both in equilibrium with the loads to rounding.
 *
 * <h2>References</h2>
 *
 * <p>Hashin 2002, J. Mech. Phys. Solids 50, 2509 (layers as springs); Hill 1952, Proc. Phys. Soc. A 65, 349; Nye 1985; Yu et al.
 * 2016, Chem. Mater. 28, 197; Ni et al. 2012, J. Mater. Sci. 47, 7978; Lu et al. 2021, 10.1002/aenm.202003811 (5 nm, 120 GPa);
 * Fincher et al. 2022 (in-plane compression).
 */
package org.grainflux.physics.elasticity;
