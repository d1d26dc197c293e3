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
 * with S the condensed polycrystal and A the length of the interface that belongs to a contact (lumped, as in {@link InterfaceSolver}).
 * Contacts are the nodes of the electrodes and the faces of filled flaws, whose lithium is that of their electrode. j grows with its argument, so this is the minimum of a convex function, and its Jacobian S + A j' bordered by V has one Cholesky factor.
 * Newton's method with halved steps while the imbalance does not fall. Linear laws end after one step, to rounding.
 */
public final class NonlinearCell {
    /** Largest imbalance at a node, relative to the mean current through a node. */
    private static final double RELATIVE_TOLERANCE = 1e-10;

    private static final int ITERATION_LIMIT = 60;
    private static final int HALVING_LIMIT = 30;

    private final CellContacts contacts;

    public NonlinearCell(CondensedPolycrystal polycrystal) {
        this.contacts = CellContacts.of(polycrystal);
    }

    /** With lithium in flaws. */
    public NonlinearCell(FlawedPolycrystal polycrystal) {
        this.contacts = CellContacts.of(polycrystal);
    }

    /**
     * @param lower law per node of the lower electrode's trace
     * @param upper law per node of the upper one's
     * @param meanCurrentDensityAPerM2 upward, over the width; not 0
     * @throws NumericalFailureException ITERATION_LIMIT with the imbalance reached
     */
    public OperatingPoint solve(
            IntFunction<ChargeTransfer> lower, IntFunction<ChargeTransfer> upper, double meanCurrentDensityAPerM2) {
        if (contacts.count() > contacts.electrodeContacts()) {
            throw new IllegalArgumentException("the faces of flaws need laws, too");
        }
        return solve(lower, upper, face -> null, meanCurrentDensityAPerM2);
    }

    /** As above. @param faces law per face of the flaws */
    public OperatingPoint solve(
            IntFunction<ChargeTransfer> lower,
            IntFunction<ChargeTransfer> upper,
            IntFunction<ChargeTransfer> faces,
            double meanCurrentDensityAPerM2) {
        Require.positive("magnitude of the mean current density", Math.abs(meanCurrentDensityAPerM2), "A/m2");
        ChargeTransfer[] laws = new ChargeTransfer[contacts.count()];
        int first = contacts.firstContact(1);
        for (int c = 0; c < laws.length; c++) {
            laws[c] = c < first
                    ? lower.apply(c)
                    : c < contacts.electrodeContacts()
                            ? upper.apply(c - first)
                            : faces.apply(c - contacts.electrodeContacts());
        }
        double currentA = meanCurrentDensityAPerM2 * contacts.widthM();
        State state = start(laws, currentA);
        double scaleA = Math.abs(currentA) / first;
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

    /** Mean drops for the mean density, and the electrolyte between even surfaces. */
    private State start(ChargeTransfer[] laws, double currentA) {
        int first = contacts.firstContact(1);
        double meanDensity = currentA / contacts.widthM();
        double[] drops = new double[contacts.electrodeContacts()];
        Arrays.setAll(drops, i -> laws[i].potentialDropV(i < first ? meanDensity : -meanDensity));
        double below = mean(drops, 0, first);
        double above = mean(drops, first, drops.length);
        double slabV = currentA / contacts.perfectConductanceSPerM();
        return evaluate(laws, contacts.potentials(slabV - above, -above), slabV - above + below, currentA);
    }

    private double mean(double[] values, int from, int to) {
        double sum = 0;
        double length = 0;
        for (int i = from; i < to; i++) {
            sum += contacts.lengthM()[i] * values[i];
            length += contacts.lengthM()[i];
        }
        return sum / length;
    }

    private double dropV(int contact, double[] potentialsV, double voltageV) {
        return (contacts.electrode()[contact] == 0 ? voltageV : 0) - potentialsV[contacts.node()[contact]];
    }

    private double currentAPerM(ChargeTransfer[] laws, int contact, double[] potentialsV, double voltageV) {
        return contacts.lengthM()[contact] * laws[contact].currentDensityAPerM2(dropV(contact, potentialsV, voltageV));
    }

    private State evaluate(ChargeTransfer[] laws, double[] potentialsV, double voltageV, double currentA) {
        double[] reactions = contacts.reactions(potentialsV);
        double[] imbalance = Arrays.copyOf(reactions, reactions.length + 1);
        double through = 0;
        for (int c = 0; c < laws.length; c++) {
            double current = currentAPerM(laws, c, potentialsV, voltageV);
            imbalance[contacts.node()[c]] -= current;
            through += contacts.electrode()[c] == 0 ? current : 0;
        }
        imbalance[reactions.length] = currentA - through;
        return new State(potentialsV, voltageV, imbalance);
    }

    private State step(ChargeTransfer[] laws, State state, double currentA) {
        int n = contacts.nodeCount();
        double[] s = contacts.schur().data;
        double[][] columns = new double[n][n];
        double[] border = new double[n];
        double slopes = 0;
        for (int j = 0; j < n; j++) {
            System.arraycopy(s, j * n + j, columns[j], j, n - j);
        }
        for (int c = 0; c < laws.length; c++) {
            int j = contacts.node()[c];
            double slope = contacts.lengthM()[c] * laws[c].slopeSPerM2(dropV(c, state.potentialsV, state.voltageV));
            columns[j][j] += slope;
            if (contacts.electrode()[c] == 0) {
                border[j] += slope;
                slopes += slope;
            }
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
        double[] reactions = contacts.reactions(state.potentialsV);
        int faces = contacts.electrodeContacts();
        double[] faceDropsV = new double[laws.length - faces];
        double[] faceCurrents = new double[faceDropsV.length];
        for (int k = 0; k < faceDropsV.length; k++) {
            faceDropsV[k] = dropV(faces + k, state.potentialsV, state.voltageV);
            faceCurrents[k] = currentAPerM(laws, faces + k, state.potentialsV, state.voltageV);
            // Where a flaw opens into an electrode the rest of the reaction is the electrode's.
            reactions[contacts.node()[faces + k]] -= faceCurrents[k];
        }
        OperatingPoint.Electrode[] electrodes = new OperatingPoint.Electrode[2];
        for (int e = 0; e < 2; e++) {
            int first = contacts.firstContact(e);
            ElectrodeTrace trace = contacts.traces()[e];
            double sign = e == 0 ? 1 : -1;
            double[] upward = new double[trace.nodeCount()];
            double[] drops = new double[upward.length];
            double[] densities = new double[upward.length];
            for (int i = 0; i < upward.length; i++) {
                upward[i] = sign * reactions[first + i];
                drops[i] = dropV(first + i, state.potentialsV, state.voltageV);
                densities[i] = laws[first + i].currentDensityAPerM2(drops[i]);
            }
            electrodes[e] = new OperatingPoint.Electrode(trace.current(upward), drops, densities);
        }
        return new OperatingPoint(
                state.voltageV, electrodes[0], electrodes[1], faceDropsV, faceCurrents, iterations, relativeResidual);
    }
}
