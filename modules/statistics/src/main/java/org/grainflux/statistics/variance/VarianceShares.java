package org.grainflux.statistics.variance;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Variance components of ln(value) and the shares they hold.
 *
 * @param structure σ_S², between structures
 * @param prior σ_P², between draws of uncertain parameters
 * @param draw σ_D², between random draws within one structure (places, sizes)
 * @param interaction σ_PD², interaction of the two and residual
 * @param zeroed components whose estimate was negative, a sign of "too small to see", and were set to zero
 * @param structures structures used
 * @param excludedStructures structures left out because one of their values was NaN: the design must stay balanced
 * @param clippedValues values above the limit (censored ones too), set to the limit
 */
public record VarianceShares(
        double structure,
        double prior,
        double draw,
        double interaction,
        List<Source> zeroed,
        int structures,
        int excludedStructures,
        long clippedValues)
        implements Serializable {

    /** Sources of variance. */
    public enum Source {
        STRUCTURE,
        PRIOR,
        DRAW,
        INTERACTION
    }

    public VarianceShares {
        zeroed = List.copyOf(zeroed);
    }

    /** Sum of the components, of ln(value)². */
    public double total() {
        return structure + prior + draw + interaction;
    }

    /** Share in 0..1 of one source; NaN when nothing varies. */
    public double share(Source source) {
        double component = switch (source) {
            case STRUCTURE -> structure;
            case PRIOR -> prior;
            case DRAW -> draw;
            case INTERACTION -> interaction;
        };
        return component / total();
    }

    /**
     * @param values [structure][prior draw][random draw], positive, the same grid in each structure; NaN anywhere
     *     excludes the structure
     * @param limit finite value at which larger ones (and +∞) are clipped, e.g. the highest level that was tried:
     *     clipping understates the variance, so look at {@link #clippedValues()}
     */
    public static VarianceShares of(double[][][] values, double limit) {
        if (!(limit > 0 && Double.isFinite(limit))) {
            throw new IllegalArgumentException("the clipping limit must be finite and > 0, got " + limit);
        }
        int priors = values.length == 0 ? 0 : values[0].length;
        int draws = priors == 0 ? 0 : values[0][0].length;
        List<double[][]> complete = new ArrayList<>();
        long clipped = 0;
        for (double[][] grid : values) {
            requireShape(grid, priors, draws);
            double[][] logarithms = new double[priors][draws];
            boolean failed = false;
            long clippedHere = 0;
            for (int p = 0; p < priors; p++) {
                for (int d = 0; d < draws; d++) {
                    double x = grid[p][d];
                    if (x <= 0) {
                        throw new IllegalArgumentException("ln(value) needs positive values, got " + x);
                    }
                    failed |= Double.isNaN(x);
                    clippedHere += x > limit ? 1 : 0;
                    logarithms[p][d] = Math.log(Math.min(x, limit));
                }
            }
            if (!failed) {
                complete.add(logarithms);
                clipped += clippedHere;
            }
        }
        if (complete.size() < 2 || draws == 0) {
            throw new IllegalArgumentException("variance between structures needs at least 2 complete structures, got "
                    + complete.size() + " of " + values.length);
        }
        return new MeanSquares(complete).shares(values.length - complete.size(), clipped);
    }

    private static void requireShape(double[][] grid, int priors, int draws) {
        boolean full = grid.length == priors;
        for (double[] row : grid) {
            full &= row.length == draws;
        }
        if (!full) {
            throw new IllegalArgumentException(
                    "every structure needs the same grid of " + priors + " prior draws × " + draws + " random draws");
        }
    }
}
