/**
 * First-order (P1) finite elements on simplices in two and three dimensions, for fields that jump across facets.
 *
 * <p>Weak form: find u with, for all v,
 *
 * <pre>
 *   Σ_regions ∫ ∇v·σ∇u  +  Σ_interfaces ∫ g [u][v]  +  Σ_interfaces ∫ κ ∂s{u}·∂s{v}  +  Σ_borders ∫ h u v
 *     =  ∫ f v  +  Σ_borders ∫ (h u₀ + q) v
 * </pre>
 *
 * <table>
 * <caption>Symbols; units for the transport of charge, in a mesh of dimension d = 3 (d = 2: per metre of depth)</caption>
 * <tr><th>symbol</th><th>Java name</th><th>unit</th></tr>
 * <tr><td>σ</td><td>regionTensors</td><td>S/m</td></tr>
 * <tr><td>g</td><td>conductancePerTag</td><td>S/m²</td></tr>
 * <tr><td>κ</td><td>tangentialPerTag</td><td>S</td></tr>
 * <tr><td>h</td><td>border conductance, 1/R</td><td>S/m²</td></tr>
 * <tr><td>[u], {u}</td><td>plus minus minus; mean of both sides</td><td>V</td></tr>
 * </table>
 *
 * <p>A body of revolution is assembled on its half-plane (r, z), each integral over area or border weighted with 2πr.
 *
 * <p>Borders without a term are natural (no flux). Smooth solutions converge with order 1 in the energy norm and 2 in L2
 * and in variational currents; at oblique interface feet the solution is singular and the order falls.
 *
 * <p>References: Ciarlet (1978), The Finite Element Method for Elliptic Problems; Hansbo and Hansbo (2004), Comput.
 * Methods Appl. Mech. Eng. 193, 3523 (imperfect interfaces).
 */
package org.grainflux.fem.assembly;
