/**
 * Ion transport through a polycrystal between two lithium electrodes, with direct contact or an ionic interlayer at
 * each of them, and the current distribution that results.
 *
 * <h2>Symbols</h2>
 *
 * <table>
 * <caption>Symbols, Java names, units</caption>
 * <tr><th>symbol</th><th>name</th><th>unit</th></tr>
 * <tr><td>φ</td><td>potential</td><td>V (solutions are per volt across the cell)</td></tr>
 * <tr><td>σ_g</td><td>conductivity tensor of a grain</td><td>S/m</td></tr>
 * <tr><td>R_gb</td><td>boundaryResistanceOhmM2</td><td>Ω m²</td></tr>
 * <tr><td>R_int(x)</td><td>{@link org.grainflux.physics.transport.ResistanceProfile}</td><td>Ω m²</td></tr>
 * <tr><td>t, σ_HL</td><td>thicknessM, conductivitySPerM of an interlayer</td><td>m, S/m</td></tr>
 * <tr><td>R_1, R_2</td><td>lithiumSideOhmM2, electrolyteSideOhmM2</td><td>Ω m²</td></tr>
 * <tr><td>j</td><td>current density, positive from the lower to the upper electrode</td><td>A/m²</td></tr>
 * </table>
 *
 * <h2>Equations</h2>
 *
 * −∇·(σ_g ∇φ) = 0 in every grain; J·n = [φ]/R_gb on every grain boundary, a surface of zero thickness with an optional
 * tangential conductance; periodic sides. At an electrode: φ = φ_Li (perfect contact), J·n = (φ_Li − φ)/R_int(x), or a
 * layer of conductivity σ_HL and thickness t with J·n = [φ]/R_1 at Li|HL and J·n = [φ]/R_2 at HL|LLZO. Lithium is at 1
 * V below and 0 V above.
 *
 * <h2>Discretisation</h2>
 *
 * P1 simplices with one copy of a node per grain; facet resistances at interfaces. The polycrystal is condensed once to
 * its electrode nodes (Schur complement S); every design of the contacts is then a small dense problem A(μ) = S + σ_HL K
 * + M_1/R_1 + M_2/R_2. {@link org.grainflux.physics.transport.ReducedInterfaceFamily} projects it once for many designs. Contact resistances use lumped (diagonal) mass, which keeps A an
 * M-matrix wherever S is one. Inside a layer the current is the exact continuation of its surface's potential. Currents are variational nodal reactions: total current converges as h² on smooth
 * solutions. Where a boundary meets an electrode obliquely the current density is singular, r^(π/(2θ) − 1) for the
 * obtuse angle θ, so only averages over windows of stated length are reported.
 *
 * <p>Error of the sliding maximum over windows of 100, 200, 500 and 1000 nm on random structures at σ_gb/σ_g = 10⁻³,
 * against 10 nm at the feet (mean and worst of eight electrodes): 1.2, 0.6, 0.3, 0.2 % and 2.4, 1.0, 0.5, 0.3 % with
 * 40 nm; 0.4, 0.12, 0.08, 0.06 % and 0.7, 0.3, 0.2, 0.1 % with 20 nm. This is with each node's reaction spread over its
 * own dual cell. Densities recovered with the consistent mass matrix were worse everywhere (2.0, 0.9, 0.4, 0.2 % in the mean
 * at 40 nm): next to a singular foot they oscillate.
 *
 * <h2>References</h2>
 *
 * Lu et al. (2021), Adv. Energy Mater., doi:10.1002/aenm.202003811 (geometry, conductivities, interlayer). Thomson's
 * principle: Milton (2002), The Theory of Composites, ch. 13. Variational reactions: Carey, Chow &amp; Seager (1985),
 * Comput. Methods Appl. Mech. Eng. 50, 107.
 */
package org.grainflux.physics.transport;
