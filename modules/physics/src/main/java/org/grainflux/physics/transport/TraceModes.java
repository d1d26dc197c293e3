package org.grainflux.physics.transport;

import java.util.List;

/**
 * Fourier modes of potentials that are piecewise linear between the points of a trace. Their second derivative is a comb
 * of kinks, so the integrals against cos and sin are exact sums over points: no sampling, and every wavenumber is within
 * reach. Amplitudes are √(2/W) ∫ v cos(kₙx) dx and the same with sin, kₙ = 2πn/W: the integral of v² is W mean² plus the sum
 * of their squares.
 */
final class TraceModes {
    private final double widthM;
    private final double[] pointsM;
    private final double[] perSegmentM;
    private final double[] dualM;

    TraceModes(ElectrodeTrace trace) {
        int m = trace.pointCount();
        widthM = trace.widthM();
        pointsM = new double[m];
        perSegmentM = new double[m];
        dualM = new double[m];
        for (int p = 0; p < m; p++) {
            pointsM[p] = trace.pointM(p);
            perSegmentM[p] = 1 / trace.segmentLengthM(p);
            dualM[p] = 0.5 * (trace.segmentLengthM(p) + trace.segmentLengthBeforeM(p));
        }
    }

    int pointCount() {
        return pointsM.length;
    }

    double widthM() {
        return widthM;
    }

    double wavenumberPerM(int mode) {
        return 2 * Math.PI * mode / widthM;
    }

    double pointM(int point) {
        return pointsM[point];
    }

    /** Length of trace that belongs to a point: ∫ N dx. */
    double dualM(int point) {
        return dualM[point];
    }

    double mean(double[] potentials) {
        double sum = 0;
        for (int p = 0; p < potentials.length; p++) {
            sum += dualM[p] * potentials[p];
        }
        return sum / widthM;
    }

    /** Change of slope at each point. */
    double[] kinks(double[] potentials) {
        int m = potentials.length;
        double[] kinks = new double[m];
        for (int p = 0; p < m; p++) {
            int next = (p + 1) % m;
            double slope = (potentials[next] - potentials[p]) * perSegmentM[p];
            kinks[p] += slope;
            kinks[next] -= slope;
        }
        return kinks;
    }

    /** What is done with cos(kₙx) and sin(kₙx) at the points; the arrays are overwritten from mode to mode. */
    @FunctionalInterface
    interface Visitor {
        void visit(int mode, double[] cosines, double[] sines);
    }

    /** Visits modes {@code first} to {@code last}. */
    void forEach(int first, int last, Visitor visitor) {
        int m = pointsM.length;
        double[] firstCos = new double[m];
        double[] firstSin = new double[m];
        for (int p = 0; p < m; p++) {
            firstCos[p] = Math.cos(wavenumberPerM(1) * pointsM[p]);
            firstSin[p] = Math.sin(wavenumberPerM(1) * pointsM[p]);
        }
        double[] cos = new double[m];
        double[] sin = new double[m];
        for (int p = 0; p < m; p++) {
            cos[p] = Math.cos(wavenumberPerM(first) * pointsM[p]);
            sin[p] = Math.sin(wavenumberPerM(first) * pointsM[p]);
        }
        for (int mode = first; mode <= last; mode++) {
            visitor.visit(mode, cos, sin);
            for (int p = 0; p < m; p++) {
                // Turning by the first mode loses some 1e-16 per step: 1e-12 after ten thousand.
                double turned = cos[p] * firstCos[p] - sin[p] * firstSin[p];
                sin[p] = sin[p] * firstCos[p] + cos[p] * firstSin[p];
                cos[p] = turned;
            }
        }
    }

    /** Amplitudes of one function: cos and sin of mode 1, of mode 2, … */
    double[] amplitudes(double[] potentials, int modes) {
        return amplitudes(List.of(potentials), 1, modes)[0];
    }

    /** Those of some functions from mode {@code first} to {@code last}; cosines and sines are made once for all. */
    double[][] amplitudes(List<double[]> potentials, int first, int last) {
        double[][] kinks = potentials.stream().map(this::kinks).toArray(double[][]::new);
        double[][] amplitudes = new double[kinks.length][2 * Math.max(0, last - first + 1)];
        forEach(first, last, (mode, cos, sin) -> {
            double factor = factor(mode);
            for (int i = 0; i < kinks.length; i++) {
                amplitudes[i][2 * (mode - first)] = factor * dot(kinks[i], cos);
                amplitudes[i][2 * (mode - first) + 1] = factor * dot(kinks[i], sin);
            }
        });
        return amplitudes;
    }

    /** Transpose of {@link #amplitudes(double[], int)}: what currents of given amplitudes bring to the points. */
    double[] loads(double[] currents) {
        double[] sum = new double[pointsM.length];
        forEach(1, currents.length / 2, (mode, cos, sin) -> {
            double c = factor(mode) * currents[2 * mode - 2];
            double s = factor(mode) * currents[2 * mode - 1];
            for (int p = 0; p < sum.length; p++) {
                sum[p] += c * cos[p] + s * sin[p];
            }
        });
        return kinks(sum);
    }

    /** ∫ v e^(−ikx) = −(1/k²) Σ kink e^(−ikx), twice integrated by parts. */
    double factor(int mode) {
        double k = wavenumberPerM(mode);
        return -Math.sqrt(2 / widthM) / (k * k);
    }

    private static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        int p = 0;
        for (; p + 2 <= a.length; p += 2) {
            s0 += a[p] * b[p];
            s1 += a[p + 1] * b[p + 1];
        }
        return p < a.length ? s0 + s1 + a[p] * b[p] : s0 + s1;
    }
}
