/**
 * Diffusion on grids of equal cells with regions and resistive interfaces between them, solved without a matrix.
 *
 * <p>Cell-centred finite volumes: (A u)ᵢ = Σⱼ gᵢⱼ (uᵢ − uⱼ), one conductance g per face (7 points in space, 5 in the
 * plane), second order for smooth coefficients. What the faces conduct is the caller's; nothing here knows of materials.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>symbol</th><th>Java name</th><th>unit</th></tr>
 * <tr><td>g</td><td>{@link org.grainflux.fem.grid.FaceConductances}</td><td>S</td></tr>
 * <tr><td>u</td><td>solution</td><td>V</td></tr>
 * <tr><td>b</td><td>load, current into each cell</td><td>A</td></tr>
 * </table>
 *
 * <p>Method: conjugate gradients with one multigrid cycle as preconditioner. The grid itself is smoothed by coloured
 * lines; its cells are aggregated by blocks that never cross a sheet which resists more than the cells beside it; the
 * networks of aggregates are paired algebraically and solved by K-cycles. Everything but the solution is in single
 * precision; the residual is renewed in double precision, see {@link org.grainflux.fem.grid.GridSolver}.
 *
 * <p>Everything runs in a fixed order: the same network gives the same bits.
 *
 * <p>References: Notay (2010), Electron. Trans. Numer. Anal. 37, 123 (aggregation, K-cycle); Notay and Vassilevski (2008),
 * Numer. Linear Algebra Appl. 15, 473.
 */
package org.grainflux.fem.grid;
