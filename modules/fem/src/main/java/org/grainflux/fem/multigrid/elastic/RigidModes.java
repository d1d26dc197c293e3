package org.grainflux.fem.multigrid.elastic;

import org.grainflux.fem.algebra.CsrMatrix;

/**
 * Displacements that strain nothing, as columns: translations and rotations of the body. Array of places × width × modes;
 * an unknown without couplings, as a prescribed one, takes no part and has zeros.
 */
final class RigidModes {
    private RigidModes() {}

    /** 3 in the plane, 6 in space. */
    static int count(int dimension) {
        return dimension * (dimension + 1) / 2;
    }

    /**
     * @param order node of every place
     * @param coordinates nodes × dimension
     */
    static double[] of(CsrMatrix matrix, int[] order, double[] coordinates, int dimension) {
        int modes = count(dimension);
        double[] all = new double[order.length * dimension * modes];
        double[] centre = centre(coordinates, dimension);
        double scale = 1 / radius(coordinates, centre);
        double[] x = new double[dimension];
        for (int p = 0; p < order.length; p++) {
            for (int axis = 0; axis < dimension; axis++) {
                x[axis] = scale * (coordinates[order[p] * dimension + axis] - centre[axis]);
            }
            for (int axis = 0; axis < dimension; axis++) {
                if (isCoupled(matrix, order[p] * dimension + axis)) {
                    fill(all, (p * dimension + axis) * modes, axis, x);
                }
            }
        }
        return all;
    }

    /** Row of the displacement along an axis: the unit translations, then ω × x for the unit rotations. */
    private static void fill(double[] all, int at, int axis, double[] x) {
        int dimension = x.length;
        all[at + axis] = 1;
        if (dimension == 2) {
            all[at + 2] = axis == 0 ? -x[1] : x[0];
            return;
        }
        int next = (axis + 1) % 3;
        int last = (axis + 2) % 3;
        all[at + 3 + next] = x[last];
        all[at + 3 + last] = -x[next];
    }

    private static double[] centre(double[] coordinates, int dimension) {
        double[] centre = new double[dimension];
        for (int u = 0; u < coordinates.length; u++) {
            centre[u % dimension] += coordinates[u] * dimension / coordinates.length;
        }
        return centre;
    }

    private static double radius(double[] coordinates, double[] centre) {
        double radius = 0;
        for (int u = 0; u < coordinates.length; u++) {
            radius = Math.max(radius, Math.abs(coordinates[u] - centre[u % centre.length]));
        }
        return radius > 0 ? radius : 1;
    }

    private static boolean isCoupled(CsrMatrix matrix, int row) {
        for (int k = matrix.pattern().rowStart(row); k < matrix.pattern().rowEnd(row); k++) {
            if (matrix.pattern().column(k) != row && matrix.value(k) != 0) {
                return true;
            }
        }
        return false;
    }
}
