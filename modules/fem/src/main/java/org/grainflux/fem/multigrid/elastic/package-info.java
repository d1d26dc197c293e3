/**
 * Algebraic multigrid for linear elasticity: smoothed aggregation with rigid-body modes (Vaněk, Mandel and Brezina 1996,
 * Computing 56, 179).
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>symbol</th><th>Java name</th><th>shape</th></tr>
 * <tr><td>A = L + D + Lᵀ</td><td>BlockMatrix: blocks of places, D by groups</td><td>places × places, width × width each</td></tr>
 * <tr><td>B, R</td><td>RigidModes; AggregateModes.coarseModes</td><td>places × width × modes; aggregates × modes × modes</td></tr>
 * <tr><td>T</td><td>AggregateModes.interpolation</td><td>as B</td></tr>
 * <tr><td>P = (1 − ω D⁻¹ A) T</td><td>BlockProlongation</td><td>places × aggregates, width × modes each</td></tr>
 * </table>
 *
 * <p>The way: {@link org.grainflux.fem.multigrid.elastic.TiedCopies} puts copies of a node on a firm interface into one
 * group, which sweeps solve at once and aggregates never split, so that neither sees how stiff the spring is. Aggregates of
 * groups get the modes of a rigid body each, B = T R, smoothed once by Jacobi. A row of P keeps the aggregates its node is
 * firmly bound to; what the others pull is extended rigidly, so that P R = B stays exact where A B = 0. The coarse matrix is
 * Pᵀ A P, an aggregate a group of one place (plane) or two (space).
 *
 * <p>Matrices keep one triangle and sweeps deliver residuals as they go, as in {@link org.grainflux.fem.multigrid}: an
 * iteration reads half the fine matrix twice. All in double precision but P. One thread, in a fixed order: the same matrix
 * gives the same bits.
 *
 * <p>Assumptions: symmetric positive definite; copies of a point have the same coordinates up to rounding. Not represented
 * on coarse levels: parts that hang on the rest by an edge or a node alone with nothing but weak springs to hold them.
 */
package org.grainflux.fem.multigrid.elastic;
