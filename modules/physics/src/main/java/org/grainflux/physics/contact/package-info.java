/**
 * Contact of a tip with the ceramic, and of rough lithium with the ceramic.
 *
 * <h2>Symbols</h2>
 *
 * <table>
 * <caption>SI throughout</caption>
 * <tr><th>symbol</th><th>name in code</th><th>unit</th></tr>
 * <tr><td>r, P</td><td>tipRadiusM, forceN</td><td>m, N</td></tr>
 * <tr><td>E*</td><td>reducedModulusPa</td><td>Pa</td></tr>
 * <tr><td>M = E/(1−ν²)</td><td>indentationModulusPa</td><td>Pa</td></tr>
 * <tr><td>H</td><td>hardnessPa</td><td>Pa</td></tr>
 * <tr><td>w</td><td>workOfAdhesionJPerM2</td><td>J/m²</td></tr>
 * <tr><td>A, p</td><td>areaM2, meanPressurePa</td><td>m², Pa</td></tr>
 * <tr><td>C₁₁, C₁₂, C₄₄</td><td>c11Pa, c12Pa, c44Pa</td><td>Pa</td></tr>
 * <tr><td>f</td><td>fraction</td><td>–</td></tr>
 * <tr><td>H_eff, σ_y</td><td>effectiveHardnessPa, lithiumYieldPa</td><td>Pa</td></tr>
 * <tr><td>w, σ_y(w)</td><td>sizeM, yieldPa</td><td>m, Pa</td></tr>
 * <tr><td>2b, a</td><td>periodM, spotRadiusM or spotHalfWidthM</td><td>m</td></tr>
 * <tr><td>R_ct, ASR</td><td>chargeTransferOhmM2, …OhmM2</td><td>Ω m²</td></tr>
 * </table>
 *
 * <h2>Equations</h2>
 *
 * <ul>
 *   <li>Hertz A = π(3Pr/4E*)^(2/3); plastic A = P/H; JKR a³ = (3r/4E*)(P + 3πwr + √(6πwrP + (3πwr)²)), pull-off 1.5πwr
 *   <li>1/E* = 1/M_tip + 1/M_ceramic, M_ceramic from the grain's orientation, lowered at boundaries
 *   <li>a yielding contact: elastic and frictionless below the pressure 3σ_y(w) of its own size w, flowing at it
 *   <li>rough f = min(1, P/H_eff) with a floor; elastic f = κP/(E*h′) for comparison
 *   <li>ASR = R_ct/f + πa(1−√f)^1.5/(4σf) for discs; (2b/πσ) ln[1/sin(πf/2)] for strips
 * </ul>
 *
 * <h2>Assumptions and range</h2>
 *
 * <p>Spherical tip on a flat, contact radius below the tip's; a mean pressure above the hardness is reported as a
 * warning and means that the plastic area applies. The softened zone at a boundary is linear over a stated width. Spots
 * of a rough contact are equal and periodic, gaps insulate, and creep is left out. The orientation integral is a
 * midpoint rule on periodic smooth functions: it converges geometrically.
 *
 * <h2>References</h2>
 *
 * <p>Johnson 1985, Contact Mechanics; Tabor 1951, The Hardness of Metals; Johnson, Kendall and Roberts 1971, Proc. R. Soc. A 324, 301; Vlassak and Nix 1994,
 * J. Mech. Phys. Solids 42, 1223; Yu et al. 2016, Chem. Mater. 28, 197; Ni et al. 2012, J. Mater. Sci. 47, 7978 (modulus
 * and hardness); Lu et al. 2021, Adv. Energy Mater., 10.1002/aenm.202003811.
 */
package org.grainflux.physics.contact;
