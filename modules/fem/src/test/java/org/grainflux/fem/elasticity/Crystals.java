package org.grainflux.fem.elasticity;

import java.util.random.RandomGenerator;
import org.grainflux.fem.MovedMesh;
import org.grainflux.fem.mesh.SimplexMesh;

/** Stiffnesses and meshes for tests, of order one. */
final class Crystals {
    private Crystals() {}

    /** A cubic crystal with a Zener ratio of 2.4, turned at random. */
    static StiffnessTensor random(RandomGenerator random) {
        return StiffnessTensor.cubic(1.6, 0.6, 1.2, rotation(random));
    }

    /** Gram–Schmidt on random vectors. */
    static double[][] rotation(RandomGenerator random) {
        double[] a = unit(new double[] {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()});
        double[] v = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        double along = a[0] * v[0] + a[1] * v[1] + a[2] * v[2];
        double[] b = unit(new double[] {v[0] - along * a[0], v[1] - along * a[1], v[2] - along * a[2]});
        double[] c = {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
        return new double[][] {a, b, c};
    }

    /** The rotation along a quaternion, without a root: the same bits everywhere. */
    static double[][] rotation(double w, double x, double y, double z) {
        double n = w * w + x * x + y * y + z * z;
        return new double[][] {
            {1 - 2 * (y * y + z * z) / n, 2 * (x * y - w * z) / n, 2 * (x * z + w * y) / n},
            {2 * (x * y + w * z) / n, 1 - 2 * (x * x + z * z) / n, 2 * (y * z - w * x) / n},
            {2 * (x * z - w * y) / n, 2 * (y * z + w * x) / n, 1 - 2 * (x * x + y * y) / n}
        };
    }

    static double[] unit(double[] v) {
        double square = 0;
        for (double x : v) {
            square += x * x;
        }
        double[] result = v.clone();
        for (int k = 0; k < v.length; k++) {
            result[k] /= Math.sqrt(square);
        }
        return result;
    }

    /** The same mesh with nodes inside its regions moved by up to an eighth of a cell. */
    static SimplexMesh shaken(SimplexMesh mesh, RandomGenerator random, double cellM) {
        int d = mesh.dimension();
        boolean[] fixed = new boolean[mesh.nodeCount()];
        for (int f = 0; f < mesh.interfaces().count(); f++) {
            for (int c = 0; c < d; c++) {
                fixed[mesh.interfaces().minusNode(f, c)] = true;
                fixed[mesh.interfaces().plusNode(f, c)] = true;
            }
        }
        for (int f = 0; f < mesh.borders().count(); f++) {
            for (int c = 0; c < d; c++) {
                fixed[mesh.borders().node(f, c)] = true;
            }
        }
        return MovedMesh.of(mesh, (node, pointM) -> {
            for (int axis = 0; axis < d && !fixed[node]; axis++) {
                pointM[axis] += cellM * (random.nextDouble() - 0.5) / 4;
            }
        });
    }

    /** A^{pq}_ik = p_j C_ijkl q_l in the axes of the mesh. */
    static double[][] acoustic(StiffnessTensor c, double[] p, double[] q) {
        int d = p.length;
        double[][] result = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                for (int j = 0; j < d; j++) {
                    for (int l = 0; l < d; l++) {
                        result[i][k] += p[j] * c.componentPa(i, j, k, l) * q[l];
                    }
                }
            }
        }
        return result;
    }

    static double[] times(double[][] a, double[] x) {
        double[] y = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < x.length; k++) {
                y[i] += a[i][k] * x[k];
            }
        }
        return y;
    }

    /** x of a x = b, by Gaussian elimination without pivoting: for positive definite a. */
    static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        double[][] m = new double[n][];
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            m[i] = a[i].clone();
        }
        for (int p = 0; p < n; p++) {
            for (int i = p + 1; i < n; i++) {
                double factor = m[i][p] / m[p][p];
                for (int k = p; k < n; k++) {
                    m[i][k] -= factor * m[p][k];
                }
                x[i] -= factor * x[p];
            }
        }
        for (int p = n - 1; p >= 0; p--) {
            for (int k = p + 1; k < n; k++) {
                x[p] -= m[p][k] * x[k];
            }
            x[p] /= m[p][p];
        }
        return x;
    }
}
