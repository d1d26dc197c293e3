/**
 * Transfer of charge between lithium and an electrolyte, and what stress and incomplete contact do to it.
 *
 * <table>
 * <caption>Symbols, Java names, units</caption>
 * <tr><th>symbol</th><th>name</th><th>unit</th></tr>
 * <tr><td>Δφ = φ_Li − φ</td><td>potentialDropV</td><td>V</td></tr>
 * <tr><td>j</td><td>current density, positive out of lithium (stripping)</td><td>A/m²</td></tr>
 * <tr><td>j₀</td><td>exchangeCurrentDensityAPerM2</td><td>A/m²</td></tr>
 * <tr><td>α_a, α_c = 1 − α_a</td><td>anodicTransfer</td><td>–</td></tr>
 * <tr><td>σ_n</td><td>normalStressPa, tension positive</td><td>Pa</td></tr>
 * <tr><td>Δφ_eq = V_m σ_n/F</td><td>equilibriumShiftV</td><td>V</td></tr>
 * <tr><td>f, R_c</td><td>contactFraction, seriesResistanceOhmM2</td><td>–, Ω m²</td></tr>
 * </table>
 *
 * <h2>Equation</h2>
 *
 * j = f j₀ e^(α σ_n V_m/RT) [e^(α_a F η/RT) − e^(−α_c F η/RT)] with η = Δφ − j R_c − Δφ_eq. Pressure (σ_n &lt; 0) makes Δφ_eq negative: plating,
 * j &lt; 0, then needs a more negative Δφ, 1 mV per 7.42 MPa. The stress enters twice, in the equilibrium and in j₀, as Monroe and
 * Newman have it. Near equilibrium j = η/R_ct with R_ct = RT/(F j₀).
 *
 * <p>Assumptions: one elementary step, concentrations in the ceramic fixed (single-ion conductor), no double layer.
 *
 * <h2>References</h2>
 *
 * Newman and Thomas-Alyea (2004), Electrochemical Systems, ch. 8; Monroe and Newman (2004), J. Electrochem. Soc. 151, A880 (stress).
 */
package org.grainflux.physics.kinetics;
