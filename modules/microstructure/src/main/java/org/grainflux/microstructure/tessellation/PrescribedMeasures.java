package org.grainflux.microstructure.tessellation;

import java.util.random.RandomGenerator;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/**
 * Weights that give every power cell the area or volume asked for, by damped Newton steps on the concave dual of semi-discrete
 * optimal transport: with facet measures L and seed distances r, ∂A_i/∂w_j = −L_ij/(2 r_ij).
 *
 * <p>Steps are halved until no cell is smaller than half the smallest measure in play and the residual falls; from equal
 * weights this converges for any distinct seeds. Stopping rule: every measure within 1e-9 (relative) of its target.
 *
 * @see "Kitagawa, Mérigot, Thibert (2019), J. Eur. Math. Soc. 21, 2603, algorithm 1"
 */
final class PrescribedMeasures {
    private static final double TOLERANCE = 1e-9;
    private static final int NEWTON_LIMIT = 100;
    private static final int HALVING_LIMIT = 40;

    /** Moves to the centroids between two solutions; they round the grains (Bourne et al. 2020 use five). */
    private static final int REGULARISATION_STEPS = 5;

    private PrescribedMeasures() {}

    /**
     * Measures of grains whose equivalent diameters are log-normal, scaled to fill the cell.
     *
     * @param dimension 2 for areas, 3 for volumes
     * @param total area or volume of the cell
     * @param sigmaLn standard deviation of the logarithm of the diameter
     */
    static double[] logNormal(int dimension, int count, double total, double sigmaLn, RandomGenerator random) {
        double[] measures = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            measures[i] = Math.exp(dimension * sigmaLn * random.nextGaussian());
            sum += measures[i];
        }
        for (int i = 0; i < count; i++) {
            measures[i] *= total / sum;
        }
        return measures;
    }

    /** Diagram near the given seeds whose cells have the given areas or volumes. */
    static PowerCells cells(Seeds start, double[] targets) {
        PowerCells cells = solve(start.withoutWeights(), targets);
        for (int step = 0; step < REGULARISATION_STEPS; step++) {
            cells = solve(cells.seeds().movedToCentroids(cells).withoutWeights(), targets);
        }
        return cells;
    }

    private static PowerCells solve(Seeds seeds, double[] targets) {
        PowerCells cells = PowerCells.of(seeds);
        double floor = Double.POSITIVE_INFINITY;
        for (int i = 0; i < targets.length; i++) {
            floor = Math.min(floor, 0.5 * Math.min(targets[i], cells.measure(i)));
        }
        for (int iteration = 0; iteration < NEWTON_LIMIT; iteration++) {
            double[] residual = residual(cells, targets);
            if (largestRelative(residual, targets) <= TOLERANCE) {
                return cells;
            }
            double[] direction = new MeasureSensitivity(cells).solve(residual);
            cells = dampedStep(cells, targets, direction, norm(residual), floor);
        }
        throw new NumericalFailureException(
                Reason.DEGENERATE_TESSELLATION,
                "grain sizes did not reach their targets in " + NEWTON_LIMIT + " steps");
    }

    private static PowerCells dampedStep(
            PowerCells cells, double[] targets, double[] direction, double residualNorm, double floor) {
        double step = 1;
        for (int halving = 0; halving < HALVING_LIMIT; halving++, step *= 0.5) {
            double[] weights = cells.seeds().weightsM2();
            for (int i = 0; i < weights.length; i++) {
                weights[i] += step * direction[i];
            }
            PowerCells trial = PowerCells.of(cells.seeds().withWeights(weights));
            if (smallestMeasure(trial, targets.length) >= floor
                    && norm(residual(trial, targets)) <= (1 - 0.5 * step) * residualNorm) {
                return trial;
            }
        }
        throw new NumericalFailureException(
                Reason.DEGENERATE_TESSELLATION,
                "no step of the weights brings the grain sizes nearer to their targets");
    }

    private static double smallestMeasure(PowerCells cells, int count) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            smallest = Math.min(smallest, cells.measure(i));
        }
        return smallest;
    }

    private static double[] residual(PowerCells cells, double[] targets) {
        double[] residual = new double[targets.length];
        for (int i = 0; i < targets.length; i++) {
            residual[i] = targets[i] - cells.measure(i);
        }
        return residual;
    }

    private static double largestRelative(double[] residual, double[] targets) {
        double largest = 0;
        for (int i = 0; i < targets.length; i++) {
            largest = Math.max(largest, Math.abs(residual[i]) / targets[i]);
        }
        return largest;
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double value : v) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
