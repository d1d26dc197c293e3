/**
 * Curves fitted to scattered points, and which of several curves describes them best: least squares of logarithms, compared
 * by Akaike's criterion with its correction for small samples, AICc = n ln(RSS/n) + 2k + 2k(k + 1)/(n − k − 1), k counting the
 * parameters and the variance. The evidence ratio of two fits is exp(ΔAICc/2).
 *
 * <p>References: Akaike 1974, IEEE Trans. Autom. Control 19, 716; Hurvich and Tsai 1989, Biometrika 76, 297; Burnham and
 * Anderson 2002, Model Selection and Multimodel Inference.
 */
package org.grainflux.statistics.fit;
