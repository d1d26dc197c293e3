package org.grainflux.fem.algebra;

/**
 * The true residual b − A x, computed afresh from the matrix, never the one a solver updates.
 *
 * @param relativeToLoad ‖b − A x‖₂ / ‖b‖₂; infinite when b = 0
 * @param backwardError max over rows of |b − A x|ᵢ / (|A| |x| + |b|)ᵢ (Oettli and Prager 1964, Numer. Math. 6, 405): the
 *     relative change of A and b for which x is exact. Unlike relativeToLoad it does not grow with the contrast of the
 *     coefficients, because rounding x alone already moves b by ε |A| |x|.
 */
public record Residual(double relativeToLoad, double backwardError) {

    /** Over all rows. */
    public static Residual of(CsrMatrix a, double[] x, double[] b) {
        return of(a, x, b, new int[0]);
    }

    /** Over all rows but the fixed ones, e.g. Dirichlet nodes, where the residual is the reaction. */
    public static Residual of(CsrMatrix a, double[] x, double[] b, int[] fixedRows) {
        boolean[] fixed = new boolean[a.rows()];
        for (int i : fixedRows) {
            fixed[i] = true;
        }
        double residualSquared = 0;
        double loadSquared = 0;
        double backward = 0;
        for (int i = 0; i < a.rows(); i++) {
            if (fixed[i]) {
                continue;
            }
            double product = 0;
            double scale = Math.abs(b[i]);
            // The part of the row that acts on fixed unknowns is the load of the eliminated system.
            double load = b[i];
            for (int k = a.pattern().rowStart(i); k < a.pattern().rowEnd(i); k++) {
                int j = a.pattern().column(k);
                double term = a.value(k) * x[j];
                product += term;
                scale += Math.abs(term);
                load -= fixed[j] ? term : 0;
            }
            double residual = b[i] - product;
            residualSquared += residual * residual;
            loadSquared += load * load;
            backward = Math.max(backward, scale == 0 ? 0 : Math.abs(residual) / scale);
        }
        return new Residual(Math.sqrt(residualSquared / loadSquared), backward);
    }
}
