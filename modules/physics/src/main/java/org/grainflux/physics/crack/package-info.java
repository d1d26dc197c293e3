/**
 * Cracks: stress intensity, the direction in which they grow, and the weakest way across a structure.
 *
 * <h2>Symbols</h2>
 *
 * <table>
 * <caption>SI throughout</caption>
 * <tr><th>symbol</th><th>name in code</th><th>unit</th></tr>
 * <tr><td>K_I, K_II</td><td>modeIPaSqrtM, modeIIPaSqrtM</td><td>Pa √m</td></tr>
 * <tr><td>G</td><td>energyReleaseRateJPerM2</td><td>J/m²</td></tr>
 * <tr><td>G_c</td><td>boundaryJPerM2, grainJPerM2</td><td>J/m²</td></tr>
 * <tr><td>E, ν</td><td>youngsModulusPa, poissonRatio</td><td>Pa, –</td></tr>
 * <tr><td>θ</td><td>angleRad, from the direction of growth</td><td>rad</td></tr>
 * <tr><td>ψ</td><td>pieceAngleRad, from the straight way across</td><td>rad</td></tr>
 * <tr><td>g(θ)</td><td>energyRatio</td><td>–</td></tr>
 * <tr><td>R_ct</td><td>crackFaceOhmM2</td><td>Ω m²</td></tr>
 * <tr><td>s = V_m p/F</td><td>shiftV, overpotentialOhmM2 per mean current</td><td>V, Ω m²</td></tr>
 * <tr><td>Σ G_c L/g</td><td>costJPerM</td><td>J/m</td></tr>
 * </table>
 *
 * <h2>Equations</h2>
 *
 * <ul>
 *   <li>plane strain: G = (K_I² + K_II²)(1−ν²)/E; a crack grows when G ≥ G_c
 *   <li>K from a computed field by the interaction integral, by virtual crack closure, and G by virtual extension, which agree
 *   <li>a short kink at θ: K* = F(θ) K (Amestoy and Leblond), g(θ) = G*(θ) over G; under pure opening g is the ratio G_d/G_p of
 *       deflection and penetration of He and Hutchinson without elastic mismatch, 0.26 at 90°
 *   <li>it grows where G*(θ)/G_c(θ) is largest among the boundaries at its tip and the grains around it
 *   <li>extension: facets of boundaries, and of cuts through grains in the direction of the largest G, are released one step after the
 *       other where the least pressure does it, p from |F(θ)(p K_p + K_0)|²
 *       = E G_c/(1−ν²), and i = p V_m/(F (u + a/σ_g)); a crack that needs more than extrusion allows is arrested
 *   <li>faces that would overlap under p are kept together by forces that push, without friction; K is that of the body with them
 *   <li>flux with a filled crack: J·n = (φ − φ_Li − s)/R_ct on both faces, φ_Li that of the electrode it grew from; i = s/(overpotential per
 *       current) where no net current enters; what enters at a larger current fills the opening, dt = dQ/I_c
 *   <li>weakest path: least Σ G_c L/g(ψ) from electrode to electrode; currents along it by the Griffith criterion of
 *       {@link org.grainflux.physics.fracture} with K_IC = √(E G_c/((1−ν²) g))
 * </ul>
 *
 * <h2>Assumptions and range</h2>
 *
 * <p>Linear elasticity, small-scale yielding, one isotropic stiffness near the tip (145 against 120 GPa of a boundary zone is
 * a mismatch of a few per cent in g). Kinks up to 120°. The weakest path assumes that the load opens the straight way
 * across, that a crack feels the direction of the piece at its tip only, and that the pressure of its whole depth is that
 * at its mouth. It neither shields nor branches. Plane structures only: a crack of a volume is a surface.
 *
 * <h2>Discretisation</h2>
 *
 * <p>Cracks are open facets of a mesh of first-order elements graded to their tips. A grain that a crack enters is meshed anew around
 * a straight cut ({@link org.grainflux.fem.mesh.RegionCut}). With elements of c/500 at the tip that grow
 * by a tenth of their distance K is within 0.5 % of handbooks and varies by 10⁻⁴ between domains; with a growth of 0.2 it
 * is about 0.4 % low, with 0.4 about 1.2 %. Virtual crack closure is as good where the elements on both sides mirror each other and
 * within 3 % where they do not. In space a penny needs 20,000 nodes for 0.3 %.
 *
 * <p>Flux near the tip of a metal crack goes like r^(−1/2) where σ_g R_ct is small beside the elements; its share and the cell's
 * resistance converge with order 1 on even meshes.
 *
 * <h2>References</h2>
 *
 * <p>Tada, Paris and Irwin 2000, The Stress Analysis of Cracks Handbook; Amestoy and Leblond 1992, Int. J. Solids Struct.
 * 29, 465; He and Hutchinson 1989, Int. J. Solids Struct. 25, 1053; Cotterell and Rice 1980, Int. J. Fract. 16, 155;
 * Sneddon 1946, Proc. R. Soc. A 187, 229; Koiter 1965, J. Appl. Mech. 32, 237.
 */
package org.grainflux.physics.crack;
