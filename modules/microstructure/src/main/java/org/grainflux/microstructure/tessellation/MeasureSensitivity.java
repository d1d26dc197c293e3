package org.grainflux.microstructure.tessellation;

/**
 * Derivative of the areas or volumes of power cells with respect to their weights, a graph Laplacian with edge weights
 * L/(2 r), L the measure of a facet and r the distance of its seeds, applied facet by facet; solved by conjugate gradients with a diagonal preconditioner in the space of zero
 * mean (equal shifts of all weights change nothing).
 */
final class MeasureSensitivity {
    /** Relative to the right-hand side; Newton needs no more to keep its rate. */
    private static final double TOLERANCE = 1e-10;

    private final PowerCells cells;
    private final int count;
    private final double[] diagonal;

    MeasureSensitivity(PowerCells cells) {
        this.cells = cells;
        this.count = cells.seeds().count();
        this.diagonal = new double[count];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < cells.facetCount(i); k++) {
                if (cells.neighbour(i, k) >= 0) {
                    diagonal[i] += conductance(i, k);
                }
            }
        }
    }

    double[] solve(double[] right) {
        double[] x = new double[count];
        double[] r = right.clone();
        removeMean(r);
        double[] z = new double[count];
        double[] p = new double[count];
        double rzOld = 0;
        double target = TOLERANCE * TOLERANCE * dot(r, r);
        for (int iteration = 0; iteration < 20 * count + 100 && dot(r, r) > target; iteration++) {
            for (int i = 0; i < count; i++) {
                z[i] = r[i] / diagonal[i];
            }
            double rz = dot(r, z);
            double beta = iteration == 0 ? 0 : rz / rzOld;
            for (int i = 0; i < count; i++) {
                p[i] = z[i] + beta * p[i];
            }
            double[] q = apply(p);
            double alpha = rz / dot(p, q);
            for (int i = 0; i < count; i++) {
                x[i] += alpha * p[i];
                r[i] -= alpha * q[i];
            }
            rzOld = rz;
        }
        removeMean(x);
        return x;
    }

    private double[] apply(double[] v) {
        double[] result = new double[count];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < cells.facetCount(i); k++) {
                if (cells.neighbour(i, k) >= 0) {
                    result[i] += conductance(i, k) * (v[i] - v[cells.neighbour(i, k)]);
                }
            }
        }
        return result;
    }

    private double conductance(int i, int k) {
        Seeds seeds = cells.seeds();
        int j = cells.neighbour(i, k);
        double distance = 0;
        for (int axis = 0; axis < seeds.dimension(); axis++) {
            double image = cells.neighbourImage(i, k, axis) * seeds.sizeM(axis);
            distance = Math.hypot(distance, seeds.positionM(j, axis) + image - seeds.positionM(i, axis));
        }
        return 0.5 * cells.facetMeasure(i, k) / distance;
    }

    private static void removeMean(double[] v) {
        double sum = 0;
        for (double value : v) {
            sum += value;
        }
        for (int i = 0; i < v.length; i++) {
            v[i] -= sum / v.length;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
