/**
 * Quantiles of a population that was sampled in clusters: all values of one cluster (a structure with its two faces and
 * all its random draws) depend on each other, clusters do not.
 *
 * <p><b>Quantile.</b> Hyndman–Fan type 8, approximately median-unbiased whatever the distribution: with n ascending
 * values \(x_{(k)}\), \(h = (n + \tfrac13)p + \tfrac13\), \(Q = x_{(\lfloor h\rfloor)} + (h - \lfloor
 * h\rfloor)(x_{(\lfloor h\rfloor+1)} - x_{(\lfloor h\rfloor)})\), clamped to the sample. Every usable value weighs the
 * same, so a cluster counts by its size.
 *
 * <p><b>Interval.</b> Bootstrap of whole clusters with the <i>expanded percentile</i> interval: the replicates'
 * quantiles at \(\Phi(-\sqrt{K/(K-1)}\,t_{0.975,K-1})\) and its complement, K the number of clusters. The plain
 * percentile interval is too narrow by the factor \(\sqrt{(K-1)/K}\) and by using a normal instead of a t quantile,
 * which matters at K ≤ 30. No bootstrap can cover better than the range of K clusters, \(1 - 2^{1-K}\) for a median
 * (87.5 % at K = 4). Above 2,000 clusters the Woodruff interval replaces resampling: the quantile's probability p is
 * given the cluster-robust standard error of the empirical distribution function there, and \(p \pm t\,s\) is mapped
 * back through the order statistics.
 *
 * <p><b>Populations beyond memory</b> ({@link org.grainflux.statistics.resampling.StreamedQuantiles}) have the same
 * quantiles and Woodruff intervals, from passes over the clusters. The ratio R of two medians on the same clusters then has
 * \(\mathrm{var}\ln R = s_1^2 + s_2^2 - 2\rho s_1 s_2\), s half the width of the Woodruff interval of ln median over t
 * and ρ the correlation over clusters of \(a_c - p\,n_c\), which are what moves the two medians (a_c of n_c values lie up
 * to the median; Francisco &amp; Fuller 1991).
 *
 * <p>References: Francisco &amp; Fuller (1991), Ann. Stat. 19, 454; Hyndman &amp; Fan (1996), Am. Stat. 50, 361; Hesterberg (2015), Am. Stat. 69, 371; Woodruff (1952), J.
 * Am. Stat. Assoc. 47, 635; Davison &amp; Hinkley (1997), <i>Bootstrap Methods and their Application</i>, §3.8.
 */
package org.grainflux.statistics.resampling;
