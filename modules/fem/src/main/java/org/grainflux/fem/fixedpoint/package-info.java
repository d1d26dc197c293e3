/**
 * Fixed points x = G(x) of maps that are too dear or too tangled to differentiate: a solve of one field, then of another that
 * reads it. Relaxation knows nothing of the fields.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>symbol</th><th>meaning</th></tr>
 * <tr><td>x_k, G(x_k)</td><td>iterate and its image</td></tr>
 * <tr><td>f_k = G(x_k) − x_k</td><td>residual; converged when ‖f_k‖∞ ≤ tolerance, in the unit of x</td></tr>
 * <tr><td>m</td><td>depth: how many differences of residuals are combined; 0 is plain iteration</td></tr>
 * <tr><td>β</td><td>damping, 1 for none</td></tr>
 * </table>
 *
 * <p>References: Anderson (1965), J. ACM 12, 547; Walker and Ni (2011), SIAM J. Numer. Anal. 49, 1715 (as a secant method); Aitken
 * (1926), Proc. R. Soc. Edinburgh 46, 289, and Irons and Tuck (1969), Int. J. Numer. Methods Eng. 1, 275 (relaxation of vectors).
 */
package org.grainflux.fem.fixedpoint;
