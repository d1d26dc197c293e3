package org.grainflux.physics.transport;

/**
 * A periodic function given by its mean and the amplitudes of {@link TraceModes}, averaged over a power of two of equal
 * cells: one fast Fourier transform of half that length.
 */
final class CellSeries {
    private CellSeries() {}

    /**
     * @param widthM W
     * @param amplitudes cos and sin of mode 1, of mode 2, …
     * @param cells power of two, more than twice the modes; cell i spans [i, i + 1] W/cells
     * @return average over every cell
     */
    static double[] averages(double widthM, double mean, double[] amplitudes, int cells) {
        int modes = amplitudes.length / 2;
        if (Integer.bitCount(cells) != 1 || cells <= 2 * modes) {
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
            double s = Math.sin(angle);
            double c = Math.cos(angle);
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
    private static void transform(double[] re, double[] im) {
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
        double[] cos = new double[n / 2];
        double[] sin = new double[n / 2];
        for (int k = 0; k < n / 2; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / n);
            sin[k] = Math.sin(2 * Math.PI * k / n);
        }
        for (int length = 2; length <= n; length <<= 1) {
            int stride = n / length;
            for (int start = 0; start < n; start += length) {
                for (int k = 0; k < length / 2; k++) {
                    int a = start + k;
                    int b = a + length / 2;
                    double xr = re[b] * cos[k * stride] - im[b] * sin[k * stride];
                    double xi = re[b] * sin[k * stride] + im[b] * cos[k * stride];
                    re[b] = re[a] - xr;
                    im[b] = im[a] - xi;
                    re[a] += xr;
                    im[a] += xi;
                }
            }
        }
    }
}
