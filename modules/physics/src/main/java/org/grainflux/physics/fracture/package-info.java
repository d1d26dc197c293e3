/**
 * When lithium plated into flaws of the ceramic breaks it: flaws, the Griffith criterion, and the critical current
 * density under three hypotheses.
 *
 * <h2>Symbols</h2>
 *
 * <table>
 * <caption>SI throughout</caption>
 * <tr><th>symbol</th><th>name in code</th><th>unit</th></tr>
 * <tr><td>c</td><td>depthM</td><td>m</td></tr>
 * <tr><td>w</td><td>openingM</td><td>m</td></tr>
 * <tr><td>K_IC</td><td>toughnessPaSqrtM</td><td>Pa √m</td></tr>
 * <tr><td>Y</td><td>geometryFactor</td><td>–</td></tr>
 * <tr><td>p</td><td>pressurePa</td><td>Pa</td></tr>
 * <tr><td>σ_comp</td><td>compressionPa</td><td>Pa</td></tr>
 * <tr><td>η, η_c</td><td>overpotentialV, criticalOverpotentialV</td><td>V</td></tr>
 * <tr><td>V_m</td><td>molarVolumeM3PerMol</td><td>m³/mol</td></tr>
 * <tr><td>R</td><td>interfaceAsrOhmM2</td><td>Ω m²</td></tr>
 * <tr><td>k</td><td>fluxRatio</td><td>–</td></tr>
 * <tr><td>u(x) = η(x)/i</td><td>upperOverpotentialOhmM2, lowerOverpotentialOhmM2</td><td>Ω m²</td></tr>
 * <tr><td>σ_g</td><td>grainConductivitySPerM</td><td>S/m</td></tr>
 * <tr><td>i, i_c, i_strip, i_lim</td><td>…APerM2</td><td>A/m²</td></tr>
 * <tr><td>t₊</td><td>transferenceNumber</td><td>–</td></tr>
 * </table>
 *
 * <h2>Equations</h2>
 *
 * <ul>
 *   <li>p = Fη/V_m, never above the extrusion cap (2/√3) σ_y(w) c/w
 *   <li>a flaw extends when Y p √(πc) ≥ K_IC + Y σ_comp √(πc); in energies, K²(1−ν²)/E ≥ G_c
 *   <li>F1: i = η_c/(kR) with one calibrated flaw; k = 10 or 1 as quoted, or w1000 of the perfect-contact field
 *   <li>F2: i = min over flaws of η_c/(u(x) + c/σ_g), u from the field of the design itself, for both bounds of η
 *   <li>F3: i = min(F2, i_strip, i_lim), i_lim = 4 t₊ (RT/F)/R_HL,bulk
 * </ul>
 *
 * <h2>Both polarities</h2>
 *
 * <p>An {@link org.grainflux.physics.fracture.ElectrodeState} is one electrode while it plates. Its flaws, field and
 * resistance are those of the plating side; the stripping side enters through i_strip (lithium metal that touches the
 * ceramic there forms voids) and through its own ionic layer, whose salt depletes as well. A realization is evaluated
 * twice, electrode 0 plating and electrode 1 plating, and
 * {@link org.grainflux.physics.fracture.FilamentRisk#firstToFail} gives the cell that cycles both.
 *
 * <h2>Assumptions and range</h2>
 *
 * <p>Flaws are independent edge cracks normal to the electrode, filled with lithium, without interaction; linear elastic
 * fracture mechanics of first extension (initiation), not of a long dendrite driven from its rear. The yield law of
 * lithium is extrapolated below 1 µm. c/σ_g is the ohmic detour of a conductive flaw in a half-space of grain
 * conductivity. Flaw sites are the feet of boundaries on a line electrode (2D) or their traces on a plane (3D), with the
 * same number of flaws per length of trace. Nothing is discretised: the only numerical error is that of u(x).
 *
 * <h2>Calibrated, predicted</h2>
 *
 * <p>Calibrated: the flaw of F1 (fitted to two observations), i_strip (itself a measured critical current). Assumed: the
 * flaw population, the dominant unknown. Predicted: everything else given those.
 *
 * <h2>References</h2>
 *
 * <p>Lu et al. 2021, Adv. Energy Mater., 10.1002/aenm.202003811; Porz et al. 2017, Adv. Energy Mater. 7, 1701003; Xu et
 * al. 2017, PNAS 114, 57; Masias et al. 2019, J. Mater. Sci. 54, 2585; Ning et al. 2023, Nature 618, 287; Fincher et al.
 * 2022, Joule 6, 2794; Monroe and Newman 2005, J. Electrochem. Soc. 152, A396.
 */
package org.grainflux.physics.fracture;
