/**
 * Flux, contact and stress on the same grains, brought to a fixed point at a given mean current density.
 *
 * <table>
 * <caption>Symbols, Java names, units</caption>
 * <tr><th>symbol</th><th>name</th><th>unit</th></tr>
 * <tr><td>σ_n</td><td>normal stress at an electrode, tension positive</td><td>Pa</td></tr>
 * <tr><td>f</td><td>contactFraction</td><td>–</td></tr>
 * <tr><td>Δφ = φ_Li − φ</td><td>potentialDropV</td><td>V</td></tr>
 * <tr><td>p</td><td>pressurePa of lithium in a flaw, compression positive</td><td>Pa</td></tr>
 * </table>
 *
 * <h2>Equations</h2>
 *
 * <ol>
 * <li>Flux: Butler–Volmer kinetics at every electrode node, with the stress there in its equilibrium and its exchange
 *     current, f = P/H_eff of the local pressure as the part that touches, and the constriction towards it in series.
 * <li>Flaws: lithium enclosed in a flaw stops taking charge where its equilibrium has moved by the drop of potential beside it,
 *     p = −F Δφ/V_m, of which the interface's own pressure is part: p = P + Fη/V_m (Porz et al. 2017); it never holds more than P and
 *     what extrudes it.
 *     Flaws that conduct exchange charge with both faces, at their pressure, and are full where no net current enters them; at the
 *     pressure of growth or extrusion they take current.
 * <li>Stress: elasticity of the grains with the flaws open under p and the electrodes under the stack pressure.
 * </ol>
 *
 * <p>The unknown of the iteration is σ_n at the nodes of both electrodes, and in flaws that conduct. Without stress and with complete
 * contact the result is that of the flux alone.
 *
 * <p>Assumptions: plane strain; lithium of a flaw is under one pressure. Flaws that do not conduct are at equilibrium with the electrode
 * beside their foot, so the ohmic detour of their depth is not in the field but in the criterion.
 */
package org.grainflux.physics.coupling;
