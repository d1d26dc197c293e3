/**
 * How far a mesh result is from the limit of vanishing mesh size, from three meshes.
 *
 * <p>With f₁ (finest), f₂, f₃ (coarsest) and the constant refinement ratio r = h₂/h₁ = h₃/h₂ &gt; 1, the model
 * \(f(h) = f_0 + C h^q\) gives \(q = \ln[(f_3-f_2)/(f_2-f_1)]/\ln r\) and \(f_0 = f_1 + (f_1-f_2)/(r^q - 1)\). It
 * holds in the asymptotic range only; otherwise the estimate is a range with a safety factor of 3.
 *
 * <p>References: Richardson (1911), Phil. Trans. R. Soc. A 210, 307; Roache (1994), J. Fluids Eng. 116, 405 (Grid
 * Convergence Index); Eça &amp; Hoekstra (2014), J. Comput. Phys. 262, 104.
 */
package org.grainflux.statistics.convergence;
