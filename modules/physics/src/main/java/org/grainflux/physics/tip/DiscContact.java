package org.grainflux.physics.tip;

import java.util.Arrays;
import java.util.Optional;
import org.grainflux.core.Require;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.assembly.BorderAssembler;
import org.grainflux.fem.assembly.BorderConductance;
import org.grainflux.fem.assembly.DiffusionAssembler;
import org.grainflux.fem.assembly.DirichletElimination;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.CholeskySolver;

/**
 * A disc at 1 V on a half-space of ceramic, with charge transfer between them and perhaps a layer on the ceramic; the
 * far field is at 0. The package description has the equations.
 *
 * <p>Without charge transfer the flux has a square-root singularity at the edge, which the mesh is graded to: the
 * resistance then converges with order 2 in the resolution, from below, for the approximate field dissipates too much.
 *
 * @param radiusM a
 * @param conductivitySPerM σ of the ceramic
 * @param chargeTransferOhmM2 R_ct between disc and what it touches; 0 is perfect contact
 * @param layer on the ceramic, in perfect contact with it: a resistance there is small beside the tip's own as long as
 *     R/t² ≪ R_ct/a²
 */
public record DiscContact(
        double radiusM, double conductivitySPerM, double chargeTransferOhmM2, Optional<SurfaceLayer> layer) {
    /** Within 0.1 % of 1/(4σa): tests. */
    public static final double DEFAULT_RESOLUTION = 1.0 / 12;

    private static final double SOLVER_TOLERANCE = 1e-9;

    public DiscContact {
        Require.positive("radius of the contact", radiusM, "m");
        Require.positive("conductivity", conductivitySPerM, "S/m");
        Require.nonNegative("charge-transfer resistance", chargeTransferOhmM2, "Ω m²");
    }

    /** A contact on bare ceramic. */
    public static DiscContact bare(double radiusM, double conductivitySPerM, double chargeTransferOhmM2) {
        return new DiscContact(radiusM, conductivitySPerM, chargeTransferOhmM2, Optional.empty());
    }

    /** R_ct/(πa²), Ω. */
    public double chargeTransferOhm() {
        return chargeTransferOhmM2 / (Math.PI * radiusM * radiusM);
    }

    /** a* = 4σR_ct/π, m: contacts wider than this are limited by spreading. */
    public double crossoverRadiusM() {
        return 4 * conductivitySPerM * chargeTransferOhmM2 / Math.PI;
    }

    /** 1/(1 + a/a*): share of the bias at the interface when charge transfer and spreading are in series. */
    public double interfaceShare() {
        double spreading = Math.PI * radiusM;
        return chargeTransferOhmM2 == 0 ? 0 : 1 / (1 + spreading / (4 * conductivitySPerM * chargeTransferOhmM2));
    }

    /** @param resolution element size over the distance to the edge of the disc; its square is the order of the error */
    public DiscField solve(double resolution) {
        HalfPlaneMesh half = HalfPlaneMesh.of(radiusM, layer, conductivitySPerM, resolution);
        SimplexMesh mesh = half.mesh();
        double layerSPerM = layer.map(SurfaceLayer::conductivitySPerM).orElse(conductivitySPerM);
        DiffusionAssembler assembler = new DiffusionAssembler(mesh);
        CsrMatrix matrix = assembler.zero();
        assembler.addBulkOfRevolution(matrix, new double[][] {isotropic(conductivitySPerM), isotropic(layerSPerM)});
        BorderAssembler border = new BorderAssembler(mesh);
        // A point source outside: −σ ∂u/∂n = σ u (x·n)/|x|², and x·n is the side of the square.
        BorderConductance outside = BorderConductance.sampled(
                p -> {
                    double sigma =
                            p[1] < layer.map(SurfaceLayer::thicknessM).orElse(0.0) ? layerSPerM : conductivitySPerM;
                    return 2 * Math.PI * p[0] * sigma * half.extentM() / (p[0] * p[0] + p[1] * p[1]);
                },
                1);
        border.addRobin(matrix, HalfPlaneMesh.OUTSIDE, outside);
        double[] potential = new double[mesh.nodeCount()];
        double[] load = new double[potential.length];
        double currentA;
        if (chargeTransferOhmM2 > 0) {
            BorderConductance transfer =
                    BorderConductance.sampled(p -> p[0] < radiusM ? 2 * Math.PI * p[0] / chargeTransferOhmM2 : 0, 1);
            border.addRobin(matrix, HalfPlaneMesh.SURFACE, transfer);
            border.addRobinLoad(load, HalfPlaneMesh.SURFACE, transfer, 1);
            solve(new LinearSystem(matrix, load), potential);
            currentA = border.inflow(HalfPlaneMesh.SURFACE, transfer, 1, potential);
        } else {
            double[] prescribed = new double[potential.length];
            Arrays.fill(prescribed, Double.NaN);
            int[] disc = Arrays.stream(border.nodes(HalfPlaneMesh.SURFACE))
                    .filter(node -> mesh.coordinateM(node, 0) <= radiusM * (1 + 1e-9))
                    .toArray();
            Arrays.stream(disc).forEach(node -> prescribed[node] = 1);
            solve(DirichletElimination.of(matrix, load, prescribed), potential);
            currentA = Arrays.stream(disc)
                    .mapToDouble(node -> matrix.rowTimes(node, potential))
                    .sum();
        }
        return new DiscField(this, mesh, potential, 1 / currentA);
    }

    private static void solve(LinearSystem system, double[] solution) {
        CholeskySolver.of(system.matrix()).solve(system.load(), solution, SOLVER_TOLERANCE);
    }

    private static double[] isotropic(double conductivitySPerM) {
        return new double[] {conductivitySPerM, 0, 0, conductivitySPerM};
    }
}
