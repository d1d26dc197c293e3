package org.grainflux.fem.elasticity;

/**
 * A smooth displacement on either side of the plane ξ = 0 between two crystals, with the traction continuous across it and
 * equal to K times the jump. With ξ along the normal n and θ = m·x, m in the plane, on each side
 *
 * <pre>u = (a0 + a1 ξ + a2 ξ²) sin θ + (b0 + b1 ξ + b2 ξ²) cos θ.</pre>
 */
final class ElasticJumpSolution {
    private final StiffnessTensor[] regions;
    private final double[] originM;
    private final double[] n;
    private final double[] m;
    /** Per side: a0, a1, a2, b0, b1, b2. */
    private final double[][][] coefficients;

    /** @param minus coefficients of the minus side, six vectors */
    ElasticJumpSolution(
            StiffnessTensor[] regions,
            FacetSprings springs,
            double[] originM,
            double[] n,
            double[] m,
            double[][] minus) {
        this.regions = regions;
        this.originM = originM;
        this.n = n;
        this.m = m;
        double[] tractionSin = combined(
                Crystals.times(Crystals.acoustic(regions[0], n, n), minus[1]),
                -1,
                Crystals.times(Crystals.acoustic(regions[0], n, m), minus[3]));
        double[] tractionCos = combined(
                Crystals.times(Crystals.acoustic(regions[0], n, n), minus[4]),
                1,
                Crystals.times(Crystals.acoustic(regions[0], n, m), minus[0]));
        double[][] plus = new double[6][];
        plus[0] = combined(minus[0], 1, jump(tractionSin, springs));
        plus[3] = combined(minus[3], 1, jump(tractionCos, springs));
        double[][] nn = Crystals.acoustic(regions[1], n, n);
        double[][] nm = Crystals.acoustic(regions[1], n, m);
        plus[1] = Crystals.solve(nn, combined(tractionSin, 1, Crystals.times(nm, plus[3])));
        plus[4] = Crystals.solve(nn, combined(tractionCos, -1, Crystals.times(nm, plus[0])));
        plus[2] = minus[5];
        plus[5] = minus[2];
        this.coefficients = new double[][][] {minus, plus};
    }

    void value(double[] p, int side, double[] u) {
        double[][] c = coefficients[side];
        double xi = along(n, p);
        double sin = Math.sin(along(m, p));
        double cos = Math.cos(along(m, p));
        for (int i = 0; i < u.length; i++) {
            u[i] = (c[0][i] + c[1][i] * xi + c[2][i] * xi * xi) * sin
                    + (c[3][i] + c[4][i] * xi + c[5][i] * xi * xi) * cos;
        }
    }

    /** ∂u_i/∂x_j. */
    double[][] gradient(double[] p, int side) {
        int d = p.length;
        double[] inNormal = derivative(p, side, 1, 0);
        double[] inPhase = derivative(p, side, 0, 1);
        double[][] gradient = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                gradient[i][j] = inNormal[i] * n[j] + inPhase[i] * m[j];
            }
        }
        return gradient;
    }

    /** −div σ. */
    void bodyForce(double[] p, int side, double[] f) {
        double[] nn = Crystals.times(Crystals.acoustic(regions[side], n, n), derivative(p, side, 2, 0));
        double[] nm = Crystals.times(Crystals.acoustic(regions[side], n, m), derivative(p, side, 1, 1));
        double[] mn = Crystals.times(Crystals.acoustic(regions[side], m, n), derivative(p, side, 1, 1));
        double[] mm = Crystals.times(Crystals.acoustic(regions[side], m, m), derivative(p, side, 0, 2));
        for (int i = 0; i < f.length; i++) {
            f[i] = -(nn[i] + nm[i] + mn[i] + mm[i]);
        }
    }

    /** σ · direction. */
    void traction(double[] p, int side, double[] direction, double[] t) {
        double[] first = Crystals.times(Crystals.acoustic(regions[side], direction, n), derivative(p, side, 1, 0));
        double[] second = Crystals.times(Crystals.acoustic(regions[side], direction, m), derivative(p, side, 0, 1));
        for (int i = 0; i < t.length; i++) {
            t[i] = first[i] + second[i];
        }
    }

    private double[] derivative(double[] p, int side, int inNormal, int inPhase) {
        double[][] c = coefficients[side];
        double xi = along(n, p);
        double[] powers = inNormal == 0
                ? new double[] {1, xi, xi * xi}
                : inNormal == 1 ? new double[] {0, 1, 2 * xi} : new double[] {0, 0, 2};
        double phase = along(m, p) + inPhase * Math.PI / 2;
        double[] result = new double[p.length];
        for (int i = 0; i < result.length; i++) {
            for (int k = 0; k < 3; k++) {
                result[i] += powers[k] * (c[k][i] * Math.sin(phase) + c[3 + k][i] * Math.cos(phase));
            }
        }
        return result;
    }

    private double along(double[] direction, double[] p) {
        double sum = 0;
        for (int axis = 0; axis < p.length; axis++) {
            sum += direction[axis] * (p[axis] - originM[axis]);
        }
        return sum;
    }

    private double[] jump(double[] t, FacetSprings springs) {
        double[] stiffness = new double[n.length * n.length];
        springs.stiffness(0, n, stiffness);
        double[][] k = new double[n.length][n.length];
        for (int i = 0; i < n.length; i++) {
            System.arraycopy(stiffness, i * n.length, k[i], 0, n.length);
        }
        return Crystals.solve(k, t);
    }

    private static double[] combined(double[] a, double factor, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * b[i];
        }
        return sum;
    }
}
