/**
 * Direct solution of sparse symmetric positive definite systems, and their condensation to a kept set of unknowns.
 *
 * <p>With interior unknowns i and kept unknowns k the system
 *
 * <pre>
 *   [ A_ii  A_ik ] [x_i]   [f_i]
 *   [ A_ki  A_kk ] [x_k] = [f_k]
 * </pre>
 *
 * is condensed to S x_k = f_k − A_ki A_ii⁻¹ f_i with the Schur complement S = A_kk − A_ki A_ii⁻¹ A_ik, by a multifrontal
 * Cholesky factorisation of A_ii in which the kept unknowns stay in every front they reach (Duff and Reid 1983, ACM
 * Trans. Math. Softw. 9, 302; Liu 1992, SIAM Rev. 34, 82). The order is nested dissection where coordinates are known
 * (George 1973, SIAM J. Numer. Anal. 10, 345) or minimum degree from the pattern alone, with blocks merged where larger
 * fronts are cheaper: O(n log n) entries and O(n^1.5) operations in two dimensions.
 *
 * <p>{@link org.grainflux.fem.solve.UpdatedSolver} changes a factored matrix in few directions (Woodbury).
 *
 * <p>{@link org.grainflux.fem.solve.SolverChoice} weighs this direct method against multigrid.
 *
 * <p>Everything is sequential and ordered by node numbers: the same matrix gives the same bits.
 */
package org.grainflux.fem.solve;
