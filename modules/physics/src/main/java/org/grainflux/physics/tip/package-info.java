/**
 * A conductive tip on the polycrystal's surface: the current it draws, the bias at which a filament starts under it, and
 * what a scan across a boundary reads.
 *
 * <h2>Symbols</h2>
 *
 * <table>
 * <caption>SI throughout</caption>
 * <tr><th>symbol</th><th>name in code</th><th>unit</th></tr>
 * <tr><td>a</td><td>radiusM, contactRadiusM</td><td>m</td></tr>
 * <tr><td>σ, σ_L, t</td><td>conductivitySPerM, layer conductivity and thickness</td><td>S/m, m</td></tr>
 * <tr><td>R_ct, R</td><td>chargeTransferOhmM2, resistanceOhm</td><td>Ω m², Ω</td></tr>
 * <tr><td>a* = 4σR_ct/π</td><td>crossoverRadiusM</td><td>m</td></tr>
 * <tr><td>s = 1/(1 + a/a*)</td><td>interfaceShare</td><td>–</td></tr>
 * </table>
 *
 * <h2>Contact resistance</h2>
 *
 * <p>−∇·(σ∇φ) = 0 in the half-space z &gt; 0; on the disc r &lt; a of the surface −σ ∂φ/∂z = (1 − φ)/R_ct, or φ = 1 for
 * R_ct = 0; no flux on the rest of it; far away φ is that of a point source, −σ ∂φ/∂n = σφ (x·n)/|x|² on the sides of a
 * square of at least 32 a and 32 t. P1 elements on the half-plane (r, z), weighted with 2πr and graded to the edge of the
 * disc, where without charge transfer ∂φ/∂z ~ (a − r)^(−1/2). Order 2 in the resolution. Limits: R → 1/(4σa) for
 * R_ct → 0 and R_ct/(πa²) + 8/(3π²σa) for R_ct ≫ a/σ.
 *
 * <h2>References</h2>
 *
 * <p>Lu et al. 2021, Adv. Energy Mater., 10.1002/aenm.202003811; Holm 1967, Electric Contacts; Carslaw and Jaeger 1959,
 * Conduction of Heat in Solids, 8.2.
 */
package org.grainflux.physics.tip;
