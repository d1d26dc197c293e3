package org.grainflux.report.vtu;

import java.util.List;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.study.execution.FieldSink.PotentialField;

/** The grid of one potential field; names of its arrays end in their unit. */
public final class FluxFields {
    /** Point data, V. */
    public static final String POTENTIAL = "potential_V";
    /** Cell data: index of the region (grain). */
    public static final String GRAIN = "grain";
    /** Cell data, three components, A/m². */
    public static final String CURRENT_DENSITY = "current_density_A_per_m2";
    /** Cell data: magnitude over the mean current density between the electrodes. */
    public static final String CURRENT_OVER_MEAN = "current_density_over_mean";
    /** Cell data, rad. */
    public static final String ORIENTATION = "orientation_rad";
    /** Field data: period along each axis, m; 0 where the cell is not periodic. */
    public static final String PERIOD = "period_m";
    /** Field data, A/m². */
    public static final String MEAN_CURRENT_DENSITY = "mean_current_density_A_per_m2";

    public static final String STRUCTURE_INDEX = "structure_index";

    private FluxFields() {}

    public static VtuGrid grid(PotentialField field) {
        SimplexMesh mesh = field.mesh();
        int dimension = mesh.dimension();
        double[] points = new double[3 * mesh.nodeCount()];
        for (int node = 0; node < mesh.nodeCount(); node++) {
            for (int axis = 0; axis < dimension; axis++) {
                points[3 * node + axis] = mesh.coordinateM(node, axis);
            }
        }
        int elements = mesh.elementCount();
        int[] connectivity = new int[elements * (dimension + 1)];
        int[] grains = new int[elements];
        double[] current = new double[3 * elements];
        double[] overMean = new double[elements];
        double[] orientation = new double[elements];
        for (int e = 0; e < elements; e++) {
            for (int corner = 0; corner <= dimension; corner++) {
                connectivity[e * (dimension + 1) + corner] = mesh.elementNode(e, corner);
            }
            double squared = 0;
            for (int axis = 0; axis < dimension; axis++) {
                double component = field.elementCurrentDensityAPerM2()[e * dimension + axis];
                current[3 * e + axis] = component;
                squared += component * component;
            }
            grains[e] = mesh.elementRegion(e);
            overMean[e] = Math.sqrt(squared) / Math.abs(field.meanCurrentDensityAPerM2());
            orientation[e] = orientationRad(field, grains[e]);
        }
        return new VtuGrid(
                VtuArray.ofDoubles("points", 3, points),
                VtuArray.ofInts("connectivity", dimension + 1, connectivity),
                List.of(VtuArray.ofDoubles(POTENTIAL, 1, field.potentialV())),
                List.of(
                        VtuArray.ofDoubles(CURRENT_OVER_MEAN, 1, overMean),
                        VtuArray.ofDoubles(CURRENT_DENSITY, 3, current),
                        VtuArray.ofInts(GRAIN, 1, grains),
                        VtuArray.ofDoubles(ORIENTATION, 1, orientation)),
                List.of(
                        VtuArray.ofInts(STRUCTURE_INDEX, 1, new int[] {field.structureIndex()}),
                        VtuArray.ofDoubles(
                                MEAN_CURRENT_DENSITY, 1, new double[] {Math.abs(field.meanCurrentDensityAPerM2())}),
                        VtuArray.ofDoubles(PERIOD, 3, periodM(mesh))));
    }

    private static double orientationRad(PotentialField field, int region) {
        double[] angles = field.grainOrientationAngleRad();
        // An interlayer is a region without lattice orientation.
        return region >= 0 && region < angles.length ? angles[region] : 0;
    }

    /** A region is stored unwrapped, so a period shows as the offset between the two sides of a facet. */
    static double[] periodM(SimplexMesh mesh) {
        double[] period = new double[3];
        InterfaceFacets facets = mesh.interfaces();
        double[] extent = new double[3];
        for (int axis = 0; axis < mesh.dimension(); axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int node = 0; node < mesh.nodeCount(); node++) {
                low = Math.min(low, mesh.coordinateM(node, axis));
                high = Math.max(high, mesh.coordinateM(node, axis));
            }
            extent[axis] = high - low;
        }
        for (int f = 0; f < facets.count(); f++) {
            for (int axis = 0; axis < mesh.dimension(); axis++) {
                double offset = Math.abs(
                        mesh.coordinateM(facets.plusNode(f, 0), axis) - mesh.coordinateM(facets.minusNode(f, 0), axis));
                // Copies of one point agree to rounding; a real period is of the order of the cell.
                if (offset > 0.1 * extent[axis]) {
                    period[axis] = Math.max(period[axis], offset);
                }
            }
        }
        return period;
    }
}
