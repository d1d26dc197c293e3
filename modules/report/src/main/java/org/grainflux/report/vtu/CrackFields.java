package org.grainflux.report.vtu;

import java.util.List;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.study.execution.FieldSink.CrackFrame;

/** The grid of one frame of a crack in a plane; names of its arrays end in their unit. */
public final class CrackFields {
    /** Point data, three components, m. ParaView's filter Warp By Vector opens the crack by it. */
    public static final String DISPLACEMENT = "displacement_m";
    /** Cell data: largest principal stress in the plane, MPa, tension positive. */
    public static final String LARGEST_STRESS = "largest_principal_stress_MPa";
    /** Cell data: (σ_xx + σ_yy + σ_zz)/3, MPa. */
    public static final String MEAN_STRESS = "mean_stress_MPa";
    /** Field data, m. */
    public static final String LENGTH = "crack_length_m";
    /** Field data, Pa. */
    public static final String PRESSURE = "lithium_pressure_Pa";

    private static final double MEGAPASCAL = 1e6;

    private CrackFields() {}

    static VtuGrid grid(CrackFrame frame) {
        SimplexMesh mesh = frame.mesh();
        double[] points = new double[3 * mesh.nodeCount()];
        double[] displacements = new double[3 * mesh.nodeCount()];
        for (int node = 0; node < mesh.nodeCount(); node++) {
            for (int axis = 0; axis < 2; axis++) {
                points[3 * node + axis] = mesh.coordinateM(node, axis);
                displacements[3 * node + axis] = frame.displacementM()[2 * node + axis];
            }
        }
        int elements = mesh.elementCount();
        int[] connectivity = new int[3 * elements];
        int[] grains = new int[elements];
        double[] largest = new double[elements];
        double[] mean = new double[elements];
        for (int e = 0; e < elements; e++) {
            for (int corner = 0; corner < 3; corner++) {
                connectivity[3 * e + corner] = mesh.elementNode(e, corner);
            }
            grains[e] = mesh.elementRegion(e);
            int first = StiffnessTensor.COMPONENTS * e;
            double xx = frame.elementStressPa()[first];
            double yy = frame.elementStressPa()[first + 1];
            double zz = frame.elementStressPa()[first + 2];
            double xy = frame.elementStressPa()[first + 5];
            largest[e] = (0.5 * (xx + yy) + Math.hypot(0.5 * (xx - yy), xy)) / MEGAPASCAL;
            mean[e] = (xx + yy + zz) / (3 * MEGAPASCAL);
        }
        double[] lengths = frame.lengthsM();
        return new VtuGrid(
                VtuArray.ofDoubles("points", 3, points),
                VtuArray.ofInts("connectivity", 3, connectivity),
                List.of(VtuArray.ofDoubles(DISPLACEMENT, 3, displacements)),
                List.of(
                        VtuArray.ofDoubles(LARGEST_STRESS, 1, largest),
                        VtuArray.ofDoubles(MEAN_STRESS, 1, mean),
                        VtuArray.ofInts(FluxFields.GRAIN, 1, grains)),
                List.of(
                        VtuArray.ofInts(FluxFields.STRUCTURE_INDEX, 1, new int[] {frame.structureIndex()}),
                        VtuArray.ofDoubles(LENGTH, 1, new double[] {lengths[lengths.length - 1]}),
                        VtuArray.ofDoubles(PRESSURE, 1, new double[] {frame.pressurePa()}),
                        VtuArray.ofDoubles(FluxFields.PERIOD, 3, FluxFields.periodM(mesh))));
    }
}
