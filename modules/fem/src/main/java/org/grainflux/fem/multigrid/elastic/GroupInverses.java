package org.grainflux.fem.multigrid.elastic;

import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/** Inverses of small dense symmetric positive definite blocks, A⁻¹ = L⁻ᵀ L⁻¹. */
final class GroupInverses {
    private GroupInverses() {}

    /**
     * Replaces a block by its inverse.
     *
     * @param block row-major from {@code at}, size × size
     */
    static void invert(double[] block, int at, int size) {
        factor(block, at, size);
        invertLower(block, at, size);
        // A⁻¹(i, j) = Σ_k L⁻¹(k, i) L⁻¹(k, j), k ≥ max(i, j): row i is not read again once its upper part is written.
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                double sum = 0;
                for (int k = j; k < size; k++) {
                    sum += block[at + k * size + i] * block[at + k * size + j];
                }
                block[at + i * size + j] = sum;
            }
            for (int j = 0; j < i; j++) {
                block[at + i * size + j] = block[at + j * size + i];
            }
        }
    }

    /** The lower triangle becomes L. */
    private static void factor(double[] block, int at, int size) {
        for (int j = 0; j < size; j++) {
            int row = at + j * size;
            double pivot = block[row + j];
            for (int k = 0; k < j; k++) {
                pivot -= block[row + k] * block[row + k];
            }
            if (!(pivot > 0 && pivot < Double.POSITIVE_INFINITY)) {
                throw new NumericalFailureException(
                        Reason.NOT_POSITIVE_DEFINITE,
                        "a diagonal block of " + size + " unknowns has the pivot " + pivot + " in its row " + j);
            }
            double diagonal = Math.sqrt(pivot);
            block[row + j] = diagonal;
            for (int i = j + 1; i < size; i++) {
                double sum = block[at + i * size + j];
                for (int k = 0; k < j; k++) {
                    sum -= block[at + i * size + k] * block[row + k];
                }
                block[at + i * size + j] = sum / diagonal;
            }
        }
    }

    /** The lower triangle becomes L⁻¹, column by column. */
    private static void invertLower(double[] block, int at, int size) {
        for (int j = 0; j < size; j++) {
            block[at + j * size + j] = 1 / block[at + j * size + j];
            for (int i = j + 1; i < size; i++) {
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum -= block[at + i * size + k] * block[at + k * size + j];
                }
                block[at + i * size + j] = sum / block[at + i * size + i];
            }
        }
    }
}
