/**
 * Line scans across a boundary as an instrument of finite size reads them, and what the surface potential says about the
 * conductivity of the boundary.
 *
 * <h2>Symbols</h2>
 *
 * <table>
 * <caption>SI throughout</caption>
 * <tr><th>symbol</th><th>name in code</th><th>unit</th></tr>
 * <tr><td>Δφ, x = eΔφ/kT</td><td>depthV, reducedDepth</td><td>V, –</td></tr>
 * <tr><td>w, w_tip</td><td>coreWidthM, probeWidthM</td><td>m</td></tr>
 * <tr><td>n, ε_r</td><td>chargesPerM3, permittivity</td><td>1/m³, –</td></tr>
 * <tr><td>E, a</td><td>interiorPa, contactRadiusM</td><td>Pa, m</td></tr>
 * </table>
 *
 * <h2>Equations</h2>
 *
 * <ul>
 *   <li>depletion of the density n(φ) = n e^(−eφ/(kT)) in a parabola of half-width w = √(2εΔφ/(en)); λ_D = √(εkT/(2e²n))
 *   <li>mean resistivity over that of the grain ∫₀¹ e^(x s²) ds → e^x/(2x); in the middle e^x
 *   <li>a Kelvin probe reads −Δφ·½[erf((X + w/2)√π/w_tip) − erf((X − w/2)√π/w_tip)] → −Δφ w/w_tip
 *   <li>an indenter reads E/(1 + s[1/(1 − drop) − 1]), s the share of the Hertz pressure that rests on the core
 * </ul>
 *
 * <h2>Two readings of a measured potential</h2>
 *
 * <p>Either the probe blurs nothing and −10 mV is the true depth: then the boundary is 15 % more resistive on average (48 %
 * in its middle), and a contrast of 10³ between grain and boundary must come from the structure of the core. Or the probe blurs a core
 * of some nanometres over its own 100 nm: then the depth is some 200 mV and accounts for a contrast of 10² to 10³. The
 * potential alone cannot tell them apart.
 *
 * <h2>Assumptions</h2>
 *
 * <p>Dilute, one mobile species, flat boundary, core of one depth; elastic contact with the pressure of a homogeneous body;
 * a Gaussian probe. Closed forms, nothing discretised.
 *
 * <h2>References</h2>
 *
 * <p>Maier 1995, Prog. Solid State Chem. 23, 171; Kim, Fleig and Maier 2003, Phys. Chem. Chem. Phys. 5, 2268; Johnson
 * 1985, Contact Mechanics; Lu et al. 2021, Adv. Energy Mater., 10.1002/aenm.202003811.
 */
package org.grainflux.physics.scan;
