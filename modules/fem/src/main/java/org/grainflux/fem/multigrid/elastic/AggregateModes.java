package org.grainflux.fem.multigrid.elastic;

/**
 * The rigid modes of every aggregate made orthonormal: B = T R with T the interpolation that is constant on aggregates and
 * R the modes of the next level. A mode that an aggregate cannot tell from others, such as the turn of two nodes about
 * their line, has zeros in T and R.
 */
final class AggregateModes {
    /** Length of a column that depends on those before it, of what it was: far above rounding, far below a thin aggregate. */
    private static final double DEPENDENT = 1e-9;

    /** T, places × width × modes. */
    final double[] interpolation;
    /** R, aggregates × modes × modes. */
    final double[] coarseModes;

    /** Modes of an aggregate. */
    final int count;

    private AggregateModes(double[] interpolation, double[] coarseModes, int count) {
        this.count = count;
        this.interpolation = interpolation;
        this.coarseModes = coarseModes;
    }

    /** @param modes B, places × width × count */
    static AggregateModes of(BlockMatrix matrix, Aggregation aggregation, double[] modes, int count) {
        double[] interpolation = new double[modes.length];
        double[] coarse = new double[aggregation.count() * count * count];
        int[][] members = members(aggregation);
        int width = matrix.width;
        double[] columns = new double[0];
        for (int a = 0; a < aggregation.count(); a++) {
            int rows = 0;
            for (int m = members[0][a]; m < members[0][a + 1]; m++) {
                int g = members[1][m];
                rows += width * (matrix.groupStarts[g + 1] - matrix.groupStarts[g]);
            }
            if (columns.length < rows * count) {
                columns = new double[2 * rows * count];
            }
            // Columns one after the other.
            int row = 0;
            for (int m = members[0][a]; m < members[0][a + 1]; m++) {
                int g = members[1][m];
                for (int u = width * matrix.groupStarts[g]; u < width * matrix.groupStarts[g + 1]; u++) {
                    for (int k = 0; k < count; k++) {
                        columns[k * rows + row] = modes[u * count + k];
                    }
                    row++;
                }
            }
            orthonormalize(columns, rows, count, coarse, a * count * count);
            row = 0;
            for (int m = members[0][a]; m < members[0][a + 1]; m++) {
                int g = members[1][m];
                for (int u = width * matrix.groupStarts[g]; u < width * matrix.groupStarts[g + 1]; u++) {
                    for (int k = 0; k < count; k++) {
                        interpolation[u * count + k] = columns[k * rows + row];
                    }
                    row++;
                }
            }
        }
        return new AggregateModes(interpolation, coarse, count);
    }

    /** Whether an aggregate has all modes. */
    boolean isComplete(int aggregate) {
        for (int k = 0; k < count; k++) {
            if (coarseModes[(aggregate * count + k) * count + k] == 0) {
                return false;
            }
        }
        return true;
    }

    /** y += x R⁻¹: a row that multiplies the modes of the body becomes one that multiplies those of a complete aggregate. */
    void addExtended(int aggregate, double[] x, int xAt, double[] y, int yAt) {
        int r = aggregate * count * count;
        for (int k = 0; k < count; k++) {
            // Overwrites x by x R⁻¹ column by column.
            double sum = x[xAt + k];
            for (int l = 0; l < k; l++) {
                sum -= x[xAt + l] * coarseModes[r + l * count + k];
            }
            x[xAt + k] = sum / coarseModes[r + k * count + k];
            y[yAt + k] += x[xAt + k];
        }
    }

    /** Modified Gram–Schmidt (Golub and Van Loan 2013, Matrix Computations, §5.2.8). */
    private static void orthonormalize(double[] columns, int rows, int count, double[] upper, int at) {
        for (int k = 0; k < count; k++) {
            double before = norm(columns, k * rows, rows);
            for (int l = 0; l < k; l++) {
                double dot = 0;
                for (int i = 0; i < rows; i++) {
                    dot += columns[l * rows + i] * columns[k * rows + i];
                }
                for (int i = 0; i < rows; i++) {
                    columns[k * rows + i] -= dot * columns[l * rows + i];
                }
                upper[at + l * count + k] = dot;
            }
            double length = norm(columns, k * rows, rows);
            boolean independent = length > DEPENDENT * before;
            upper[at + k * count + k] = independent ? length : 0;
            double scale = independent ? 1 / length : 0;
            for (int i = 0; i < rows; i++) {
                columns[k * rows + i] *= scale;
            }
        }
    }

    private static double norm(double[] columns, int at, int rows) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += columns[at + i] * columns[at + i];
        }
        return Math.sqrt(sum);
    }

    /** Groups by aggregate: starts, and groups in ascending order. */
    private static int[][] members(Aggregation aggregation) {
        int[] starts = new int[aggregation.count() + 1];
        for (int a : aggregation.aggregateOf) {
            if (a != Aggregation.NONE) {
                starts[a + 1]++;
            }
        }
        for (int a = 0; a < aggregation.count(); a++) {
            starts[a + 1] += starts[a];
        }
        int[] groups = new int[starts[aggregation.count()]];
        int[] next = starts.clone();
        for (int g = 0; g < aggregation.aggregateOf.length; g++) {
            int a = aggregation.aggregateOf[g];
            if (a != Aggregation.NONE) {
                groups[next[a]++] = g;
            }
        }
        return new int[][] {starts, groups};
    }
}
