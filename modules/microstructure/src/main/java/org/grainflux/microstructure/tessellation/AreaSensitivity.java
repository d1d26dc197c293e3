package org.grainflux.microstructure.tessellation;

/**
 * Derivative of the cell areas of a power diagram with respect to its weights, a graph Laplacian with edge weights
 * L/(2 r), applied facet by facet; solved by conjugate gradients with a diagonal preconditioner in the space of zero
 * mean (equal shifts of all weights change nothing).
 */
final class AreaSensitivity {
    /** Relative to the right-hand side; Newton needs no more to keep its rate. */
    private static final double TOLERANCE = 1e-10;

    private final PowerDiagram diagram;
    private final int count;
    private final double[] diagonal;

    AreaSensitivity(PowerDiagram diagram) {
        this.diagram = diagram;
        this.count = diagram.seeds().count();
        this.diagonal = new double[count];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < diagram.cell(i).count(); k++) {
                if (diagram.cell(i).label(k) >= 0) {
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
            ClippedPolygon cell = diagram.cell(i);
            for (int k = 0; k < cell.count(); k++) {
                if (cell.label(k) >= 0) {
                    result[i] += conductance(i, k) * (v[i] - v[cell.label(k)]);
                }
            }
        }
        return result;
    }

    private double conductance(int i, int k) {
        Seeds seeds = diagram.seeds();
        ClippedPolygon cell = diagram.cell(i);
        int j = cell.label(k);
        double dx = seeds.xM(j) + cell.imageX(k) * seeds.widthM() - seeds.xM(i);
        double dy = seeds.yM(j) + cell.imageY(k) * seeds.heightM() - seeds.yM(i);
        return 0.5 * cell.edgeLengthM(k) / Math.hypot(dx, dy);
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
