package org.grainflux.fem.grid;

/**
 * A resistor network on any graph, single precision: (A u)ᵢ = Σⱼ gᵢⱼ (uᵢ − uⱼ) + g₀ᵢ uᵢ, with g₀ the conductance to
 * ground. Rows keep the neighbours with smaller numbers first, so that half sweeps read half rows.
 */
final class ConductanceGraph {
    private final int[] starts;
    private final int[] uppers;
    private final int[] columns;
    private final float[] conductances;
    private final float[] grounds;
    private final float[] diagonal;
    private final float[] inverseDiagonal;

    /**
     * Takes the arrays over.
     *
     * @param starts rows + 1: where a row starts in columns and conductances
     * @param uppers one per row: where its neighbours with larger numbers start
     * @param columns neighbours
     * @param conductances &gt; 0, symmetric
     * @param grounds conductance to ground of each node, ≥ 0
     * @param diagonal row sum plus conductance to ground
     */
    ConductanceGraph(
            int[] starts, int[] uppers, int[] columns, float[] conductances, float[] grounds, float[] diagonal) {
        this.starts = starts;
        this.uppers = uppers;
        this.columns = columns;
        this.conductances = conductances;
        this.grounds = grounds;
        this.diagonal = diagonal;
        this.inverseDiagonal = new float[diagonal.length];
        for (int i = 0; i < diagonal.length; i++) {
            inverseDiagonal[i] = diagonal[i] > 0 ? 1 / diagonal[i] : 0;
        }
    }

    int nodeCount() {
        return diagonal.length;
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return starts[i + 1];
    }

    int neighbour(int k) {
        return columns[k];
    }

    float conductance(int k) {
        return conductances[k];
    }

    float ground(int i) {
        return grounds[i];
    }

    float diagonal(int i) {
        return diagonal[i];
    }

    long storedBytes() {
        return 4L * (starts.length + uppers.length + columns.length + conductances.length + 3L * diagonal.length);
    }

    /** y = A u, by differences so that a weak ground is not lost to rounding; returns u·y. */
    double multiply(float[] u, float[] y) {
        double energy = 0;
        for (int i = 0; i < diagonal.length; i++) {
            float here = u[i];
            float sum = grounds[i] * here;
            int end = starts[i + 1];
            for (int k = starts[i]; k < end; k++) {
                sum += conductances[k] * (here - u[columns[k]]);
            }
            y[i] = sum;
            energy += (double) sum * u[i];
        }
        return energy;
    }

    /**
     * Gauss–Seidel in ascending order from u = 0; what is left of the load afterwards comes from larger neighbours only.
     *
     * @param load b
     * @param u on return the result
     */
    void relaxFromZero(float[] load, float[] u) {
        for (int i = 0; i < diagonal.length; i++) {
            float sum = load[i];
            int end = uppers[i];
            for (int k = starts[i]; k < end; k++) {
                sum += conductances[k] * u[columns[k]];
            }
            u[i] = sum * inverseDiagonal[i];
        }
    }

    /** b − A u after {@link #relaxFromZero}, summed over aggregates into restricted; nodes of none are left out. */
    void restrictResidual(float[] u, int[] aggregates, float[] restricted) {
        java.util.Arrays.fill(restricted, 0);
        for (int i = 0; i < diagonal.length; i++) {
            float sum = 0;
            int end = starts[i + 1];
            for (int k = uppers[i]; k < end; k++) {
                sum += conductances[k] * u[columns[k]];
            }
            int a = aggregates[i];
            if (a >= 0) {
                restricted[a] += sum;
            }
        }
    }

    /** Adds the coarse correction, then Gauss–Seidel in descending order: the adjoint of {@link #relaxFromZero}. */
    void correctAndRelax(float[] load, int[] aggregates, float[] correction, float[] u) {
        for (int i = 0; i < diagonal.length; i++) {
            int a = aggregates[i];
            if (a >= 0) {
                u[i] += correction[a];
            }
        }
        for (int i = diagonal.length - 1; i >= 0; i--) {
            float sum = load[i];
            int end = starts[i + 1];
            for (int k = starts[i]; k < end; k++) {
                sum += conductances[k] * u[columns[k]];
            }
            u[i] = sum * inverseDiagonal[i];
        }
    }
}
