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
 * potentials of the electrolyte's surface, the cell's voltage V and those of flaws that take no net current:
 *
 * <pre>
 *   S φ = A j(φ_Li − φ),   Σ_lower A j = I,   Σ_flaw A j = 0,   φ_Li = V below and 0 above
 * </pre>
 *
 * with S the condensed polycrystal and A the length of the interface that belongs to a contact (lumped, as in {@link InterfaceSolver}):
 * a node of an electrode, or a face of a filled flaw. The lithium of a flaw is that of its electrode, or floats. j grows with
 * its argument, so this is the minimum of a convex function, and its Jacobian S + A j' bordered by the potentials of lithium has one
 * Cholesky factor. Newton's method with halved steps while the imbalance does not fall. Linear laws end after one step, to rounding.
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
        if (contacts.flawElectrodes().length > 0) {
            throw new IllegalArgumentException("the faces of flaws need laws, too");
        }
        return solve(lower, upper, face -> null, new boolean[0], meanCurrentDensityAPerM2, null);
    }

    /**
     * As above with flaws.
     *
     * @param faces law per face
     * @param floating per flaw, whether its lithium takes the potential at which it gets no net current
     * @param before where to start: a solution of this cell for similar laws; null for none
     */
    public OperatingPoint solve(
            IntFunction<ChargeTransfer> lower,
            IntFunction<ChargeTransfer> upper,
            IntFunction<ChargeTransfer> faces,
            boolean[] floating,
            double meanCurrentDensityAPerM2,
            OperatingPoint before) {
        Require.positive("magnitude of the mean current density", Math.abs(meanCurrentDensityAPerM2), "A/m2");
        int first = contacts.firstContact(1);
        int atFaces = contacts.electrodeContacts();
        ChargeTransfer[] laws = new ChargeTransfer[contacts.count()];
        Arrays.setAll(
                laws,
                c -> c < first ? lower.apply(c) : c < atFaces ? upper.apply(c - first) : faces.apply(c - atFaces));
        return new Problem(laws, floating, meanCurrentDensityAPerM2).solve(before);
    }

    /** Laws, current, and which lithium floats. */
    private final class Problem {
        private final ChargeTransfer[] laws;
        private final double meanCurrentDensityAPerM2;
        private final double currentA;
        /** Lithium of each contact: 0 of the lower electrode, at V; 1 of the upper one, at 0; then flaws that float. */
        private final int[] metal;
        /** Metal of each flaw. */
        private final int[] metalOfFlaw;

        private final int metals;

        Problem(ChargeTransfer[] laws, boolean[] floating, double meanCurrentDensityAPerM2) {
            this.laws = laws;
            this.meanCurrentDensityAPerM2 = meanCurrentDensityAPerM2;
            this.currentA = meanCurrentDensityAPerM2 * contacts.widthM();
            this.metalOfFlaw = contacts.flawElectrodes().clone();
            int count = 2;
            for (int k = 0; k < metalOfFlaw.length; k++) {
                metalOfFlaw[k] = floating[k] ? count++ : metalOfFlaw[k];
            }
            this.metals = count;
            this.metal = new int[laws.length];
            Arrays.setAll(
                    metal, c -> contacts.flaw()[c] < 0 ? contacts.electrode()[c] : metalOfFlaw[contacts.flaw()[c]]);
        }

        OperatingPoint solve(OperatingPoint before) {
            State state = before == null ? start() : start(before);
            double scaleA = Math.abs(currentA) / contacts.firstContact(1);
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
                State next = step(state);
                iterations++;
                if (!(next.norm() < state.norm())) {
                    if (state.norm() <= 1e3 * RELATIVE_TOLERANCE * scaleA) {
                        // Rounding of S φ, whose terms are far larger than their sum where contacts hardly resist.
                        break;
                    }
                    throw new NumericalFailureException(
                            Reason.ITERATION_LIMIT,
                            "charge transfer at " + meanCurrentDensityAPerM2
                                    + " A/m2: no step reduces the imbalance of " + state.norm() / scaleA
                                    + " of the mean current of a node");
                }
                state = next;
            }
            return point(state, iterations, state.norm() / scaleA);
        }

        /** Mean drops for the mean density, the electrolyte between even surfaces, and floating lithium at its potential. */
        private State start() {
            int first = contacts.firstContact(1);
            double[] drops = new double[contacts.electrodeContacts()];
            Arrays.setAll(
                    drops,
                    i -> laws[i].potentialDropV(i < first ? meanCurrentDensityAPerM2 : -meanCurrentDensityAPerM2));
            double below = mean(drops, 0, first);
            double above = mean(drops, first, drops.length);
            double slabV = currentA / contacts.perfectConductanceSPerM();
            double[] metalsV = new double[metals];
            metalsV[0] = slabV - above + below;
            for (int k = 0; k < metalOfFlaw.length; k++) {
                if (metalOfFlaw[k] > 1) {
                    metalsV[metalOfFlaw[k]] = (contacts.flawElectrodes()[k] == 0 ? slabV : 0) - above;
                }
            }
            return evaluate(contacts.potentials(slabV - above, -above), metalsV);
        }

        private State start(OperatingPoint before) {
            double[] metalsV = new double[metals];
            metalsV[0] = before.voltageV();
            double[] shiftsV = before.faces().shiftsV();
            for (int k = 0; k < metalOfFlaw.length; k++) {
                if (metalOfFlaw[k] > 1) {
                    metalsV[metalOfFlaw[k]] = electrodeV(k, before.voltageV()) + shiftsV[k];
                }
            }
            double[] potentialsV = new double[contacts.nodeCount()];
            int first = contacts.firstContact(1);
            int atFaces = contacts.electrodeContacts();
            for (int c = laws.length - 1; c >= 0; c--) {
                double fromV = contacts.electrode()[c] == 0 ? before.voltageV() : 0;
                double dropV = c < first
                        ? before.lower().potentialDropsV()[c]
                        : c < atFaces
                                ? before.upper().potentialDropsV()[c - first]
                                : before.faces().potentialDropsV()[c - atFaces] - shiftsV[contacts.flaw()[c]];
                potentialsV[contacts.node()[c]] = fromV - dropV;
            }
            return evaluate(potentialsV, metalsV);
        }

        private double electrodeV(int flaw, double voltageV) {
            return contacts.flawElectrodes()[flaw] == 0 ? voltageV : 0;
        }

        private double dropV(int contact, double[] potentialsV, double[] metalsV) {
            return metalsV[metal[contact]] - potentialsV[contacts.node()[contact]];
        }

        private double currentAPerM(int contact, double[] potentialsV, double[] metalsV) {
            return contacts.lengthM()[contact]
                    * laws[contact].currentDensityAPerM2(dropV(contact, potentialsV, metalsV));
        }

        private State evaluate(double[] potentialsV, double[] metalsV) {
            int n = potentialsV.length;
            double[] imbalance = Arrays.copyOf(contacts.reactions(potentialsV), n + metals);
            imbalance[n] = currentA;
            for (int c = 0; c < laws.length; c++) {
                double current = currentAPerM(c, potentialsV, metalsV);
                imbalance[contacts.node()[c]] -= current;
                imbalance[n + metal[c]] -= current;
            }
            // The upper electrode takes what is left.
            imbalance[n + 1] = 0;
            return new State(potentialsV, metalsV, imbalance);
        }

        private State step(State state) {
            int n = contacts.nodeCount();
            double[] s = contacts.schur().data;
            double[][] columns = new double[n][n];
            for (int j = 0; j < n; j++) {
                System.arraycopy(s, j * n + j, columns[j], j, n - j);
            }
            double[][] border = new double[metals][n];
            double[] slopes = new double[metals];
            for (int c = 0; c < laws.length; c++) {
                int j = contacts.node()[c];
                double slope = contacts.lengthM()[c] * laws[c].slopeSPerM2(dropV(c, state.potentialsV, state.metalsV));
                columns[j][j] += slope;
                border[metal[c]][j] += slope;
                slopes[metal[c]] += slope;
            }
            // The upper electrode is earth.
            Arrays.fill(border[1], 0);
            DenseCholesky factor = DenseCholesky.inPlace(columns);
            // δφ = a + Σ b δφ_Li with (S + A j') a = −imbalance, (S + A j') b = border.
            double[] a = new double[n];
            Arrays.setAll(a, i -> -state.imbalanceA[i]);
            factor.solveInPlace(a);
            double[][] b = new double[metals][];
            double[][] small = new double[metals][metals];
            double[] metalsV = new double[metals];
            for (int q = 0; q < metals; q++) {
                b[q] = border[q].clone();
                factor.solveInPlace(b[q]);
                metalsV[q] = state.imbalanceA[n + q] + dot(border[q], a);
                for (int r = q; r < metals; r++) {
                    small[q][r] = (r == q ? slopes[q] : 0) - dot(border[r], b[q]);
                }
            }
            DenseCholesky.inPlace(small).solveInPlace(metalsV);
            for (int q = 0; q < metals; q++) {
                for (int i = 0; i < n; i++) {
                    a[i] += b[q][i] * metalsV[q];
                }
            }
            double part = 1;
            State next = null;
            for (int halving = 0; halving <= HALVING_LIMIT; halving++, part *= 0.5) {
                double[] potentials = state.potentialsV.clone();
                for (int i = 0; i < n; i++) {
                    potentials[i] += part * a[i];
                }
                double[] metalPotentials = state.metalsV.clone();
                for (int q = 0; q < metals; q++) {
                    metalPotentials[q] += part * metalsV[q];
                }
                next = evaluate(potentials, metalPotentials);
                if (next.norm() < state.norm()) {
                    return next;
                }
            }
            return next;
        }

        private OperatingPoint point(State state, int iterations, double relativeResidual) {
            double voltageV = state.metalsV[0];
            double[] reactions = contacts.reactions(state.potentialsV);
            int atFaces = contacts.electrodeContacts();
            double[] faceDropsV = new double[laws.length - atFaces];
            double[] faceCurrents = new double[faceDropsV.length];
            for (int k = 0; k < faceDropsV.length; k++) {
                faceDropsV[k] = dropV(atFaces + k, state.potentialsV, state.metalsV);
                faceCurrents[k] = currentAPerM(atFaces + k, state.potentialsV, state.metalsV);
                // Where a flaw opens into an electrode the rest of the reaction is the electrode's.
                reactions[contacts.node()[atFaces + k]] -= faceCurrents[k];
            }
            double[] shiftsV = new double[metalOfFlaw.length];
            Arrays.setAll(shiftsV, k -> state.metalsV[metalOfFlaw[k]] - electrodeV(k, voltageV));
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
                    drops[i] = dropV(first + i, state.potentialsV, state.metalsV);
                    densities[i] = laws[first + i].currentDensityAPerM2(drops[i]);
                }
                electrodes[e] = new OperatingPoint.Electrode(trace.current(upward), drops, densities);
            }
            return new OperatingPoint(
                    voltageV,
                    electrodes[0],
                    electrodes[1],
                    new OperatingPoint.Faces(shiftsV, faceDropsV, faceCurrents),
                    iterations,
                    relativeResidual);
        }
    }

    /** @param imbalanceA S φ − A j per node, and the missing current of each lithium behind them */
    private record State(double[] potentialsV, double[] metalsV, double[] imbalanceA) {
        double norm() {
            double norm = 0;
            for (double r : imbalanceA) {
                norm = Double.isNaN(r) ? Double.POSITIVE_INFINITY : Math.max(norm, Math.abs(r));
            }
            return norm;
        }
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

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
