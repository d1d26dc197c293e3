package org.grainflux.physics.tip;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.grainflux.fem.mesh.SimplexMesh;

/** The solved field of a {@link DiscContact}, for 1 V between disc and far field. */
public final class DiscField {
    private final DiscContact contact;
    private final SimplexMesh mesh;
    private final double[] potential;
    private final double resistanceOhm;

    DiscField(DiscContact contact, SimplexMesh mesh, double[] potential, double resistanceOhm) {
        this.contact = contact;
        this.mesh = mesh;
        this.potential = potential;
        this.resistanceOhm = resistanceOhm;
    }

    /** Charge transfer and spreading together, Ω. */
    public double resistanceOhm() {
        return resistanceOhm;
    }

    /** What is left of it without charge transfer, Ω: from 1/(4σa) to 8/(3π²σa) as charge transfer evens the flux out. */
    public double spreadingOhm() {
        return resistanceOhm - contact.chargeTransferOhm();
    }

    public int nodeCount() {
        return mesh.nodeCount();
    }

    /** Potential of the surface over that of the disc, at a distance from its centre; interpolated between nodes. */
    public double surfacePotentialFraction(double distanceM) {
        return along(0, distanceM);
    }

    /** Potential where layer and ceramic meet over that of the disc, at a distance from the axis. */
    public double buriedPotentialFraction(double distanceM) {
        return along(contact.layer().map(SurfaceLayer::thicknessM).orElse(0.0), distanceM);
    }

    private double along(double depthM, double distanceM) {
        double tolerance = 1e-9 * (depthM + contact.radiusM());
        List<Integer> nodes = IntStream.range(0, mesh.nodeCount())
                .filter(node -> Math.abs(mesh.coordinateM(node, 1) - depthM) <= tolerance)
                .boxed()
                .sorted(Comparator.comparingDouble(node -> mesh.coordinateM(node, 0)))
                .toList();
        int last = nodes.size() - 1;
        double extentM = mesh.coordinateM(nodes.get(last), 0);
        if (distanceM >= extentM) {
            // A point source from there on.
            return potential[nodes.get(last)] * extentM / distanceM;
        }
        int k = 1;
        while (k < last && mesh.coordinateM(nodes.get(k), 0) < distanceM) {
            k++;
        }
        double from = mesh.coordinateM(nodes.get(k - 1), 0);
        double share = (distanceM - from) / (mesh.coordinateM(nodes.get(k), 0) - from);
        return (1 - share) * potential[nodes.get(k - 1)] + share * potential[nodes.get(k)];
    }
}
