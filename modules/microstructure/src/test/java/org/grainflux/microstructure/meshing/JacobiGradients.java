package org.grainflux.microstructure.meshing;

import org.grainflux.fem.algebra.CsrMatrix;

/** Conjugate gradients with the diagonal as preconditioner: slow, and short enough to be trusted. */
final class JacobiGradients {
    private JacobiGradients() {}

    /** Solves A x = b from zero until the residual has fallen by the factor given. */
    static double[] solve(CsrMatrix a, double[] load, double reduction, int iterations) {
        int n = load.length;
        double[] x = new double[n];
        double[] r = load.clone();
        double[] p = new double[n];
        double rz = 0;
        double target = reduction * Math.sqrt(dot(load, load));
        for (int k = 0; k < iterations; k++) {
            double[] z = new double[n];
            for (int i = 0; i < n; i++) {
                z[i] = r[i] / a.at(i, i);
            }
            double next = dot(r, z);
            for (int i = 0; i < n; i++) {
                p[i] = z[i] + (k == 0 ? 0 : next / rz * p[i]);
            }
            rz = next;
            double[] ap = a.multiply(p);
            double step = rz / dot(p, ap);
            for (int i = 0; i < n; i++) {
                x[i] += step * p[i];
                r[i] -= step * ap[i];
            }
            if (Math.sqrt(dot(r, r)) <= target) {
                return x;
            }
        }
        throw new AssertionError("conjugate gradients did not converge in " + iterations + " iterations");
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
