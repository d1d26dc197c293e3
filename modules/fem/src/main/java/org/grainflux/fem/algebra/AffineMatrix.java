package org.grainflux.fem.algebra;

import java.util.List;

/**
 * A matrix that is affine in its parameters, A(θ) = Σ θ_q A_q: conductivities of grains, conductances of boundaries and of
 * contacts enter the discrete problem in this way. All terms stand on one pattern.
 */
public final class AffineMatrix {
    private final CsrPattern pattern;
    private final double[][] terms;

    /** @param terms A_q, at least one, on the same pattern object; kept, not copied */
    public AffineMatrix(List<CsrMatrix> terms) {
        pattern = terms.get(0).pattern();
        if (terms.stream().anyMatch(term -> term.pattern() != pattern)) {
            throw new IllegalArgumentException("the terms of an affine matrix must share one pattern");
        }
        this.terms = terms.stream().map(CsrMatrix::values).toArray(double[][]::new);
    }

    public CsrPattern pattern() {
        return pattern;
    }

    public int termCount() {
        return terms.length;
    }

    /** A(θ), every entry read and written once per term. @param factors θ, one per term */
    public CsrMatrix at(double... factors) {
        if (factors.length != terms.length) {
            throw new IllegalArgumentException(terms.length + " terms, got " + factors.length + " factors");
        }
        double[] values = new double[pattern.entryCount()];
        for (int q = 0; q < terms.length; q++) {
            double[] term = terms[q];
            double factor = factors[q];
            for (int k = 0; k < values.length; k++) {
                values[k] += factor * term[k];
            }
        }
        return CsrMatrix.of(pattern, values);
    }
}
