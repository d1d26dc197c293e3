/**
 * A conductive tip on the polycrystal's surface: the current it draws and the bias at which a filament starts under it.
 *
 * <h2>Symbols</h2>
 *
 * <table>
 * <caption>SI throughout</caption>
 * <tr><th>symbol</th><th>name in code</th><th>unit</th></tr>
 * <tr><td>a, L</td><td>contactRadiusM, sideM</td><td>m</td></tr>
 * <tr><td>σ, σ_L, t</td><td>conductivitySPerM, those of a {@link org.grainflux.physics.tip.SurfaceLayer}</td><td>S/m, m</td></tr>
 * <tr><td>R_ct, R</td><td>chargeTransferOhmM2, resistanceOhm</td><td>Ω m², Ω</td></tr>
 * <tr><td>a* = 4σR_ct/π</td><td>crossoverRadiusM</td><td>m</td></tr>
 * <tr><td>1/(1 + a/a*)</td><td>interfaceShare</td><td>–</td></tr>
 * <tr><td>c, K_IC</td><td>depthM, toughnessPaSqrtM</td><td>m, Pa √m</td></tr>
 * <tr><td>V_GB, V_GI, d, ℓ</td><td>boundaryV, interiorV, distanceM, decayLengthM</td><td>V, m</td></tr>
 * <tr><td>L_A, λ</td><td>boundaryLengthPerAreaPerM, grainsPerAreaPerM2</td><td>1/m, 1/m²</td></tr>
 * <tr><td>F(η); m, s</td><td>grooveShare; modulus, scaleV of a Weibull law</td><td>–; –, V</td></tr>
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
 * <h2>Bias of a filament</h2>
 *
 * <ul>
 *   <li>a groove: η = (V_m/F) K_IC/(Y√(πc)), at distance d reached through the disc's surface potential:
 *       η (π/2)/asin(a/max(a, d))
 *   <li>the interior: η = (V_m/F)(E s + p), ideal strength E s and the mean pressure p of the tip, at most the hardness
 *   <li>V = η (1 + a/a*): the rest of the bias drops in the ceramic
 *   <li>breakdown, apart: V = (π/2) a E_b, the field 2V/(πa) in the middle of the disc
 *   <li>through a layer: η over the potential below the layer
 *   <li>an electrode of side L touches n = 4L·L_A/π + 3λL² edges, each with a groove: P(bias &gt; V) = exp[−n F(η)]
 * </ul>
 *
 * <h2>Assumptions and range</h2>
 *
 * <p>One groove per boundary edge, equal along it, whose depth is not measured: a prior. Linear elastic fracture mechanics of a
 * groove larger than the contact. The distance law takes the surface potential of an isopotential disc, which charge
 * transfer would flatten: it is the published form, not a consequence of the resistances above. Mechanics cannot reach the bias
 * measured inside grains; the shortfall is a result. Breakdown is calibrated by one measured value and is no prediction.
 *
 * <h2>References</h2>
 *
 * <p>Lu et al. 2021, Adv. Energy Mater., 10.1002/aenm.202003811; Porz et al. 2017, Adv. Energy Mater. 7, 1701003; Holm 1967, Electric
 * Contacts; Carslaw and Jaeger 1959, Conduction of Heat in Solids, 8.2; Kelly and Macmillan 1986, Strong Solids; Miles 1964,
 * Sankhya A 26, 85 (cells met by a figure).
 */
package org.grainflux.physics.tip;
