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
 * contacts. A design costs a dense system of some tens of unknowns and the combination of as many trial functions.
 *
 * <p>Snapshots are solved with the exact operator of the layers, each at the design whose residual is largest, see {@link
 * ReducedCell}. Every snapshot from the second on is first a test: its pointwise error over the residual's bound calibrates
 * the estimate. Building stops when the estimate of all designs looked at is within a share of the tolerance, or at {@value
 * #MOST_SNAPSHOTS} snapshots. Full solutions of some of the designs then measure what the calibration cannot know, the
 * difference between the exact operator and the meshed layers of {@link InterfaceSolver}.
 *
 * <p>The estimate of a query is that of its residual plus that difference. It is a measured estimate, not a bound; the
 * error of the resistance is bounded.
 */
public final class ReducedInterfaceFamily {
    public static final int MOST_SNAPSHOTS = 24;

    /** A model costs about as much as 15 full solutions: from here on it pays for itself twice over. */
    public static final int FEWEST_DESIGNS = 40;

    /** Share of the tolerance left to the reduction; the meshed layers take more. */
    private static final double REDUCTION_SHARE = 0.1;
    /** Designs looked at per step, others at the next one. */
    private static final int CANDIDATES = 64;

    private static final int SKETCH_VECTORS = 24;
    private static final int FULL_SOLUTIONS = 3;
    /** The largest of a few tests is exceeded by the largest of many. */
    private static final double SAFETY = 1.75;
    /** Tests that calibrate, the last ones: early ones say more about an empty space than about the residual. */
    private static final int TESTS_USED = 4;

    private final InterfaceSolver solver;
    private final List<CellDesign> designs;
    private final ReducedCell model;
    private final SurfaceOperator[] operators;
    private final Set<CellDesign> solved = new LinkedHashSet<>();
    private final List<Double> effectivities = new ArrayList<>();
    private double meshDifference;

    private ReducedInterfaceFamily(
            InterfaceSolver solver, List<CellDesign> designs, double tolerance, RandomGenerator random) {
        this.solver = solver;
        this.designs = designs;
        CondensedPolycrystal polycrystal = solver.polycrystal();
        CellDesign reference = central(designs);
        operators = new SurfaceOperator[2];
        ReducedContact[] contacts = new ReducedContact[2];
        for (int e = 0; e < 2; e++) {
            ElectrodeTrace trace = polycrystal.trace(e);
            ReducedLayer layer = null;
            if (reference.contact(e) instanceof ElectrodeContact.IonicLayer own) {
                operators[e] = SurfaceOperator.ofMesh(trace, solver.layerOperator(e, own.thicknessM()));
                layer = new ReducedLayer(operators[e], new ModeNodes(modes(e)));
            }
            contacts[e] = new ReducedContact(trace, reference.contact(e), layer);
        }
        model = new ReducedCell(polycrystal, reference, contacts[0], contacts[1]);
        // 1. The first snapshot, whose factor measures all residuals
        InterfaceSolver.Field first = snapshot(reference);
        sketch(first, random);
        add(reference, first);
        // 2. Others where the estimate is largest, each a test before it is a snapshot
        CellDesign worst = worst();
        while (worst != null && solved.size() < MOST_SNAPSHOTS && !settled(worst, REDUCTION_SHARE * tolerance)) {
            InterfaceSolver.Field field = snapshot(worst);
            ReducedCell.Answer answer = model.solve(worst);
            double energyError = answer.energyError();
            if (energyError > 0) {
                effectivities.add(CurrentDifference.of(answer.results(), field.solution()) / energyError);
            }
            add(worst, field);
            worst = worst();
        }
        // 3. Full solutions of designs at the ends of the family
        for (CellDesign design : ends()) {
            meshDifference = Math.max(
                    meshDifference, CurrentDifference.of(model.solve(design).results(), solver.solve(design)));
        }
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
        double energyError = answer.energyError();
        return new Reduced(
                answer.results(), reductionError(energyError) + SAFETY * meshDifference, energyError * energyError);
    }

    /** Number of solutions the space is made of. */
    public int snapshotCount() {
        return solved.size();
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

    private boolean settled(CellDesign worst, double tolerance) {
        return effectivities.size() >= TESTS_USED
                && reductionError(model.solve(worst).energyError()) <= tolerance;
    }

    private int modes(int electrode) {
        double widthM = solver.polycrystal().widthM();
        int most = 0;
        for (CellDesign design : designs) {
            double thicknessM = ((ElectrodeContact.IonicLayer) design.contact(electrode)).thicknessM();
            most = Math.max(most, FourierLayerTerm.modesOf(widthM, thicknessM));
            most = Math.max(most, LayerCurrents.mostModes(widthM, thicknessM));
        }
        return most;
    }

    private InterfaceSolver.Field snapshot(CellDesign design) {
        ContactTerm[] terms = new ContactTerm[2];
        for (int e = 0; e < 2; e++) {
            ElectrodeTrace trace = solver.polycrystal().trace(e);
            terms[e] = design.contact(e) instanceof ElectrodeContact.IonicLayer layer
                    ? new FourierLayerTerm(trace, operators[e], layer)
                    : new DirectContactTerm(trace, ((ElectrodeContact.DirectContact) design.contact(e)).resistance());
        }
        return solver.field(terms[0], terms[1]);
    }

    private void add(CellDesign design, InterfaceSolver.Field field) {
        CondensedPolycrystal polycrystal = solver.polycrystal();
        for (int e = 0; e < 2; e++) {
            double lithium = InterfaceSolver.lithiumPotentialV(e);
            int first = polycrystal.firstNode(e);
            double[] surface = Arrays.copyOfRange(
                    field.potentialsV(), first, first + polycrystal.trace(e).nodeCount());
            double[] points = field.terms()[e].layerPotentials(surface, lithium);
            Arrays.setAll(surface, i -> surface[i] - lithium);
            Arrays.setAll(points, i -> points[i] - lithium);
            model.contact(e).add(surface, points);
        }
        model.project();
        solved.add(design);
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
                if (field.terms()[e] instanceof FourierLayerTerm term) {
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

    /** Some of the designs, evenly from the list, others at every step. */
    private List<CellDesign> candidates() {
        int stride = Math.max(1, designs.size() / CANDIDATES);
        List<CellDesign> candidates = new ArrayList<>();
        for (int d = solved.size() % stride; d < designs.size(); d += stride) {
            if (!solved.contains(designs.get(d))) {
                candidates.add(designs.get(d));
            }
        }
        return candidates;
    }

    /** Null when every candidate is a snapshot. */
    private CellDesign worst() {
        CellDesign worst = null;
        double largest = 0;
        for (CellDesign design : candidates()) {
            double error = model.solve(design).energyError();
            if (error > largest) {
                largest = error;
                worst = design;
            }
        }
        return worst;
    }

    /** The designs whose current varies most at lithium and at the electrolyte, and that of the largest residual. */
    private Set<CellDesign> ends() {
        Set<CellDesign> ends = new LinkedHashSet<>();
        double[] largest = new double[FULL_SOLUTIONS];
        CellDesign[] chosen = new CellDesign[FULL_SOLUTIONS];
        for (CellDesign design : candidates()) {
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
