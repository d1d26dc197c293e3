package org.grainflux.microstructure.tessellation;

import java.util.random.RandomGenerator;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;

/**
 * Weights that give every power cell the area asked for, by damped Newton steps on the concave dual of semi-discrete
 * optimal transport: with facet lengths L and seed distances r, ∂A_i/∂w_j = −L_ij/(2 r_ij).
 *
 * <p>Steps are halved until no cell is smaller than half the smallest area in play and the residual falls; from equal
 * weights this converges for any distinct seeds. Stopping rule: every area within 1e-9 (relative) of its target.
 *
 * @see "Kitagawa, Mérigot, Thibert (2019), J. Eur. Math. Soc. 21, 2603, algorithm 1"
 */
final class PrescribedAreas {
    private static final double TOLERANCE = 1e-9;
    private static final int NEWTON_LIMIT = 100;
    private static final int HALVING_LIMIT = 40;

    /** Moves to the centroids between two solutions; they round the grains (Bourne et al. 2020 use five). */
    private static final int REGULARISATION_STEPS = 5;

    private PrescribedAreas() {}

    /**
     * Areas of grains whose equivalent diameters are log-normal, scaled to fill the cell.
     *
     * @param sigmaLn standard deviation of the logarithm of the diameter
     */
    static double[] logNormal(int count, double totalM2, double sigmaLn, RandomGenerator random) {
        double[] areas = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            areas[i] = Math.exp(2 * sigmaLn * random.nextGaussian());
            sum += areas[i];
        }
        for (int i = 0; i < count; i++) {
            areas[i] *= totalM2 / sum;
        }
        return areas;
    }

    /** Diagram near the given seeds whose cells have the given areas. */
    static PowerDiagram diagram(Seeds start, double[] targetsM2) {
        PowerDiagram diagram = solve(start.withoutWeights(), targetsM2);
        for (int step = 0; step < REGULARISATION_STEPS; step++) {
            diagram = solve(diagram.seeds().movedToCentroids(diagram).withoutWeights(), targetsM2);
        }
        return diagram;
    }

    private static PowerDiagram solve(Seeds seeds, double[] targets) {
        PowerDiagram diagram = new PowerDiagram(seeds);
        double floor = Double.POSITIVE_INFINITY;
        for (int i = 0; i < targets.length; i++) {
            floor = Math.min(floor, 0.5 * Math.min(targets[i], area(diagram, i)));
        }
        for (int iteration = 0; iteration < NEWTON_LIMIT; iteration++) {
            double[] residual = residual(diagram, targets);
            if (largestRelative(residual, targets) <= TOLERANCE) {
                return diagram;
            }
            double[] direction = new AreaSensitivity(diagram).solve(residual);
            diagram = dampedStep(diagram, targets, direction, norm(residual), floor);
        }
        throw new NumericalFailureException(
                Reason.DEGENERATE_TESSELLATION,
                "grain areas did not reach their targets in " + NEWTON_LIMIT + " steps");
    }

    private static PowerDiagram dampedStep(
            PowerDiagram diagram, double[] targets, double[] direction, double residualNorm, double floor) {
        double step = 1;
        for (int halving = 0; halving < HALVING_LIMIT; halving++, step *= 0.5) {
            double[] weights = diagram.seeds().weightsM2();
            for (int i = 0; i < weights.length; i++) {
                weights[i] += step * direction[i];
            }
            PowerDiagram trial = new PowerDiagram(diagram.seeds().withWeights(weights));
            if (smallestArea(trial, targets.length) >= floor
                    && norm(residual(trial, targets)) <= (1 - 0.5 * step) * residualNorm) {
                return trial;
            }
        }
        throw new NumericalFailureException(
                Reason.DEGENERATE_TESSELLATION,
                "no step of the weights brings the grain areas nearer to their targets");
    }

    private static double area(PowerDiagram diagram, int i) {
        return diagram.cell(i).isEmpty() ? 0 : diagram.cell(i).area();
    }

    private static double smallestArea(PowerDiagram diagram, int count) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            smallest = Math.min(smallest, area(diagram, i));
        }
        return smallest;
    }

    private static double[] residual(PowerDiagram diagram, double[] targets) {
        double[] residual = new double[targets.length];
        for (int i = 0; i < targets.length; i++) {
            residual[i] = targets[i] - area(diagram, i);
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
