package org.grainflux.physics.transport;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A periodic function given by its mean and the amplitudes of {@link TraceModes}, averaged over a power of two of equal
 * cells: one fast Fourier transform of half that length.
 */
final class CellSeries {
    private static final ConcurrentMap<Integer, CellSeries> MADE = new ConcurrentHashMap<>();

    private final int cells;
    /** cos(πn/cells) and sin(πn/cells), n from 0 to cells. */
    private final double[] cos;

    private final double[] sin;

    private CellSeries(int cells) {
        if (cells < 2 || Integer.bitCount(cells) != 1) {
            throw new IllegalArgumentException("cells must be a power of two, got " + cells);
        }
        this.cells = cells;
        cos = new double[cells + 1];
        sin = new double[cells + 1];
        for (int n = 0; n <= cells; n++) {
            cos[n] = Math.cos(Math.PI * n / cells);
            sin[n] = Math.sin(Math.PI * n / cells);
        }
    }

    /** @param cells power of two; cell i spans [i, i + 1] W/cells */
    static CellSeries of(int cells) {
        return MADE.computeIfAbsent(cells, CellSeries::new);
    }

    /**
     * @param widthM W
     * @param amplitudes cos and sin of mode 1, of mode 2, …; fewer modes than half the cells
     * @return average over every cell
     */
    double[] averages(double widthM, double mean, double[] amplitudes) {
        int modes = amplitudes.length / 2;
        if (cells <= 2 * modes) {
            throw new IllegalArgumentException(modes + " modes on " + cells + " cells");
        }
        int half = cells / 2;
        // f_i = Re Σ_n Z_n exp(2πi n i/cells); even and odd cells become real and imaginary part of a transform of half
        // the length, with the coefficients of −n supplied by conjugation.
        double[] re = new double[half];
        double[] im = new double[half];
        re[0] = mean;
        im[0] = mean;
        double scale = 0.5 * Math.sqrt(2 / widthM);
        for (int n = 1; n <= modes; n++) {
            double angle = Math.PI * n / cells;
            double s = sin[n];
            double c = cos[n];
            double average = scale * s / angle;
            // Value at the centre of a cell, half a cell after its start.
            double zr = average * (amplitudes[2 * n - 2] * c + amplitudes[2 * n - 1] * s);
            double zi = average * (amplitudes[2 * n - 2] * s - amplitudes[2 * n - 1] * c);
            // Shift by one cell, for the odd ones: exp(2i·angle).
            double tr = 1 - 2 * s * s;
            double ti = 2 * s * c;
            double or = zr * tr - zi * ti;
            double oi = zr * ti + zi * tr;
            int up = n % half;
            int down = (half - up) % half;
            re[up] += zr - oi;
            im[up] += zi + or;
            re[down] += zr + oi;
            im[down] += or - zi;
        }
        transform(re, im);
        double[] values = new double[cells];
        for (int i = 0; i < half; i++) {
            values[2 * i] = re[i];
            values[2 * i + 1] = im[i];
        }
        return values;
    }

    /** In place: X_i = Σ x_n exp(+2πi n i/N), N a power of two (Cooley and Tukey, 1965). */
    private void transform(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double swap = re[i];
                re[i] = re[j];
                re[j] = swap;
                swap = im[i];
                im[i] = im[j];
                im[j] = swap;
            }
        }
        double[] c = new double[n / 2];
        double[] s = new double[n / 2];
        for (int length = 2; length <= n; length <<= 1) {
            // exp(2πi k/length) = exp(πi (k · 4 n/length)/cells), cells = 2n.
            int stride = 4 * n / length;
            for (int k = 0; k < length / 2; k++) {
                c[k] = cos[k * stride];
                s[k] = sin[k * stride];
            }
            for (int start = 0; start < n; start += length) {
                for (int k = 0; k < length / 2; k++) {
                    int a = start + k;
                    int b = a + length / 2;
                    double xr = re[b] * c[k] - im[b] * s[k];
                    double xi = re[b] * s[k] + im[b] * c[k];
                    re[b] = re[a] - xr;
                    im[b] = im[a] - xi;
                    re[a] += xr;
                    im[a] += xi;
                }
            }
        }
    }
}
