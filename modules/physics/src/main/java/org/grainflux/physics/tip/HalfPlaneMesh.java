package org.grainflux.physics.tip;

import java.util.Optional;
import org.grainflux.core.Require;
import org.grainflux.fem.mesh.JoinedMesh;
import org.grainflux.fem.mesh.LongestEdgeBisection;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * A quadrant (r, z) below a disc contact, refined towards the edge of the disc, where the field is singular.
 *
 * <p>Two triangles of a square are bisected, so that all nodes lie on dyadic places of the square. Lengths of the square
 * are powers of two of the radius, so its edge is a node; a layer is first taken as the nearest power of two and then
 * stretched to its thickness, by less than √2, together with as much of the ceramic below it.
 *
 * @param mesh region 0 is the ceramic, region 1 the layer
 * @param extentM side of the square
 */
record HalfPlaneMesh(SimplexMesh mesh, double extentM) {
    static final int SURFACE = 0;
    static final int OUTSIDE = 1;
    static final int AXIS = 2;
    static final int CERAMIC = 0;
    static final int LAYER = 1;

    /** Far above what any resolution in use needs: about 10⁵. */
    private static final int TRIANGLE_LIMIT = 2_000_000;
    /** Sides of the square over disc and layer; what lies outside is a point source to within (1/32)³. */
    private static final double EXTENT = 32;

    /** @param resolution element size over the distance to the edge of the disc, 0 &lt; h ≤ 1 */
    static HalfPlaneMesh of(double radiusM, Optional<SurfaceLayer> layer, double ceramicSPerM, double resolution) {
        Require.positive("radius of the contact", radiusM, "m");
        Require.within("resolution of the contact", resolution, 1e-3, 1, "");
        double layerM = layer.map(SurfaceLayer::thicknessM).orElse(0.0);
        double spread = layer.map(l -> Math.max(1, l.conductivitySPerM() / ceramicSPerM))
                .orElse(1.0);
        Require.within("layer thickness over contact radius", layerM / radiusM, 0, 1e7, "");
        double dyadicM = layer.isEmpty() ? 0 : radiusM * powerOfTwo(layerM / radiusM);
        Require.within("layer thickness and spread over contact radius", spread * dyadicM / radiusM, 0, 1e7, "");
        if (layer.isPresent()) {
            Require.within("layer thickness over contact radius", dyadicM / radiusM, 1.0 / 64, 1e7, "");
        }
        double extentM = EXTENT * Math.max(radiusM, radiusM * ceilPowerOfTwo(spread * dyadicM / radiusM));
        LongestEdgeBisection square = new LongestEdgeBisection(
                new double[] {0, 0, extentM, 0, extentM, extentM, 0, extentM},
                new int[] {0, 1, 2, 0, 2, 3},
                new int[6],
                new int[] {SURFACE, OUTSIDE, LongestEdgeBisection.UNTAGGED, LongestEdgeBisection.UNTAGGED, OUTSIDE, AXIS
                },
                new int[2],
                0);
        // The tip of the square-root singularity may be coarser than the rest by a power: its error falls as h₀.
        double leastM = 0.25 * radiusM * resolution * resolution;
        square.refine(
                (r, z, unused) -> {
                    double toEdgeM = Math.hypot(r - radiusM, z);
                    double wantedM = Math.max(leastM, resolution * toEdgeM);
                    // No triangle crosses the lower side of the layer, nor the depth to which it is stretched.
                    return dyadicM > 0 ? Math.min(wantedM, Math.max(0.5 * dyadicM, z)) : wantedM;
                },
                TRIANGLE_LIMIT);
        return new HalfPlaneMesh(
                JoinedMesh.of(
                        square,
                        p -> new double[] {p[0], stretched(p[1], dyadicM, layerM)},
                        p -> p[1] < dyadicM ? LAYER : CERAMIC),
                extentM);
    }

    /** Piecewise linear: dyadicM goes to layerM, twice dyadicM and more stay. */
    private static double stretched(double z, double dyadicM, double layerM) {
        if (z >= 2 * dyadicM) {
            return z;
        }
        return z <= dyadicM ? z * layerM / dyadicM : layerM + (z - dyadicM) * (2 * dyadicM - layerM) / dyadicM;
    }

    private static double powerOfTwo(double ratio) {
        return Math.pow(2, Math.rint(Math.log(ratio) / Math.log(2)));
    }

    private static double ceilPowerOfTwo(double ratio) {
        return ratio > 0 ? Math.pow(2, Math.ceil(Math.log(ratio) / Math.log(2) - 1e-9)) : 0;
    }
}
