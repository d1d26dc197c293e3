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

    /** @param potential one per node, V */
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

    /** Along the surface. */
    public PotentialProfile surface() {
        return along(0);
    }

    /** Where layer and ceramic meet; the surface without a layer. */
    public PotentialProfile belowLayer() {
        return along(contact.layer().map(SurfaceLayer::thicknessM).orElse(0.0));
    }

    private PotentialProfile along(double depthM) {
        double toleranceM = 1e-9 * (depthM + contact.radiusM());
        List<Integer> nodes = IntStream.range(0, mesh.nodeCount())
                .filter(node -> Math.abs(mesh.coordinateM(node, 1) - depthM) <= toleranceM)
                .boxed()
                .sorted(Comparator.comparingDouble(node -> mesh.coordinateM(node, 0)))
                .toList();
        return new PotentialProfile(
                nodes.stream().mapToDouble(node -> mesh.coordinateM(node, 0)).toArray(),
                nodes.stream().mapToDouble(node -> potential[node]).toArray());
    }
}
