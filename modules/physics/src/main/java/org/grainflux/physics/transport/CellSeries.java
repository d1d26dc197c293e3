package org.grainflux.physics.transport;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A periodic function given by its mean and the amplitudes of {@link TraceModes}, averaged over a power of two of equal
 * cells: one fast Fourier transform of half that length.
 */
final class CellSeries {
    /** By the logarithm of the number of cells. */
    private static final AtomicReferenceArray<CellSeries> MADE = new AtomicReferenceArray<>(Integer.SIZE);

    /** Shorter stages have factors 1 and i only and are done together. */
    private static final int FIRST_LENGTH = 8;

    private final int cells;
    /** cos(πn/cells) and sin(πn/cells), n from 0 to cells. */
    private final double[] cos;

    private final double[] sin;
    /** The same as the stages of a transform of half the cells use them, from {@value #FIRST_LENGTH} on, stage after stage. */
    private final double[] stageCos;

    private final double[] stageSin;

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
        stageCos = new double[cells / 2];
        stageSin = new double[cells / 2];
        int at = 0;
        for (int length = FIRST_LENGTH; length <= cells / 2; length <<= 1) {
            // exp(2πi k/length) = exp(πi (k · 2 cells/length)/cells).
            for (int k = 0; k < length / 2; k++) {
                stageCos[at] = cos[k * (2 * cells / length)];
                stageSin[at++] = sin[k * (2 * cells / length)];
            }
        }
    }

    /** @param cells power of two; cell i spans [i, i + 1] W/cells */
    static CellSeries of(int cells) {
        int power = Integer.numberOfTrailingZeros(cells) % Integer.SIZE;
        CellSeries made = MADE.get(power);
        if (made == null || made.cells != cells) {
            made = new CellSeries(cells);
            MADE.set(power, made);
        }
        return made;
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
            re[n] += zr - oi;
            im[n] += zi + or;
            re[half - n] += zr + oi;
            im[half - n] += or - zi;
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
        shortStages(re, im);
        int at = 0;
        for (int length = FIRST_LENGTH; length <= n; length <<= 1) {
            int half = length / 2;
            for (int start = 0; start < n; start += length) {
                for (int k = 0; k < half; k++) {
                    int a = start + k;
                    int b = a + half;
                    double c = stageCos[at + k];
                    double s = stageSin[at + k];
                    double xr = re[b] * c - im[b] * s;
                    double xi = re[b] * s + im[b] * c;
                    re[b] = re[a] - xr;
                    im[b] = im[a] - xi;
                    re[a] += xr;
                    im[a] += xi;
                }
            }
            at += half;
        }
    }

    /** Lengths 2 and 4. */
    private static void shortStages(double[] re, double[] im) {
        int n = re.length;
        if (n < 4) {
            for (int a = 0; a + 1 < n; a += 2) {
                double xr = re[a + 1];
                double xi = im[a + 1];
                re[a + 1] = re[a] - xr;
                im[a + 1] = im[a] - xi;
                re[a] += xr;
                im[a] += xi;
            }
            return;
        }
        for (int a = 0; a < n; a += 4) {
            double evenR = re[a] + re[a + 1];
            double evenI = im[a] + im[a + 1];
            double evenDifferenceR = re[a] - re[a + 1];
            double evenDifferenceI = im[a] - im[a + 1];
            double oddR = re[a + 2] + re[a + 3];
            double oddI = im[a + 2] + im[a + 3];
            double oddDifferenceR = re[a + 2] - re[a + 3];
            double oddDifferenceI = im[a + 2] - im[a + 3];
            re[a] = evenR + oddR;
            im[a] = evenI + oddI;
            re[a + 1] = evenDifferenceR - oddDifferenceI;
            im[a + 1] = evenDifferenceI + oddDifferenceR;
            re[a + 2] = evenR - oddR;
            im[a + 2] = evenI - oddI;
            re[a + 3] = evenDifferenceR + oddDifferenceI;
            im[a + 3] = evenDifferenceI - oddDifferenceR;
        }
    }
}
