/**
 * Resistive switching of a lithium filament in Li|ceramic|electrode: what a bias does to the gap that a filament has yet to
 * cross and to the neck by which it touches the electrode.
 *
 * <h2>Symbols</h2>
 *
 * <table>
 * <caption>SI throughout</caption>
 * <tr><th>symbol</th><th>name in code</th><th>unit</th></tr>
 * <tr><td>V</td><td>biasV: of the electrode against lithium; negative plates lithium at it</td><td>V</td></tr>
 * <tr><td>g, ℓ</td><td>gap that is left, gapLengthM: working gap, which is the length of the neck too</td><td>m</td></tr>
 * <tr><td>f = ℓ − g</td><td>filledM</td><td>m</td></tr>
 * <tr><td>h ≥ f</td><td>openedM: how much of the path is cracked open</td><td>m</td></tr>
 * <tr><td>r_c, r</td><td>contactRadiusM: of the filament in the gap; neckRadiusM</td><td>m</td></tr>
 * <tr><td>r_s, L</td><td>strandRadiusM, pelletThicknessM: the formed filament behind the neck</td><td>m</td></tr>
 * <tr><td>j₀, V_m</td><td>exchangeCurrentAPerM2, molarVolumeM3PerMol</td><td>A/m², m³/mol</td></tr>
 * <tr><td>v₀ = V_m j₀/F</td><td>exchangeSpeedMPerS</td><td>m/s</td></tr>
 * <tr><td>V_c, V_o</td><td>crackingBiasV, reopeningBiasV</td><td>V</td></tr>
 * <tr><td>ρ, b</td><td>resistivityOhmM, scatteringLengthM</td><td>Ω m, m</td></tr>
 * <tr><td>I_c</td><td>complianceA</td><td>A</td></tr>
 * <tr><td>q</td><td>chargeC: that plated lithium in the gap and on the neck, less what dissolved it</td><td>C</td></tr>
 * </table>
 *
 * <h2>Equations</h2>
 *
 * <ul>
 *   <li>gap, V &lt; 0: dg/dt = −2v₀ sinh[F(|V| − V_x)/2RT], at rest for |V| ≤ V_x; V_x = V_o where the path is open
 *       (f &lt; h), V_c = V_m σ_c/F where the ceramic has yet to crack
 *   <li>gap, V &gt; 0: dg/dt = +2v₀ sinh[FV/2RT] until what is tied to the electrode is dissolved, g = ℓ
 *   <li>contact, g = 0: a neck of length ℓ and radius r_c, the very lithium that filled the gap
 *   <li>neck: dr/dt = ∓2v₀ sinh[Fη/2RT], − for V &gt; 0, η = min(|V|, I_c R(r)); cut at r = 0, where g = ℓ again
 *   <li>R(r) = ρL(1 + b/r_s)/πr_s² + ρℓ(1 + b/r)/πr²; measured current min(|V|/R, I_c) beside the ionic one, and not less
 *       than the floor of the instrument
 *   <li>q′ = j·area with j = F(dg/dt, dr/dt)/V_m on πr_c² or 2πrℓ, so q = F/V_m (πr_c² f or πr²ℓ)
 *   <li>ionic: R = arctan(2L/a)/(2πσa) + ASR/A for an electrode of area A = πa²
 *   <li>reset fails for good where I_c R &lt; V_reset even at once after forming: ρL(1 + b/r)/πr² = V_reset/I_c
 *   <li>forming, once: L is crossed at the forming bias with threshold V_c, then the radius of the whole filament grows under
 *       the compliance for as long as the bias is held
 * </ul>
 *
 * <h2>Solution</h2>
 *
 * <p>Bias is linear in time by pieces. The gap, and the neck below the compliance, then have closed forms: ∫2v₀ sinh(x) dt
 * = 2v₀t sinh(x̄) sinh(δ)/δ with x̄ the mean and 2δ the difference of x at the ends. At the compliance the equation of the
 * neck is stiff but free of time: t(r) is integrated instead of r(t), by Gauss–Legendre panels. Events (contact, cut, compliance)
 * are roots of these, found to rounding. That the compliance sets in at most once and ends at most once in a piece follows from
 * the concavity of |V| − I_c R(r(t)) in either phase, so none is missed. A test integrates the same equations in time
 * with Dormand–Prince 8(5,3) and event detection.
 *
 * <h2>Assumptions and range</h2>
 *
 * <p>Transfer coefficient ½. The whole drop over the filament acts at the neck, because the ceramic there is at the potential
 * of lithium. What lies behind the neck stays tied to lithium, so that the gap cannot grow beyond ℓ. Lithium that fills
 * an open path meets V_o (0 by default); after forming the path that reconnects the electrode is taken to be fresh but for
 * a fraction. Left out: transport in the ceramic to the front, pressure other than in V_c, heating (negligible at a tip), and
 * all filaments but one; during conduction the ionic current beside it is added and does not share the compliance. R of the
 * ionic path is exact for a ≪ L and a ≫ L and an interpolation between. The resistivity's size term is that of diffuse
 * scattering to first order, good to b/r of some units.
 *
 * <h2>References</h2>
 *
 * <p>Lu et al. 2021, Adv. Energy Mater., 10.1002/aenm.202003811 (protocols, on/off ratios); Porz et al. 2017, Adv. Energy
 * Mater. 7, 1701003 (pressure of an overpotential); Sondheimer 1952, Adv. Phys. 1, 1 (size effect, ¾ of the mean free path
 * over the diameter's scale); Valov et al. 2011, Nanotechnology 22, 254003 (electrochemical metallization cells); Dormand
 * and Prince 1980, J. Comput. Appl. Math. 6, 19.
 */
package org.grainflux.physics.memristor;
