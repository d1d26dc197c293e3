package org.grainflux.physics.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.grainflux.core.InvalidInputException;

/**
 * A reduced model for many designs on one condensed structure that differ in thickness, conductivity and resistances of their
 * contacts. A design costs a system of some tens of unknowns and the combination of as many trial functions.
 *
 * <p>Functions come from designs whose estimate is largest among those looked at. One in {@value #STEPS_PER_SNAPSHOT} of them is
 * solved with the exact operator of the layers, see {@link ReducedCell}; the others are corrected with a factor at hand, see
 * {@link SnapshotSolver}, for a small part of the cost. Every snapshot from the second on is first a test: its pointwise error over the
 * residual's bound calibrates the estimate. Building stops when the estimate of all designs looked at is within a share of
 * the tolerance, or at {@value #MOST_UNKNOWNS} unknowns. Full solutions of some of the designs then measure what the calibration
 * cannot know, the difference between the operator used and the meshed layers of {@link InterfaceSolver}.
 *
 * <p>The estimate of a query is that of its residual plus that difference. It is a measured estimate, not a bound; the
 * error of the resistance is bounded.
 */
public final class ReducedInterfaceFamily {
    /** Unknowns of a query: 36 functions of each face of two layers behind resistances. 5,000 queries a second are wanted. */
    public static final int MOST_UNKNOWNS = 144;

    /** A model costs about as much as ten full solutions: from here on it pays for itself several times over. */
    public static final int FEWEST_DESIGNS = 40;

    /** Share of the tolerance left to the reduction; the meshed layers take more. */
    private static final double REDUCTION_SHARE = 0.1;
    /** Designs among which the next one is looked for. */
    private static final int CANDIDATES = 160;

    /** Designs among which those of the full solutions are looked for. */
    private static final int TESTED = 64;

    private static final int STEPS_PER_SNAPSHOT = 4;
    private static final int SKETCH_VECTORS = 24;
    private static final int FULL_SOLUTIONS = 3;
    /** The largest of a few tests is exceeded by the largest of many. */
    private static final double SAFETY = 1.75;
    /** Tests that calibrate, the last ones: early ones say more about an empty space than about the residual. */
    private static final int TESTS_USED = 4;

    private static final int FEWEST_TESTS = 2;
    /** Half the tests, eight times the margin: effectivities of one family were seen to differ by up to a factor of 5. */
    private static final double MARGIN_EXPONENT = 3;

    private final InterfaceSolver solver;
    private final List<CellDesign> designs;
    private final ReducedCell model;
    private final List<Double> effectivities = new ArrayList<>();
    private int snapshots;
    private int functions;
    private double meshDifference;

    private ReducedInterfaceFamily(
            InterfaceSolver solver, List<CellDesign> designs, double tolerance, RandomGenerator random) {
        this.solver = solver;
        this.designs = designs;
        CondensedPolycrystal polycrystal = solver.polycrystal();
        CellDesign reference = central(designs);
        SurfaceOperator[] operators = new SurfaceOperator[2];
        ReducedContact[] contacts = new ReducedContact[2];
        for (int e = 0; e < 2; e++) {
            ElectrodeTrace trace = polycrystal.trace(e);
            ReducedLayer layer = null;
            if (reference.contact(e) instanceof ElectrodeContact.IonicLayer) {
                operators[e] = SurfaceOperator.ofMesh(trace, solver.layerOperator(e, largestThicknessM(e)));
                layer = layer(e, operators[e]);
            }
            contacts[e] = new ReducedContact(e, trace, reference.contact(e), layer);
        }
        model = new ReducedCell(polycrystal, reference, contacts[0], contacts[1]);
        SnapshotSolver exact = new SnapshotSolver(solver, operators);
        // 1. The first snapshot, whose factor measures all residuals
        InterfaceSolver.Field first = exact.solve(reference);
        sketch(first, random);
        add(exact.potentials(first));
        snapshots = 1;
        // 2. Others where the estimate is largest: snapshots, each a test before, and corrections between them
        Candidates candidates = new Candidates(evenly(designs, CANDIDATES));
        CellDesign worst = candidates.worst();
        while (worst != null && model.size() < MOST_UNKNOWNS && !settled(worst, REDUCTION_SHARE * tolerance)) {
            if (functions % STEPS_PER_SNAPSHOT == 0) {
                addSnapshot(exact, worst);
            } else {
                CellDesign own = worst;
                add(exact.correction(model.solve(own).residual(), other -> model.likeness(own, other)));
            }
            worst = candidates.worst();
        }
        model.complete();
        // 3. Full solutions of designs at the ends of the family
        for (CellDesign design : ends()) {
            meshDifference = Math.max(
                    meshDifference, CurrentDifference.of(model.solve(design).results(), solver.solve(design)));
        }
    }

    /** In the mesh of the thickest layer all but the longest modes are those of a half-space. */
    private double largestThicknessM(int electrode) {
        return designs.stream()
                .mapToDouble(design -> ((ElectrodeContact.IonicLayer) design.contact(electrode)).thicknessM())
                .max()
                .orElseThrow();
    }

    private ReducedLayer layer(int electrode, SurfaceOperator operator) {
        double widthM = solver.polycrystal().widthM();
        List<LayerSymbol> layers = designs.stream()
                .map(design -> LayerSymbol.of((ElectrodeContact.IonicLayer) design.contact(electrode)))
                .toList();
        int felt = 0;
        int asked = 0;
        for (LayerSymbol layer : layers) {
            felt = Math.max(felt, SurfaceOperator.modesOf(widthM, layer.thicknessM()));
            asked = Math.max(asked, LayerCurrents.mostModes(widthM, layer.thicknessM()));
        }
        double firstWavenumberPerM = operator.modes().wavenumberPerM(1);
        return new ReducedLayer(operator, FamilyNodes.of(new ModeNodes(felt), firstWavenumberPerM, layers), asked);
    }

    private void addSnapshot(SnapshotSolver exact, CellDesign design) {
        ReducedCell.Answer answer = model.solve(design);
        double energyError = answer.energyError();
        InterfaceSolver.Field field = exact.solve(design);
        if (energyError > 0) {
            effectivities.add(CurrentDifference.of(answer.results(), field.solution()) / energyError);
        }
        add(exact.potentials(field));
        snapshots++;
    }

    private void add(ElectrodeVector[] potentials) {
        model.add(potentials);
        functions++;
    }

    /**
     * @param designs that the model has to answer, related and distinct
     * @param tolerance of the local current over the mean
     * @param random for the sketch of the residual
     */
    public static ReducedInterfaceFamily of(
            InterfaceSolver solver, List<CellDesign> designs, double tolerance, RandomGenerator random) {
        if (designs.isEmpty() || !(tolerance > 0)) {
            throw new InvalidInputException("a reduced family needs designs and a tolerance > 0, got " + designs.size()
                    + " designs and tolerance " + tolerance);
        }
        return new ReducedInterfaceFamily(solver, List.copyOf(designs), tolerance, random);
    }

    /** Whether two designs may share a family: contacts of the same kind and pattern, whatever their numbers. */
    public static boolean related(CellDesign a, CellDesign b) {
        return ReducedContact.related(a.lower(), b.lower()) && ReducedContact.related(a.upper(), b.upper());
    }

    /**
     * A reduced answer.
     *
     * @param currentErrorEstimate of window averages of the local current against the full solution, over the mean
     * @param resistanceErrorBound relative, of the resistance with the exact operator, within the sketch's probability
     */
    public record Reduced(CellSolution solution, double currentErrorEstimate, double resistanceErrorBound) {}

    /** @param design related to the family; outside its range the residual still tells */
    public Reduced solve(CellDesign design) {
        ReducedCell.Answer answer = model.solve(design);
        return new Reduced(
                answer.results(),
                reductionError(answer.energyError()) + SAFETY * meshDifference,
                answer.currentErrorBound());
    }

    /** Unknowns of a query. */
    public int unknownCount() {
        return model.size();
    }

    /** Number of solutions the space is made of, besides corrections. */
    public int snapshotCount() {
        return snapshots;
    }

    /** Largest difference to full solutions that was measured, of window averages over the mean. */
    public double measuredDifference() {
        return meshDifference;
    }

    private double reductionError(double energyError) {
        double largest = 0;
        for (double effectivity :
                effectivities.subList(Math.max(0, effectivities.size() - TESTS_USED), effectivities.size())) {
            largest = Math.max(largest, effectivity);
        }
        return SAFETY * largest * energyError;
    }

    /** Fewer tests need more margin: their largest effectivity may be exceeded by more. */
    private boolean settled(CellDesign worst, double tolerance) {
        int tests = Math.min(effectivities.size(), TESTS_USED);
        double margin = Math.pow((double) TESTS_USED / tests, MARGIN_EXPONENT);
        return tests >= FEWEST_TESTS
                && margin * reductionError(model.solve(worst).energyError()) <= tolerance;
    }

    /** Random vectors whose covariance is the inverse of the reference's matrix. */
    private void sketch(InterfaceSolver.Field field, RandomGenerator random) {
        CondensedPolycrystal polycrystal = solver.polycrystal();
        double[][] all = new double[SKETCH_VECTORS][];
        double[][][] nodes = new double[2][SKETCH_VECTORS][];
        double[][][] points = new double[2][SKETCH_VECTORS][];
        for (int p = 0; p < SKETCH_VECTORS; p++) {
            double[] unknowns = signs(field.factor().size(), random);
            field.factor().backwardInPlace(unknowns);
            all[p] = new double[polycrystal.nodeCount()];
            for (int i = 0; i < all[p].length; i++) {
                int unknown = field.unknownOfNode()[i];
                all[p][i] = unknown < 0 ? 0 : unknowns[unknown];
            }
            for (int e = 0; e < 2; e++) {
                int first = polycrystal.firstNode(e);
                nodes[e][p] = Arrays.copyOfRange(
                        all[p], first, first + polycrystal.trace(e).nodeCount());
                if (field.terms()[e] instanceof LayerTerm term) {
                    points[e][p] = term.surface().sample(nodes[e][p], random);
                }
            }
        }
        model.sketch(all);
        for (int e = 0; e < 2; e++) {
            model.contact(e).sketch(nodes[e], points[e]);
        }
    }

    /** Independent signs: mean 0, variance 1. */
    static double[] signs(int count, RandomGenerator random) {
        double[] signs = new double[count];
        Arrays.setAll(signs, i -> random.nextBoolean() ? 1 : -1);
        return signs;
    }

    /** Some of the designs, evenly from the list. */
    private static List<CellDesign> evenly(List<CellDesign> designs, int count) {
        int stride = Math.max(1, designs.size() / count);
        List<CellDesign> some = new ArrayList<>();
        for (int d = 0; d < designs.size(); d += stride) {
            some.add(designs.get(d));
        }
        return some;
    }

    /** Designs with their latest estimates: a new function lowers nearly all, so only those that lead are computed again. */
    private final class Candidates {
        private final List<CellDesign> designs;
        private final double[] errors;
        private final int[] functionsThen;

        private Candidates(List<CellDesign> designs) {
            this.designs = designs;
            this.errors = new double[designs.size()];
            this.functionsThen = new int[designs.size()];
            Arrays.fill(errors, Double.POSITIVE_INFINITY);
        }

        /** Null when every error is 0. */
        CellDesign worst() {
            int leader = leader();
            while (functionsThen[leader] < functions) {
                errors[leader] = model.solve(designs.get(leader)).energyError();
                functionsThen[leader] = functions;
                leader = leader();
            }
            return errors[leader] > 0 ? designs.get(leader) : null;
        }

        private int leader() {
            int leader = 0;
            for (int d = 1; d < errors.length; d++) {
                leader = errors[d] > errors[leader] ? d : leader;
            }
            return leader;
        }
    }

    /** The designs whose current varies most at lithium and at the electrolyte, and that of the largest residual. */
    private Set<CellDesign> ends() {
        Set<CellDesign> ends = new LinkedHashSet<>();
        double[] largest = new double[FULL_SOLUTIONS];
        CellDesign[] chosen = new CellDesign[FULL_SOLUTIONS];
        for (CellDesign design : evenly(designs, TESTED)) {
            ReducedCell.Answer answer = model.solve(design);
            CellSolution solution = answer.results();
            double[] criteria = {
                variation(solution.lower().lithiumInterface())
                        + variation(solution.upper().lithiumInterface()),
                variation(solution.lower().electrolyteInterface())
                        + variation(solution.upper().electrolyteInterface()),
                answer.energyError()
            };
            for (int c = 0; c < criteria.length; c++) {
                if (criteria[c] > largest[c]) {
                    largest[c] = criteria[c];
                    chosen[c] = design;
                }
            }
        }
        for (CellDesign design : chosen) {
            if (design != null) {
                ends.add(design);
            }
        }
        return ends;
    }

    private static double variation(InterfaceCurrent current) {
        return current.sliding(1e-6).maximum() / current.meanAPerM2();
    }

    /** The design nearest to the middle of the family, by the logarithms of its parameters. */
    private static CellDesign central(List<CellDesign> designs) {
        List<double[]> parameters =
                designs.stream().map(ReducedInterfaceFamily::logParameters).toList();
        double[] middle = new double[parameters.get(0).length];
        for (int k = 0; k < middle.length; k++) {
            int index = k;
            double low = parameters.stream().mapToDouble(p -> p[index]).min().orElse(0);
            double high = parameters.stream().mapToDouble(p -> p[index]).max().orElse(0);
            middle[k] = 0.5 * (low + high);
        }
        List<Integer> order = new ArrayList<>();
        for (int d = 0; d < designs.size(); d++) {
            order.add(d);
        }
        return designs.get(order.stream()
                .min(Comparator.comparingDouble(d -> squaredDistance(parameters.get(d), middle)))
                .orElse(0));
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return sum;
    }

    private static double[] logParameters(CellDesign design) {
        double[] parameters = new double[8];
        for (int e = 0; e < 2; e++) {
            if (design.contact(e) instanceof ElectrodeContact.IonicLayer layer) {
                parameters[4 * e] = Math.log(layer.thicknessM());
                parameters[4 * e + 1] = Math.log(layer.conductivitySPerM());
                parameters[4 * e + 2] = logOrZero(layer.lithiumSideOhmM2());
                parameters[4 * e + 3] = logOrZero(layer.electrolyteSideOhmM2());
            } else {
                ResistanceProfile profile = ((ElectrodeContact.DirectContact) design.contact(e)).resistance();
                parameters[4 * e] = logOrZero(profile.patchResistanceOhmM2(0));
            }
        }
        return parameters;
    }

    private static double logOrZero(double resistance) {
        return resistance > 0 && Double.isFinite(resistance) ? Math.log(resistance) : 0;
    }
}
