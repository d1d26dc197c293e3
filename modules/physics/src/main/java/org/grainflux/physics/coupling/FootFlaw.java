package org.grainflux.physics.coupling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.grainflux.core.Require;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.physics.fracture.LithiumMetal;
import org.grainflux.physics.transport.ElectrodeTrace;
import org.grainflux.physics.transport.FlawedPolycrystal;

/**
 * A flaw that follows a grain boundary from its foot at an electrode into the ceramic, as open facets of a 2D mesh.
 *
 * @param electrode 0 (lower) or 1 (upper)
 * @param point of the electrode's trace
 * @param facets interface facets from the foot inwards
 * @param depthM realized length along the boundary
 * @param openingM width of the flaw, for the extrusion of its lithium
 */
public record FootFlaw(int electrode, int point, int[] facets, double depthM, double openingM) {
    public FootFlaw {
        Require.positive("depth of a flaw", depthM, "m");
        Require.positive("opening of a flaw", openingM, "m");
    }

    /**
     * The flaw whose length comes nearest to the depth asked for, within the boundary of this foot: the next junction ends it.
     *
     * @param point a foot of the trace
     * @return empty where half the first facet is longer than the depth: the mesh does not resolve it
     */
    public static Optional<FootFlaw> at(
            SimplexMesh mesh, ElectrodeTrace trace, int electrode, int point, double depthM, double openingM) {
        if (!trace.isFoot(point)) {
            throw new IllegalArgumentException("point " + point + " of electrode " + electrode + " is no foot");
        }
        InterfaceFacets all = mesh.interfaces();
        int minus = trace.meshNode(trace.leftCopy(point));
        int plus = trace.meshNode(trace.rightCopy(point));
        List<Integer> facets = new ArrayList<>();
        double lengthM = 0;
        int previous = -1;
        while (true) {
            int next = facetAt(all, minus, plus, previous);
            if (next < 0 || !facets.isEmpty() && all.tag(next) != all.tag(facets.get(0))) {
                break;
            }
            int far = touches(all, next, 0, minus, plus) ? 1 : 0;
            double stepM = edgeM(mesh, next);
            if (lengthM + 0.5 * stepM > depthM) {
                break;
            }
            facets.add(next);
            lengthM += stepM;
            minus = all.minusNode(next, far);
            plus = all.plusNode(next, far);
            previous = next;
        }
        return facets.isEmpty()
                ? Optional.empty()
                : Optional.of(new FootFlaw(
                        electrode, point, facets.stream().mapToInt(f -> f).toArray(), lengthM, openingM));
    }

    /** These flaws as the flux sees them once lithium fills them. */
    public static List<FlawedPolycrystal.Flaw> filled(List<FootFlaw> flaws) {
        return flaws.stream()
                .map(flaw -> new FlawedPolycrystal.Flaw(flaw.electrode(), flaw.facets()))
                .toList();
    }

    /** Pressure at which lithium flows out of its mouth against the stack, Pa. */
    double extrusionPa(LithiumMetal lithium, double stackPressurePa) {
        return stackPressurePa + lithium.extrusionCapPa(depthM, openingM);
    }

    /** Facet that joins two copies of a point, other than one; −1 for none. */
    private static int facetAt(InterfaceFacets all, int a, int b, int except) {
        for (int f = 0; f < all.count(); f++) {
            if (f != except && (touches(all, f, 0, a, b) || touches(all, f, 1, a, b))) {
                return f;
            }
        }
        return -1;
    }

    private static boolean touches(InterfaceFacets all, int facet, int corner, int a, int b) {
        int minus = all.minusNode(facet, corner);
        int plus = all.plusNode(facet, corner);
        return minus == a && plus == b || minus == b && plus == a;
    }

    private static double edgeM(SimplexMesh mesh, int facet) {
        InterfaceFacets all = mesh.interfaces();
        double[] difference = new double[2];
        Arrays.setAll(
                difference,
                axis -> mesh.coordinateM(all.minusNode(facet, 1), axis)
                        - mesh.coordinateM(all.minusNode(facet, 0), axis));
        return Math.hypot(difference[0], difference[1]);
    }
}
