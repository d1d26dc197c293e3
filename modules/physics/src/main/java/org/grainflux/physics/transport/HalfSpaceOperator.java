package org.grainflux.physics.transport;

/**
 * Dirichlet-to-Neumann matrix of a half-space of unit conductivity for piecewise linear potentials of a trace: the
 * operator |k|, without the mean. With B the matrix of kinks it is (2/W)(W/2π)³ B C B, C holding Σ cos(nθ)/n³ of the
 * distances between points (θ = 2πx/W) in closed form, so no mode is left out.
 */
final class HalfSpaceOperator {
    /** Σ 1/n³. */
    private static final double ZETA_3 = 1.2020569031595942;

    /** The series converges as 4^−m on |θ| ≤ π: 30 terms are below rounding. */
    private static final double[] COEFFICIENTS = coefficients(30);

    private HalfSpaceOperator() {}

    /** Points × points, symmetric. */
    static double[][] of(TraceModes modes) {
        int m = modes.pointCount();
        double perLength = 2 * Math.PI / modes.widthM();
        double factor = 2 / modes.widthM() / (perLength * perLength * perLength);
        double[][] cosines = new double[m][m];
        for (int p = 0; p < m; p++) {
            for (int q = 0; q <= p; q++) {
                cosines[p][q] = factor * cosineSum(perLength * (modes.pointM(p) - modes.pointM(q)));
                cosines[q][p] = cosines[p][q];
            }
        }
        // Rows of B C, which are columns of C B; then B again.
        double[][] half = new double[m][];
        for (int p = 0; p < m; p++) {
            half[p] = modes.kinks(cosines[p]);
        }
        double[][] result = new double[m][m];
        double[] column = new double[m];
        for (int q = 0; q < m; q++) {
            for (int p = 0; p < m; p++) {
                column[p] = half[p][q];
            }
            double[] whole = modes.kinks(column);
            for (int p = 0; p < m; p++) {
                result[p][q] = whole[p];
            }
        }
        return result;
    }

    /** Σ cos(nθ)/n³: twice the integral of Σ cos(nθ)/n = −ln(2 sin(θ/2)). */
    static double cosineSum(double theta) {
        double x = Math.abs(theta) % (2 * Math.PI);
        x = Math.min(x, 2 * Math.PI - x);
        if (x == 0) {
            return ZETA_3;
        }
        double ratio = x / (2 * Math.PI) * (x / (2 * Math.PI));
        double series = 0;
        for (int m = COEFFICIENTS.length - 1; m >= 0; m--) {
            series = (series + COEFFICIENTS[m]) * ratio;
        }
        return ZETA_3 + x * x * (0.5 * Math.log(x) - 0.75 - series);
    }

    /** ζ(2m)/(m (2m + 1)(2m + 2)), m = 1, 2, … */
    private static double[] coefficients(int count) {
        double[] coefficients = new double[count];
        for (int m = 1; m <= count; m++) {
            coefficients[m - 1] = zetaOfEven(2 * m) / (m * (2.0 * m + 1) * (2 * m + 2));
        }
        return coefficients;
    }

    private static double zetaOfEven(int s) {
        int last = 1000;
        // Euler–Maclaurin for the tail: its next term, s/12 N^(−s−1), is below 1e-10 for s = 2, so one more is taken.
        double sum = Math.pow(last, 1.0 - s) / (s - 1) - 0.5 * Math.pow(last, -s);
        sum += s / 12.0 * Math.pow(last, -s - 1.0);
        for (int n = last; n >= 1; n--) {
            sum += Math.pow(n, -s);
        }
        return sum;
    }
}
