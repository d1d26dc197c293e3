package org.grainflux.physics.transport;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.core.Require;
import org.grainflux.fem.solve.DenseCholesky;
import org.grainflux.physics.kinetics.ChargeTransfer;

/**
 * A 2D cell with direct contact whose charge transfer need not be linear, at a given mean current density. Unknowns are the
 * potentials of the electrolyte's surface and the cell's voltage V:
 *
 * <pre>
 *   S φ = A j(φ_Li − φ),   Σ_lower A j = I,   φ_Li = V below and 0 above
 * </pre>
 *
 * with S the condensed polycrystal and A the length of the interface that belongs to a node (lumped, as in {@link InterfaceSolver}). j grows
 * with its argument, so this is the minimum of a convex function, and its Jacobian S + A j' bordered by V has one Cholesky factor.
 * Newton's method with halved steps while the imbalance does not fall. Linear laws end after one step, to rounding.
 */
public final class NonlinearCell {
    /** Largest imbalance at a node, relative to the mean current through a node. */
    private static final double RELATIVE_TOLERANCE = 1e-10;

    private static final int ITERATION_LIMIT = 60;
    private static final int HALVING_LIMIT = 30;

    private final CondensedPolycrystal polycrystal;
    private final double[] areasM;

    public NonlinearCell(CondensedPolycrystal polycrystal) {
        this.polycrystal = polycrystal;
        this.areasM = new double[polycrystal.nodeCount()];
        for (int e = 0; e < 2; e++) {
            double[] ofElectrode =
                    DirectContactTerm.nodeConductances(polycrystal.trace(e), ResistanceProfile.uniform(1));
            System.arraycopy(ofElectrode, 0, areasM, polycrystal.firstNode(e), ofElectrode.length);
        }
    }

    /**
     * @param lower law per node of the lower electrode's trace
     * @param upper law per node of the upper one's
     * @param meanCurrentDensityAPerM2 upward, over the width; not 0
     * @throws NumericalFailureException ITERATION_LIMIT with the imbalance reached
     */
    public OperatingPoint solve(
            IntFunction<ChargeTransfer> lower, IntFunction<ChargeTransfer> upper, double meanCurrentDensityAPerM2) {
        Require.positive("magnitude of the mean current density", Math.abs(meanCurrentDensityAPerM2), "A/m2");
        ChargeTransfer[] laws = new ChargeTransfer[polycrystal.nodeCount()];
        Arrays.setAll(
                laws, i -> i < polycrystal.firstNode(1) ? lower.apply(i) : upper.apply(i - polycrystal.firstNode(1)));
        double currentA = meanCurrentDensityAPerM2 * polycrystal.widthM();
        State state = start(laws, currentA);
        double scaleA = Math.abs(currentA) / polycrystal.firstNode(1);
        int iterations = 0;
        while (state.norm() > RELATIVE_TOLERANCE * scaleA) {
            if (iterations == ITERATION_LIMIT) {
                throw new NumericalFailureException(
                        Reason.ITERATION_LIMIT,
                        "charge transfer at " + meanCurrentDensityAPerM2 + " A/m2: imbalance of "
                                + state.norm() / scaleA
                                + " of the mean current of a node after " + iterations + " Newton steps, tolerance "
                                + RELATIVE_TOLERANCE);
            }
            State next = step(laws, state, currentA);
            iterations++;
            if (!(next.norm() < state.norm())) {
                if (state.norm() <= 1e3 * RELATIVE_TOLERANCE * scaleA) {
                    // Rounding of S φ, whose terms are far larger than their sum where contacts hardly resist.
                    break;
                }
                throw new NumericalFailureException(
                        Reason.ITERATION_LIMIT,
                        "charge transfer at " + meanCurrentDensityAPerM2 + " A/m2: no step reduces the imbalance of "
                                + state.norm() / scaleA + " of the mean current of a node");
            }
            state = next;
        }
        return point(laws, state, iterations, state.norm() / scaleA);
    }

    /** @param imbalanceA S φ − A j per node, and the missing current behind the last */
    private record State(double[] potentialsV, double voltageV, double[] imbalanceA) {
        double norm() {
            double norm = 0;
            for (double r : imbalanceA) {
                norm = Double.isNaN(r) ? Double.POSITIVE_INFINITY : Math.max(norm, Math.abs(r));
            }
            return norm;
        }
    }

    /** Mean drops for the mean density, and a slab of the same conductivity between even surfaces. */
    private State start(ChargeTransfer[] laws, double currentA) {
        int first = polycrystal.firstNode(1);
        double meanDensity = currentA / polycrystal.widthM();
        double[] drops = new double[laws.length];
        Arrays.setAll(drops, i -> laws[i].potentialDropV(i < first ? meanDensity : -meanDensity));
        double below = mean(drops, 0, first);
        double above = mean(drops, first, drops.length);
        double slabV = meanDensity * polycrystal.heightM() / polycrystal.effectiveConductivitySPerM();
        double[] potentials = new double[laws.length];
        Arrays.setAll(potentials, i -> i < first ? slabV - above : -above);
        return evaluate(laws, potentials, slabV - above + below, currentA);
    }

    private double mean(double[] values, int from, int to) {
        double sum = 0;
        double area = 0;
        for (int i = from; i < to; i++) {
            sum += areasM[i] * values[i];
            area += areasM[i];
        }
        return sum / area;
    }

    private double dropV(int node, double[] potentialsV, double voltageV) {
        return (node < polycrystal.firstNode(1) ? voltageV : 0) - potentialsV[node];
    }

    private State evaluate(ChargeTransfer[] laws, double[] potentialsV, double voltageV, double currentA) {
        double[] reactions = polycrystal.reactions(potentialsV);
        double[] imbalance = Arrays.copyOf(reactions, reactions.length + 1);
        double through = 0;
        for (int i = 0; i < reactions.length; i++) {
            double current = areasM[i] * laws[i].currentDensityAPerM2(dropV(i, potentialsV, voltageV));
            imbalance[i] -= current;
            through += i < polycrystal.firstNode(1) ? current : 0;
        }
        imbalance[reactions.length] = currentA - through;
        return new State(potentialsV, voltageV, imbalance);
    }

    private State step(ChargeTransfer[] laws, State state, double currentA) {
        int n = laws.length;
        double[] s = polycrystal.schur().data;
        double[][] columns = new double[n][n];
        double[] border = new double[n];
        double slopes = 0;
        for (int j = 0; j < n; j++) {
            System.arraycopy(s, j * n + j, columns[j], j, n - j);
            double slope = areasM[j] * laws[j].slopeSPerM2(dropV(j, state.potentialsV, state.voltageV));
            columns[j][j] += slope;
            border[j] = j < polycrystal.firstNode(1) ? slope : 0;
            slopes += border[j];
        }
        DenseCholesky factor = DenseCholesky.inPlace(columns);
        // δφ = a + b δV with (S + A j') a = −imbalance, (S + A j') b = border.
        double[] a = new double[n];
        Arrays.setAll(a, i -> -state.imbalanceA[i]);
        factor.solveInPlace(a);
        double[] b = border.clone();
        factor.solveInPlace(b);
        double ofA = 0;
        double ofB = 0;
        for (int i = 0; i < n; i++) {
            ofA += border[i] * a[i];
            ofB += border[i] * b[i];
        }
        double voltage = (state.imbalanceA[n] + ofA) / (slopes - ofB);
        double part = 1;
        State next = null;
        for (int halving = 0; halving <= HALVING_LIMIT; halving++, part *= 0.5) {
            double[] potentials = state.potentialsV.clone();
            for (int i = 0; i < n; i++) {
                potentials[i] += part * (a[i] + b[i] * voltage);
            }
            next = evaluate(laws, potentials, state.voltageV + part * voltage, currentA);
            if (next.norm() < state.norm()) {
                return next;
            }
        }
        return next;
    }

    private OperatingPoint point(ChargeTransfer[] laws, State state, int iterations, double relativeResidual) {
        double[] reactions = polycrystal.reactions(state.potentialsV);
        OperatingPoint.Electrode[] electrodes = new OperatingPoint.Electrode[2];
        for (int e = 0; e < 2; e++) {
            int first = polycrystal.firstNode(e);
            int count = polycrystal.trace(e).nodeCount();
            double sign = e == 0 ? 1 : -1;
            double[] upward = new double[count];
            double[] drops = new double[count];
            double[] densities = new double[count];
            for (int i = 0; i < count; i++) {
                upward[i] = sign * reactions[first + i];
                drops[i] = dropV(first + i, state.potentialsV, state.voltageV);
                densities[i] = laws[first + i].currentDensityAPerM2(drops[i]);
            }
            electrodes[e] = new OperatingPoint.Electrode(polycrystal.trace(e).current(upward), drops, densities);
        }
        return new OperatingPoint(state.voltageV, electrodes[0], electrodes[1], iterations, relativeResidual);
    }
}
