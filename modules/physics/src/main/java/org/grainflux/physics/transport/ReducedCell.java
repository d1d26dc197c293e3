package org.grainflux.physics.transport;

import java.util.Arrays;
import org.grainflux.fem.solve.DenseCholesky;

/**
 * Galerkin projection of a cell on the potentials of some solved designs, for any thickness, conductivity and resistance of
 * its contacts. With potentials against the lithium of each electrode, v solves (S + C(μ)) v = −S 1, where 1 is 1 V on the
 * lower electrode: the load does not depend on the design, and the total current is 1ᵀS1 − fᵀv, so its error is the square
 * of the energy error.
 *
 * <p>The residual is measured in the dual norm of a reference design, by a few random vectors with its inverse as
 * covariance: the root mean square of their products with the residual estimates that norm within 15 % (one standard
 * deviation, 24 vectors). With the min-θ bound of the coercivity it bounds the energy error.
 *
 * @see "Balabanov &amp; Nouy (2019), Adv. Comput. Math. 45, 2969 (sketched residuals)"
 * @see "Prud'homme et al. (2002), J. Fluids Eng. 124, 70 (output bounds by coercivity)"
 */
final class ReducedCell {
    private final CondensedPolycrystal polycrystal;
    private final ReducedContact[] contacts;
    private final CellDesign reference;
    private final double[] perfectReactions;
    private final double perfectConductance;

    private ReducedContact.Coefficients[] referenceCoefficients;
    /** [electrode][surface function]: currents of all electrode nodes. */
    private final double[][][] reactions = {new double[0][], new double[0][]};
    /** Currents of the surface functions in surface functions, all of both electrodes. */
    private double[][] powers = new double[0][];

    private double[] load = new double[0];
    /** [surface function][vector], and the load's. */
    private double[][] sketchReactions = new double[0][];

    private double[] sketchLoad = new double[0];
    private double[][] sketch = new double[0][];

    ReducedCell(CondensedPolycrystal polycrystal, CellDesign reference, ReducedContact lower, ReducedContact upper) {
        this.polycrystal = polycrystal;
        this.reference = reference;
        this.contacts = new ReducedContact[] {lower, upper};
        double[] one = new double[polycrystal.nodeCount()];
        Arrays.fill(one, 0, polycrystal.firstNode(1), 1);
        perfectReactions = polycrystal.reactions(one);
        double sum = 0;
        for (int i = 0; i < polycrystal.firstNode(1); i++) {
            sum += perfectReactions[i];
        }
        perfectConductance = sum;
    }

    /** @param vectors [vector][node of both electrodes], 0 where lithium fixes the node; before the first snapshot */
    void sketch(double[][] vectors) {
        sketch = vectors;
        sketchLoad = new double[vectors.length];
        Arrays.setAll(sketchLoad, p -> -dot(vectors[p], perfectReactions));
    }

    ReducedContact contact(int electrode) {
        return contacts[electrode];
    }

    /** Takes up the functions that its contacts have gained. */
    void project() {
        referenceCoefficients =
                new ReducedContact.Coefficients[] {contacts[0].at(reference.lower()), contacts[1].at(reference.upper())
                };
        int n = contacts[0].surfaceCount() + contacts[1].surfaceCount();
        double[][] functions = new double[n][];
        int count = 0;
        for (int e = 0; e < 2; e++) {
            int known = reactions[e].length;
            reactions[e] = Arrays.copyOf(reactions[e], contacts[e].surfaceCount());
            for (int k = 0; k < reactions[e].length; k++) {
                functions[count] = new double[polycrystal.nodeCount()];
                double[] own = contacts[e].surfaceFunction(k);
                System.arraycopy(own, 0, functions[count], polycrystal.firstNode(e), own.length);
                if (k >= known) {
                    reactions[e][k] = polycrystal.reactions(functions[count]);
                }
                count++;
            }
        }
        powers = new double[n][n];
        load = new double[n];
        sketchReactions = new double[n][sketch.length];
        for (int i = 0; i < n; i++) {
            double[] currents = reactionsOf(i);
            for (int j = 0; j <= i; j++) {
                powers[j][i] = dot(currents, functions[j]);
            }
            load[i] = -dot(functions[i], perfectReactions);
            for (int p = 0; p < sketch.length; p++) {
                sketchReactions[i][p] = dot(currents, sketch[p]);
            }
        }
    }

    private double[] reactionsOf(int surfaceFunction) {
        int lower = reactions[0].length;
        return surfaceFunction < lower ? reactions[0][surfaceFunction] : reactions[1][surfaceFunction - lower];
    }

    /** Row of a surface function among all unknowns: lower surface, lower points, upper surface, upper points. */
    private int row(int surfaceFunction) {
        int lower = reactions[0].length;
        return surfaceFunction < lower ? surfaceFunction : contacts[0].size() + surfaceFunction - lower;
    }

    /** Weights of the functions for a design. */
    Answer solve(CellDesign design) {
        ReducedContact.Coefficients[] coefficients = {contacts[0].at(design.lower()), contacts[1].at(design.upper())};
        int n = contacts[0].size() + contacts[1].size();
        double[][] columns = new double[n][n];
        double[] solution = new double[n];
        for (int j = 0; j < load.length; j++) {
            for (int i = j; i < load.length; i++) {
                columns[row(j)][row(i)] = powers[j][i];
            }
            solution[row(j)] = load[j];
        }
        contacts[0].addTo(columns, 0, coefficients[0]);
        contacts[1].addTo(columns, contacts[0].size(), coefficients[1]);
        DenseCholesky.inPlace(columns).solveInPlace(solution);
        return new Answer(coefficients, solution);
    }

    /** A reduced solution; its parts are computed when asked for. */
    final class Answer {
        private final ReducedContact.Coefficients[] coefficients;
        private final double[] solution;

        private Answer(ReducedContact.Coefficients[] coefficients, double[] solution) {
            this.coefficients = coefficients;
            this.solution = solution;
        }

        /** Current per volt and metre of depth; never below that of the full operator. */
        double conductance() {
            double current = perfectConductance;
            for (int i = 0; i < load.length; i++) {
                current -= load[i] * solution[row(i)];
            }
            return current;
        }

        /** Bound of the energy error over the root of the power; its square bounds the relative error of the current. */
        double energyError() {
            double[] residual = sketchLoad.clone();
            for (int i = 0; i < load.length; i++) {
                double weight = solution[row(i)];
                for (int p = 0; p < residual.length; p++) {
                    residual[p] -= weight * sketchReactions[i][p];
                }
            }
            contacts[0].subtractFrom(residual, solution, 0, coefficients[0]);
            contacts[1].subtractFrom(residual, solution, contacts[0].size(), coefficients[1]);
            double coercivity = 1;
            for (int e = 0; e < 2; e++) {
                coercivity = Math.min(coercivity, contacts[e].smallestRatio(coefficients[e], referenceCoefficients[e]));
            }
            double square = dot(residual, residual) / residual.length / coercivity;
            return Math.sqrt(square / conductance());
        }

        CellSolution results() {
            double[] currents = perfectReactions.clone();
            for (int i = 0; i < load.length; i++) {
                double[] own = reactionsOf(i);
                double weight = solution[row(i)];
                for (int k = 0; k < currents.length; k++) {
                    currents[k] += weight * own[k];
                }
            }
            double total = conductance();
            CellSolution.Electrode[] electrodes = new CellSolution.Electrode[2];
            for (int e = 0; e < 2; e++) {
                int first = polycrystal.firstNode(e);
                double[] upward = Arrays.copyOfRange(
                        currents, first, first + polycrystal.trace(e).nodeCount());
                if (e == 1) {
                    Arrays.setAll(upward, i -> -upward[i]);
                }
                electrodes[e] = contacts[e].electrode(
                        solution, e == 0 ? 0 : contacts[0].size(), coefficients[e], upward, total, e == 0 ? -1 : 1);
            }
            return new CellSolution(total / polycrystal.widthM(), electrodes[0], electrodes[1]);
        }
    }

    private static double dot(double[] a, double[] b) {
        return LayerSurface.dot(a, b, 0, a.length);
    }
}
