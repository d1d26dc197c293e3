package org.grainflux.physics.transport;

import java.util.Arrays;
import java.util.List;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.solve.DenseCholesky;

/**
 * A reduced model for many designs that differ only in the conductivity and the resistances of their contacts. The operator
 * is affine in them, A(μ) = S + Σ θ_q(μ) A_q, so its Galerkin projection on a few solved designs is assembled from small
 * precomputed blocks: a design then costs the combination of some trial functions instead of a dense factorisation. Each
 * snapshot offers its two electrodes as separate functions.
 *
 * <p>Snapshots are taken from the designs themselves, each one the farthest, in the logarithm of the parameters, from
 * those before. From the third one on, each new snapshot first tests the model: building stops when two tests in
 * succession agree to the tolerance in cell resistance and in the 1 µm maximum at every interface, or at {@value
 * #MOST_SNAPSHOTS} snapshots. The total current is the dissipated power, so its error is of second order.
 */
public final class ReducedInterfaceFamily {
    /** One parameter takes about 6 for a tolerance of 5e-4, three over two decades each about 20. */
    public static final int MOST_SNAPSHOTS = 20;

    private static final int TESTS_TO_PASS = 2;
    private static final double TEST_WINDOW_M = 1e-6;

    private final InterfaceSolver solver;
    private final CellDesign reference;
    private final int functionsOfSnapshots;
    private final double testedError;
    private ReducedElectrode[] electrodes;
    /** Sᵀ-products of the functions of both electrodes: currents of all electrode nodes. */
    private double[][] reactions;

    private double[][] polycrystalPower;

    private ReducedInterfaceFamily(InterfaceSolver solver, List<CellDesign> designs, double tolerance) {
        this.solver = solver;
        this.reference = designs.get(0);
        double[][] parameters = new double[designs.size()][];
        startElectrodes();
        for (int d = 0; d < parameters.length; d++) {
            parameters[d] = logParameters(designs.get(d));
        }
        double[] distances = new double[parameters.length];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        int snapshots = 0;
        int passed = 0;
        double error = 0;
        for (int next = 0;
                next >= 0 && snapshots < MOST_SNAPSHOTS && passed < TESTS_TO_PASS;
                next = farthest(distances)) {
            InterfaceSolver.Field snapshot = solver.field(designs.get(next));
            if (snapshots >= 2) {
                error = difference(solve(designs.get(next)), snapshot.solution());
                passed = error <= tolerance ? passed + 1 : 0;
            }
            add(snapshot);
            snapshots++;
            for (int d = 0; d < distances.length; d++) {
                distances[d] = Math.min(distances[d], distance(parameters[d], parameters[next]));
            }
        }
        functionsOfSnapshots = snapshots;
        // When every distinct design became a snapshot the model is exact on all of them.
        testedError = farthest(distances) < 0 ? 0 : error;
    }

    /**
     * @param designs the draws the model has to answer; equal geometry (thickness, patches, and which resistances are 0)
     * @param tolerance relative, of resistance and 1 µm maximum; 5e-4 where nothing better is known
     */
    public static ReducedInterfaceFamily of(InterfaceSolver solver, List<CellDesign> designs, double tolerance) {
        if (designs.isEmpty() || !(tolerance > 0)) {
            throw new InvalidInputException("a reduced family needs designs and a tolerance > 0, got " + designs.size()
                    + " designs and tolerance " + tolerance);
        }
        return new ReducedInterfaceFamily(solver, designs, tolerance);
    }

    /** Number of full solutions the model was built from. */
    public int snapshotCount() {
        return functionsOfSnapshots;
    }

    /**
     * Relative difference between model and full solution at the last design it was tested on before that became a
     * snapshot: above the tolerance if {@value #MOST_SNAPSHOTS} snapshots did not reach it.
     */
    public double testedError() {
        return testedError;
    }

    /**
     * @param design of the family's geometry; outside the range of the snapshots the error is not controlled
     */
    public CellSolution solve(CellDesign design) {
        int lower = electrodes[0].functionCount();
        int upper = electrodes[1].functionCount();
        double[][][] contactPowers = new double[2][][];
        for (int e = 0; e < 2; e++) {
            contactPowers[e] = electrodes[e].power(electrodes[e].coefficients(design.contact(e)));
        }
        // Unknown weights: functions 1… of the lower, then of the upper electrode; both functions 0 have weight 1.
        int n = lower + upper - 2;
        double[][] columns = new double[n][n];
        double[] load = new double[n];
        for (int j = 0; j < n; j++) {
            int fj = function(j, lower);
            for (int i = j; i < n; i++) {
                int fi = function(i, lower);
                columns[j][i] = power(contactPowers, fi, fj, lower);
            }
            load[j] = -power(contactPowers, fj, 0, lower) - power(contactPowers, fj, lower, lower);
        }
        if (n > 0) {
            DenseCholesky.inPlace(columns).solveInPlace(load);
        }
        double[] weights = new double[lower + upper];
        weights[0] = 1;
        weights[lower] = 1;
        for (int j = 0; j < n; j++) {
            weights[function(j, lower)] = load[j];
        }
        return results(design, contactPowers, weights, lower);
    }

    private static int function(int unknown, int lower) {
        return unknown + 1 < lower ? unknown + 1 : unknown + 2;
    }

    private double power(double[][][] contactPowers, int i, int j, int lower) {
        double sum = polycrystalPower[i][j];
        if (i < lower && j < lower) {
            sum += contactPowers[0][i][j];
        } else if (i >= lower && j >= lower) {
            sum += contactPowers[1][i - lower][j - lower];
        }
        return sum;
    }

    private CellSolution results(CellDesign design, double[][][] contactPowers, double[] weights, int lower) {
        double total = 0;
        double[] lost = new double[2];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                total += weights[i] * weights[j] * power(contactPowers, i, j, lower);
            }
        }
        CellSolution.Electrode[] results = new CellSolution.Electrode[2];
        double[] currents = ReducedElectrode.combine(reactions, weights, 1);
        CondensedPolycrystal polycrystal = solver.polycrystal();
        for (int e = 0; e < 2; e++) {
            int from = e == 0 ? 0 : lower;
            double[] own = Arrays.copyOfRange(weights, from, from + electrodes[e].functionCount());
            for (int i = 0; i < own.length; i++) {
                for (int j = 0; j < own.length; j++) {
                    lost[e] += own[i] * own[j] * contactPowers[e][i][j];
                }
            }
            int first = polycrystal.firstNode(e);
            double[] upward = Arrays.copyOfRange(
                    currents, first, first + polycrystal.trace(e).nodeCount());
            for (int i = 0; i < upward.length; i++) {
                upward[i] = e == 0 ? upward[i] : -upward[i];
            }
            results[e] = electrodes[e].electrode(design.contact(e), own, upward, lost[e] / total);
        }
        return new CellSolution(total / polycrystal.widthM(), results[0], results[1]);
    }

    private void startElectrodes() {
        electrodes = new ReducedElectrode[2];
        for (int e = 0; e < 2; e++) {
            ElectrodeContact contact = reference.contact(e);
            LayerOperator operator = contact instanceof ElectrodeContact.IonicLayer layer
                    ? solver.layerOperator(e, layer.thicknessM())
                    : null;
            electrodes[e] = new ReducedElectrode(solver.polycrystal().trace(e), e, contact, operator);
        }
    }

    private void add(InterfaceSolver.Field snapshot) {
        CondensedPolycrystal polycrystal = solver.polycrystal();
        for (int e = 0; e < 2; e++) {
            int first = polycrystal.firstNode(e);
            double[] surface = Arrays.copyOfRange(
                    snapshot.potentialsV(), first, first + polycrystal.trace(e).nodeCount());
            double lithium = InterfaceSolver.lithiumPotentialV(e);
            electrodes[e].add(surface, snapshot.terms()[e].layerPotentials(surface, lithium));
            electrodes[e].project(lithium);
        }
        projectPolycrystal();
    }

    private void projectPolycrystal() {
        CondensedPolycrystal polycrystal = solver.polycrystal();
        int n = electrodes[0].functionCount() + electrodes[1].functionCount();
        double[][] functions = new double[n][polycrystal.nodeCount()];
        reactions = new double[n][];
        int count = 0;
        for (int e = 0; e < 2; e++) {
            for (int k = 0; k < electrodes[e].functionCount(); k++) {
                double[] own = electrodes[e].surfaceFunction(k);
                System.arraycopy(own, 0, functions[count], polycrystal.firstNode(e), own.length);
                reactions[count] = polycrystal.reactions(functions[count]);
                count++;
            }
        }
        polycrystalPower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                polycrystalPower[i][j] = ReducedElectrode.dot(functions[i], reactions[j]);
            }
        }
    }

    private double[] logParameters(CellDesign design) {
        double[] lower = electrodes[0].coefficients(design.lower());
        double[] upper = electrodes[1].coefficients(design.upper());
        double[] all = Arrays.copyOf(lower, lower.length + upper.length);
        System.arraycopy(upper, 0, all, lower.length, upper.length);
        for (int k = 0; k < all.length; k++) {
            all[k] = all[k] == 0 ? 0 : Math.log(all[k]);
        }
        return all;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return Math.sqrt(sum);
    }

    /** −1 when nothing is left that differs from the snapshots. */
    private static int farthest(double[] distances) {
        int best = -1;
        for (int d = 0; d < distances.length; d++) {
            if (distances[d] > 1e-9 && (best < 0 || distances[d] > distances[best])) {
                best = d;
            }
        }
        return best;
    }

    private static double difference(CellSolution model, CellSolution full) {
        double worst = Math.abs(model.areaSpecificResistanceOhmM2() / full.areaSpecificResistanceOhmM2() - 1);
        for (int e = 0; e < 2; e++) {
            worst = Math.max(
                    worst,
                    difference(
                            model.electrode(e).lithiumInterface(),
                            full.electrode(e).lithiumInterface()));
            worst = Math.max(
                    worst,
                    difference(
                            model.electrode(e).electrolyteInterface(),
                            full.electrode(e).electrolyteInterface()));
        }
        return worst;
    }

    private static double difference(InterfaceCurrent model, InterfaceCurrent full) {
        double own = model.sliding(TEST_WINDOW_M).maximum() / model.meanAPerM2();
        return Math.abs(own / (full.sliding(TEST_WINDOW_M).maximum() / full.meanAPerM2()) - 1);
    }
}
