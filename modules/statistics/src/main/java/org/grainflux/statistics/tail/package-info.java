/**
 * From patches to another area when the weakest link decides, or a refusal.
 *
 * <p><b>Law.</b> If the value x of an area A is the minimum over independent parts, and the lower tail of one part is a
 * power, then \(P(x &gt; t) = \exp[-(A/A_0)(t/s)^m]\): Weibull with modulus m whatever the area, and scale
 * \(s_A = s\,(A/A_0)^{-1/m}\). Medians scale with the same factor. If x falls with the size c of a defect as
 * \(c^{-e}\) and sizes have a Pareto tail of index γ, then m = γ/e.
 *
 * <p><b>Fit.</b> Maximum likelihood with right-censoring; values above a limit count only as "above". With exposures
 * \(a_j = A_j/A_0\), r uncensored values and \(S_k = \sum_j a_j (\ln x_j)^k x_j^m\), m solves \(S_1/S_0 - 1/m =
 * \overline{\ln x}_{uncensored}\) and \(s^m = S_0/r\). The left side grows with m, so the root is unique.
 *
 * <p><b>Test.</b> The same data are cut into parts of a structure and merged over several structures, each size twice
 * the one before. Under the law 1/m is the same at all sizes and \(\ln s\) falls with \(\ln A\) at the slope −1/m. Two
 * contrasts are tested together at 5 % (2.5 % each): the slope of 1/m on ln A, and the slope of ln s on ln A plus 1/m,
 * each size weighted by its number of blocks (equal weights let the scatter of the few largest blocks hide a drift).
 * Their standard errors come from the delete-a-group jackknife over groups of whole structures, because the sizes reuse
 * the same data and the values within a structure depend on each other; t quantiles with G − 1 degrees of freedom, G
 * the number of groups. The jackknife also removes the first-order bias of the likelihood fit, which would otherwise
 * pass for a drift at the large sizes, where blocks are few.
 *
 * <p><b>Validity.</b> All values at one set of uncertain parameters: a mixture over parameters is not a weakest link.
 * Not rejecting is not proof; an interval wider than a factor of 10 is refused, too.
 *
 * <p>References: Weibull (1951), J. Appl. Mech. 18, 293; Coles (2001), <i>Statistical Modeling of Extreme Values</i>,
 * ch. 3; Davison &amp; Hinkley (1997), §3.8 (grouped jackknife); Freudenthal (1968), in <i>Fracture</i> II, 591.
 */
package org.grainflux.statistics.tail;
