package org.grainflux.physics.transport;

import java.util.Arrays;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.CsrPattern;

/**
 * An interlayer of a 3D cell: the triangles of the electrolyte's surface extruded through the layer, plane by plane, from
 * the electrolyte (plane 0, depth 0) to lithium (last plane, depth t). Grains share the points of every plane. On the
 * prisms between two planes at distance h the potential is linear in depth and P1 across, both with lumped mass:
 * \( \sigma \left( K \otimes \mathrm{diag}(\ell_k) + \mathrm{diag}(a_p) \otimes D \right) \) with K the planar stiffness
 * of the triangles, ℓ_k half the two spacings at a plane, a_p the area of a point, D the stiffness of a line. This needs 9
 * entries a row where tetrahedra need 15, prefers no diagonal of a prism, and is exact for linear potentials.
 *
 * <p>The first spacing is that of the surface's triangles at the traces; later ones grow by {@value #GROWTH}, because
 * lateral modes of wavelength λ decay as exp(−2πz/λ).
 */
final class LayerPrisms {
    private static final double GROWTH = 1.3;
    /** First spacing over the longest edge at the traces. */
    private static final double FIRST_PER_TRACE_EDGE = 0.5;
    /** Spacing stays below this fraction of the mean size of a grain at the electrode. */
    private static final double SPACING_PER_GRAIN = 0.1;

    private static final int FEWEST_STRIPS = 4;

    private final ElectrodeSurface surface;
    private final double[] depthsM;
    private final CsrMatrix planar;

    LayerPrisms(ElectrodeSurface surface, double thicknessM) {
        this.surface = surface;
        this.depthsM = depths(surface, thicknessM);
        this.planar = planarStiffness(surface);
    }

    private static double[] depths(ElectrodeSurface surface, double thicknessM) {
        int[] grains = new int[surface.triangleCount()];
        Arrays.setAll(grains, surface::grain);
        double grainM =
                Math.sqrt(surface.areaM2() / Arrays.stream(grains).distinct().count());
        double edge = surface.traceEdgeM() > 0 ? surface.traceEdgeM() : surface.longestEdgeM();
        double first = Math.min(FIRST_PER_TRACE_EDGE * edge, thicknessM / FEWEST_STRIPS);
        return GradedDepths.of(thicknessM, first, GROWTH, SPACING_PER_GRAIN * grainM);
    }

    private static CsrMatrix planarStiffness(ElectrodeSurface surface) {
        int triangles = surface.triangleCount();
        int[] starts = new int[triangles + 1];
        int[] members = new int[3 * triangles];
        for (int k = 0; k < members.length; k++) {
            members[k] = surface.point(k / 3, k % 3);
            starts[k / 3 + 1] = 3 * (k / 3 + 1);
        }
        CsrMatrix matrix = new CsrMatrix(CsrPattern.ofCliques(surface.pointCount(), starts, members));
        double[] block = new double[9];
        double[] edges = new double[6];
        for (int t = 0; t < triangles; t++) {
            for (int k = 0; k < 6; k++) {
                int corner = k / 2;
                edges[k] = surface.cornerM(t, (corner + 2) % 3, k % 2) - surface.cornerM(t, (corner + 1) % 3, k % 2);
            }
            // ∇N of a corner is its opposite edge turned by 90°, over twice the area.
            for (int k = 0; k < 9; k++) {
                int a = 2 * (k / 3);
                int b = 2 * (k % 3);
                block[k] = (edges[a] * edges[b] + edges[a + 1] * edges[b + 1]) / (4 * surface.areaM2(t));
            }
            matrix.addBlock(Arrays.copyOfRange(members, 3 * t, 3 * t + 3), block);
        }
        return matrix;
    }

    int planeCount() {
        return depthsM.length;
    }

    double depthM(int plane) {
        return depthsM[plane];
    }

    int nodeCount() {
        return surface.pointCount() * planeCount();
    }

    /** Number of a node: point by point, so that a column of the layer stays together. */
    int node(int point, int plane) {
        return point * planeCount() + plane;
    }

    /** The layer's own matrix with natural borders, nodes × nodes. */
    CsrMatrix matrix(double conductivitySPerM) {
        CsrPattern plane = planar.pattern();
        int planes = planeCount();
        int[] rowStarts = new int[nodeCount() + 1];
        for (int p = 0; p < surface.pointCount(); p++) {
            for (int k = 0; k < planes; k++) {
                int vertical = (k > 0 ? 1 : 0) + (k + 1 < planes ? 1 : 0);
                rowStarts[node(p, k) + 1] = rowStarts[node(p, k)] + plane.rowEnd(p) - plane.rowStart(p) + vertical;
            }
        }
        int[] columns = new int[rowStarts[nodeCount()]];
        double[] values = new double[columns.length];
        int next = 0;
        for (int p = 0; p < surface.pointCount(); p++) {
            for (int k = 0; k < planes; k++) {
                double below = k > 0 ? conductance(p, k - 1, conductivitySPerM) : 0;
                double above = k + 1 < planes ? conductance(p, k, conductivitySPerM) : 0;
                for (int e = plane.rowStart(p); e < plane.rowEnd(p); e++) {
                    int q = plane.column(e);
                    double lateral = conductivitySPerM * dualHeightM(k) * planar.value(e);
                    if (q == p && k > 0) {
                        columns[next] = node(p, k - 1);
                        values[next++] = -below;
                    }
                    columns[next] = node(q, k);
                    values[next++] = q == p ? lateral + below + above : lateral;
                    if (q == p && k + 1 < planes) {
                        columns[next] = node(p, k + 1);
                        values[next++] = -above;
                    }
                }
            }
        }
        return CsrMatrix.of(CsrPattern.of(rowStarts, columns), values);
    }

    /** Of the column of a point between a plane and the next, S. */
    private double conductance(int point, int strip, double conductivitySPerM) {
        return conductivitySPerM * surface.pointAreaM2(point) / (depthsM[strip + 1] - depthsM[strip]);
    }

    private double dualHeightM(int plane) {
        double below = plane > 0 ? depthsM[plane] - depthsM[plane - 1] : 0;
        double above = plane + 1 < planeCount() ? depthsM[plane + 1] - depthsM[plane] : 0;
        return 0.5 * (below + above);
    }

    /**
     * Variational currents that leave the strip before a plane through the points of that plane, towards lithium, A.
     *
     * @param plane from 1
     * @param potentialsV of all nodes
     */
    double[] currentsTowardsLithium(int plane, double[] potentialsV, double conductivitySPerM) {
        double half = 0.5 * (depthsM[plane] - depthsM[plane - 1]);
        double[] inPlane = new double[surface.pointCount()];
        Arrays.setAll(inPlane, p -> potentialsV[node(p, plane)]);
        double[] currents = planar.multiply(inPlane);
        for (int p = 0; p < currents.length; p++) {
            double drop = potentialsV[node(p, plane - 1)] - inPlane[p];
            currents[p] = conductance(p, plane - 1, conductivitySPerM) * drop - conductivitySPerM * half * currents[p];
        }
        return currents;
    }
}
