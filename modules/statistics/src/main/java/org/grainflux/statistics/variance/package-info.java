/**
 * Where the variance of a population comes from: random-effects analysis of variance of the logarithm.
 *
 * <p>In every structure s the same number of prior draws p and of random draws d are crossed, and both are drawn anew
 * for each structure (nested in it): \(y_{spd} = \mu + S_s + P_{p(s)} + D_{d(s)} + (PD)_{pd(s)}\). The expected mean
 * squares of the balanced design (n_S structures, n_P prior draws, n_D random draws) are
 *
 * <ul>
 *   <li>\(E\,MS_{PD} = \sigma_{PD}^2\), degrees of freedom n_S (n_P − 1)(n_D − 1)
 *   <li>\(E\,MS_P = n_D\sigma_P^2 + \sigma_{PD}^2\), n_S (n_P − 1)
 *   <li>\(E\,MS_D = n_P\sigma_D^2 + \sigma_{PD}^2\), n_S (n_D − 1)
 *   <li>\(E\,MS_S = n_P n_D\sigma_S^2 + n_D\sigma_P^2 + n_P\sigma_D^2 + \sigma_{PD}^2\), n_S − 1
 * </ul>
 *
 * and are solved from the bottom up. The interaction includes any residual. With a single prior draw (or a single
 * random draw) that source is absent and its component zero; with both single, everything is called structure.
 *
 * <p>Reference: Searle, Casella &amp; McCulloch (1992), <i>Variance Components</i>, ch. 4.
 */
package org.grainflux.statistics.variance;
