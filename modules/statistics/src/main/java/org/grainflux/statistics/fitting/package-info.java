/**
 * Least squares of positive parameters against a few measured figures, with what the figures cannot tell.
 *
 * <p>Parameters enter by their logarithms θ, residuals are (model − measured)/standard error. The step is Levenberg–Marquardt's
 * (Commons Math). At the solution the singular values of the Jacobian J = UΣVᵀ say how far each direction of θ is known:
 * the standard error along v_i is 1/σ_i. A direction with a standard error above {@link
 * org.grainflux.statistics.fitting.LogFit#WIDEST_LN}, a factor of ten, counts as unidentified, and so does every parameter that takes part
 * in one by more than a tenth of its length. Intervals of the others are those of the linearised model, exp(θ ± 1.96 s).
 *
 * <p>{@link org.grainflux.statistics.fitting.CurveFit} is for many points of one curve, which need not be smooth, whose relative scatter is
 * not known: least squares of logarithms by simplices, and which of several curves describes the points best by Akaike's criterion
 * with its correction for small samples, AICc = n ln(RSS/n) + 2k + 2k(k + 1)/(n − k − 1), k counting the parameters and the
 * variance. The evidence ratio of two fits is exp(ΔAICc/2).
 *
 * <p>References: Marquardt (1963), J. SIAM 11, 431; Björck (1996), <i>Numerical Methods for Least Squares Problems</i>, §2.7; Raue et
 * al. (2009), Bioinformatics 25, 1923 (identifiability); Nelder and Mead (1965), Comput. J. 7, 308; Hurvich and Tsai (1989), Biometrika 76,
 * 297; Burnham and Anderson (2002), <i>Model Selection and Multimodel Inference</i>.
 */
package org.grainflux.statistics.fitting;
