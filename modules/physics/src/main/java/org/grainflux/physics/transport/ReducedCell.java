package org.grainflux.physics.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grainflux.fem.solve.DenseCholesky;

/**
 * Galerkin projection of a cell on the potentials of some solved designs, for any thickness, conductivity and resistance of
 * its contacts. With potentials against the lithium of each electrode, v solves (S + C(μ)) v = −S 1, where 1 is 1 V on the
 * lower electrode: the load does not depend on the design, and the total current is 1ᵀS1 − fᵀv, so its error is the square
 * of the energy error.
 *
 * <p>The residual is measured in the dual norm of a reference design, by a few random vectors with its inverse as
 * covariance: the root mean square of their products with the residual estimates that norm within 15 % (one standard
 * deviation, 24 vectors). With the min-θ bound of the coercivity, and what the interpolated operator of a layer is off, it
 * bounds the energy error.
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

    /** Functions of the electrolyte's nodes of either electrode, as they came. */
    private final List<SurfaceFunction> functions = new ArrayList<>();

    /** Reactions of either electrode's functions, the same arrays. */
    private final List<List<double[]>> reactions = List.of(new ArrayList<>(), new ArrayList<>());

    /** Those times the vectors of the sketch. */
    private final List<List<double[]>> sketchedReactions = List.of(new ArrayList<>(), new ArrayList<>());

    /** Lower triangle [j][i] of what the electrolyte takes up. */
    private double[][] electrolyteColumns = new double[0][];

    private int[] columnEnds = new int[0];
    private double[] load = new double[0];

    private ReducedContact.Coefficients[] referenceCoefficients;
    /** [vector][node of both electrodes]. */
    private double[][] sketch = new double[0][];

    private double[] sketchLoad = new double[0];

    /**
     * @param index among the functions of its electrode
     * @param powers with this and all earlier functions
     * @param load of the balance that holds this function
     */
    private record SurfaceFunction(int electrode, int index, double[] powers, double load) {}

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

    /**
     * Adds what a solution offers beyond the functions at hand.
     *
     * @param potentials of both electrodes against their lithium
     */
    void add(ElectrodeVector[] potentials) {
        for (int e = 0; e < 2; e++) {
            int known = contacts[e].surfaceCount();
            contacts[e].add(potentials[e].nodes(), potentials[e].points());
            for (int k = known; k < contacts[e].surfaceCount(); k++) {
                add(e, k);
            }
        }
        arrange();
        referenceCoefficients =
                new ReducedContact.Coefficients[] {contacts[0].at(reference.lower()), contacts[1].at(reference.upper())
                };
    }

    /** Puts powers and loads into the order of the rows, which changes with every function. */
    private void arrange() {
        columnEnds = columnEnds();
        electrolyteColumns = new double[size()][size()];
        load = new double[size()];
        for (int i = 0; i < functions.size(); i++) {
            int row = row(functions.get(i));
            double[] powers = functions.get(i).powers;
            for (int j = 0; j <= i; j++) {
                int other = row(functions.get(j));
                electrolyteColumns[Math.min(row, other)][Math.max(row, other)] = powers[j];
            }
            load[row] = functions.get(i).load;
        }
    }

    private void add(int electrode, int index) {
        double[] own = contacts[electrode].surfaceFunction(index);
        double[] currents = polycrystal.reactions(electrode, own);
        double[] powers = new double[functions.size() + 1];
        for (int j = 0; j < functions.size(); j++) {
            SurfaceFunction other = functions.get(j);
            powers[j] = power(currents, other.electrode, contacts[other.electrode].surfaceFunction(other.index));
        }
        powers[functions.size()] = power(currents, electrode, own);
        double[] sketched = new double[sketch.length];
        Arrays.setAll(sketched, p -> dot(currents, sketch[p]));
        reactions.get(electrode).add(currents);
        sketchedReactions.get(electrode).add(sketched);
        functions.add(new SurfaceFunction(electrode, index, powers, -power(perfectReactions, electrode, own)));
    }

    /** Currents times the potentials of one electrode. */
    private double power(double[] currents, int electrode, double[] potentials) {
        int first = polycrystal.firstNode(electrode);
        double sum = 0;
        for (int i = 0; i < potentials.length; i++) {
            sum += currents[first + i] * potentials[i];
        }
        return sum;
    }

    /** See {@link ReducedLayer#complete}. */
    void complete() {
        contacts[0].complete();
        contacts[1].complete();
    }

    /** Number of functions of both contacts. */
    int size() {
        return contacts[0].size() + contacts[1].size();
    }

    /** Row of a contact's first function: lower points, lower surface, upper surface, upper points. */
    private int offset(int electrode) {
        return electrode == 0 ? 0 : contacts[0].size();
    }

    private int row(SurfaceFunction function) {
        return offset(function.electrode) + contacts[function.electrode].surfaceOffset() + function.index;
    }

    /** Where the columns of the projected operator end: points of one electrode know nothing of the other one. */
    private int[] columnEnds() {
        int lower = contacts[0].size();
        int[] ends = new int[size()];
        Arrays.fill(ends, 0, contacts[0].surfaceOffset(), lower);
        Arrays.fill(ends, contacts[0].surfaceOffset(), lower, lower + contacts[1].surfaceCount());
        Arrays.fill(ends, lower, ends.length, ends.length);
        return ends;
    }

    /**
     * How well one design's operator stands for another's: smallest over largest ratio of their quadratic forms, bounded
     * from below by those of the contacts; 1 for equal ones.
     */
    double likeness(CellDesign a, CellDesign b) {
        double smallest = 1;
        double largest = 1;
        for (int e = 0; e < 2; e++) {
            ReducedContact.Coefficients first = contacts[e].at(a.contact(e));
            ReducedContact.Coefficients second = contacts[e].at(b.contact(e));
            smallest = Math.min(smallest, contacts[e].smallestRatio(first, second));
            largest = Math.max(largest, 1 / contacts[e].smallestRatio(second, first));
        }
        return smallest / largest;
    }

    /** Weights of the functions for a design. */
    Answer solve(CellDesign design) {
        ReducedContact.Coefficients[] coefficients = {contacts[0].at(design.lower()), contacts[1].at(design.upper())};
        double[][] columns = new double[electrolyteColumns.length][];
        Arrays.setAll(columns, j -> electrolyteColumns[j].clone());
        double[] solution = load.clone();
        for (int e = 0; e < 2; e++) {
            contacts[e].addTo(columns, offset(e), coefficients[e]);
        }
        DenseCholesky.inPlaceWithin(columns, columnEnds).solveInPlace(solution);
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
            for (SurfaceFunction function : functions) {
                current -= function.load * solution[row(function)];
            }
            return current;
        }

        /** Bound of the energy error over the root of the power. */
        double energyError() {
            return residualError() + interpolationError();
        }

        /** Bound of the relative error of the current: second order in the residual, first in the operator. */
        double currentErrorBound() {
            double error = residualError();
            return error * error + interpolationError();
        }

        private double residualError() {
            double[] residual = sketchLoad.clone();
            double[] taken = new double[residual.length];
            double coercivity = 1;
            for (int e = 0; e < 2; e++) {
                int from = offset(e) + contacts[e].surfaceOffset();
                Combination.add(taken, taken.length, sketchedReactions.get(e), solution, from);
                contacts[e].subtractFrom(residual, solution, offset(e), coefficients[e]);
                coercivity = Math.min(coercivity, contacts[e].smallestRatio(coefficients[e], referenceCoefficients[e]));
            }
            Arrays.setAll(residual, p -> residual[p] - taken[p]);
            double square = dot(residual, residual) / residual.length / coercivity;
            return Math.sqrt(square / conductance());
        }

        private double interpolationError() {
            return Math.max(
                    contacts[0].interpolationError(coefficients[0]), contacts[1].interpolationError(coefficients[1]));
        }

        /** Currents of all electrode nodes. */
        private double[] reactions() {
            double[] currents = perfectReactions.clone();
            for (int e = 0; e < 2; e++) {
                int from = offset(e) + contacts[e].surfaceOffset();
                Combination.add(currents, currents.length, reactions.get(e), solution, from);
            }
            return currents;
        }

        /** What is left of the balance of currents, exactly, at both electrodes. */
        ElectrodeVector[] residual() {
            double[] currents = reactions();
            ElectrodeVector[] residual = new ElectrodeVector[2];
            for (int e = 0; e < 2; e++) {
                int first = polycrystal.firstNode(e);
                double[] own = Arrays.copyOfRange(
                        currents, first, first + polycrystal.trace(e).nodeCount());
                residual[e] = contacts[e].residual(solution, offset(e), coefficients[e], own);
            }
            return residual;
        }

        CellSolution results() {
            double[] currents = reactions();
            double total = conductance();
            CellSolution.Electrode[] electrodes = new CellSolution.Electrode[2];
            for (int e = 0; e < 2; e++) {
                int first = polycrystal.firstNode(e);
                double[] upward = Arrays.copyOfRange(
                        currents, first, first + polycrystal.trace(e).nodeCount());
                if (e == 1) {
                    Arrays.setAll(upward, i -> -upward[i]);
                }
                electrodes[e] =
                        contacts[e].electrode(solution, offset(e), coefficients[e], upward, total, e == 0 ? -1 : 1);
            }
            return new CellSolution(total / polycrystal.widthM(), electrodes[0], electrodes[1]);
        }
    }

    private static double dot(double[] a, double[] b) {
        return LayerSurface.dot(a, b, 0, a.length);
    }
}
