/**
 * How well a predictive sample agrees with what was observed, when an observation may be only a bound.
 *
 * <p>The score is a logarithmic likelihood, higher is better. For an observed value x with log-normal scatter τ of the
 * observation, \(\ln \frac1n \sum_j \varphi_\tau(\ln x - \ln X_j)\), a density per unit of ln x, so that it has no
 * unit. For a bound, "&lt; b" or "&gt; b", \(\ln P(X &lt; b)\) with the probability estimated as (k + ½)/(n + 1) of
 * n predictions, which is never zero. Scores of a density and of a probability add up for one set of observations;
 * only differences between models on the same set mean something.
 *
 * <p>Reference: Gneiting &amp; Raftery (2007), J. Am. Stat. Assoc. 102, 359; Helsel (2012), <i>Statistics for Censored
 * Environmental Data</i>.
 */
package org.grainflux.statistics.censoring;
