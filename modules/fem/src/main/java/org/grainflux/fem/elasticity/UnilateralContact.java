package org.grainflux.fem.elasticity;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.core.Require;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.assembly.BorderAssembler;
import org.grainflux.fem.assembly.DirichletElimination;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.DenseCholesky;
import org.grainflux.fem.solve.EliminationPlan;
import org.grainflux.fem.solve.SparseCholesky;

/**
 * Frictionless contact of a flat border with a rigid body pressed on it: nodes carry no tension and do not enter the body, and
 * their pressure may be limited (perfect plasticity: there the body sinks in). The elastic body is condensed once to the nodes
 * that may touch. The forces λ of a load minimise ½ λ·F λ + gap·λ over 0 ≤ λ ≤ limit, Σ λ = force: found by active sets, first
 * all wrong nodes at a time, which takes a few steps without a limit and may not end with one; then from a state that is
 * allowed to a better one, one node at a time, which does end.
 *
 * @see "Hintermüller, Ito and Kunisch (2002), SIAM J. Optim. 13, 865; Nocedal and Wright (2006), Numerical Optimization, §16.5"
 */
public final class UnilateralContact {
    /** Steps that change all wrong nodes at once. */
    private static final int JOINT_STEPS = 20;

    /** Steps of one node per candidate: most of them settle once, few return. */
    private static final int STEPS_PER_NODE = 10;

    private final SimplexMesh mesh;
    private final int[] nodes;
    private final double[] areas;
    /** Compliance F: displacement against the normal per force against the normal. */
    private final DMatrixRMaj compliance;

    private enum State {
        APART,
        TOUCHING,
        YIELDING
    }

    private UnilateralContact(SimplexMesh mesh, int[] nodes, double[] areas, DMatrixRMaj compliance) {
        this.mesh = mesh;
        this.nodes = nodes;
        this.areas = areas;
        this.compliance = compliance;
    }

    /**
     * Condenses a body.
     *
     * @param supports hold the body without the contact, and none of the components that may touch
     * @param tag of a border whose outward normal is the positive axis
     * @param candidates nodes of this border that may touch
     */
    public static UnilateralContact of(
            ElasticBody body, PrescribedDisplacements supports, int tag, int axis, IntPredicate candidates) {
        int d = body.mesh().dimension();
        int[] nodes = Arrays.stream(new BorderAssembler(body.mesh()).nodes(tag))
                .filter(candidates)
                .toArray();
        int[] kept = Arrays.stream(nodes).map(node -> node * d + axis).toArray();
        double[] prescribed = supports.valuesM();
        if (Arrays.stream(kept).anyMatch(unknown -> !Double.isNaN(prescribed[unknown]))) {
            throw new IllegalArgumentException("a displacement that may touch is prescribed");
        }
        CsrMatrix stiffness = ElasticityAssembler.stiffness(body);
        CsrMatrix supported = DirichletElimination.of(stiffness, new double[stiffness.rows()], prescribed)
                .matrix();
        DMatrixRMaj schur = SparseCholesky.schurComplement(supported, EliminationPlan.of(supported.pattern(), kept));
        return new UnilateralContact(body.mesh(), nodes, areas(body, tag, nodes), inverse(schur));
    }

    /**
     * Where and how hard the body is pressed.
     *
     * @param forcesN per candidate node, N (3D) or N/m (2D)
     * @param areas per candidate node its share of the border, m² or m
     * @param yielding nodes at the limit of pressure
     * @param approachM way of the rigid body from first touch, elastic yielding of the whole mesh included
     * @param steps of the active sets
     */
    public record Pressed(double[] forcesN, double[] areas, boolean[] yielding, double approachM, int steps) {
        /** Of the nodes in contact, m² (3D) or m (2D). */
        public double contactArea() {
            double sum = 0;
            for (int i = 0; i < areas.length; i++) {
                sum += forcesN[i] > 0 ? areas[i] : 0;
            }
            return sum;
        }

        public double pressurePa(int candidate) {
            return forcesN[candidate] / areas[candidate];
        }
    }

    public int candidateCount() {
        return nodes.length;
    }

    /** Where a candidate lies. */
    public double coordinateM(int candidate, int axis) {
        return mesh.coordinateM(nodes[candidate], axis);
    }

    /** Share of a candidate of the border, m² (3D) or m (2D). */
    public double area(int candidate) {
        return areas[candidate];
    }

    /** As {@link #press(double[], double, double)} without a limit of pressure. */
    public Pressed press(double[] gapM, double forceN) {
        return press(gapM, forceN, Double.POSITIVE_INFINITY);
    }

    /**
     * Presses with a force.
     *
     * @param gapM per candidate node the distance to the rigid body when it first touches, ≥ 0
     * @param forceN N (3D) or N/m (2D), &gt; 0
     * @param limitPa largest pressure; infinite for an elastic body
     * @throws InvalidInputException when all candidates at their limit do not carry the force
     */
    public Pressed press(double[] gapM, double forceN, double limitPa) {
        Require.positive("contact force", forceN, "N");
        Require.positiveOrInfinite("limit of the contact pressure", limitPa, "Pa");
        double capacityN = limitPa * Arrays.stream(areas).sum();
        if (capacityN <= forceN) {
            throw new InvalidInputException("the nodes that may touch carry at most " + capacityN
                    + " N at a pressure of " + limitPa + " Pa, asked for " + forceN + " N");
        }
        return new Search(gapM, forceN, limitPa).run();
    }

    /** One search for the states of all nodes. */
    private final class Search {
        private final int n = nodes.length;
        private final double[] gapM;
        private final double forceN;
        private final double[] limitsN;
        private final State[] states = new State[n];
        private double[] forces = new double[n];
        private double approachM;

        Search(double[] gapM, double forceN, double limitPa) {
            this.gapM = gapM;
            this.forceN = forceN;
            this.limitsN = Arrays.stream(areas).map(area -> limitPa * area).toArray();
        }

        Pressed run() {
            Arrays.fill(states, State.TOUCHING);
            for (int step = 1; step <= JOINT_STEPS && isAnyTouching(); step++) {
                forces = balanced();
                if (!correctAll()) {
                    return pressed(step);
                }
            }
            // The same pressure everywhere is allowed, whatever the limit.
            double area = Arrays.stream(areas).sum();
            Arrays.setAll(forces, i -> forceN * areas[i] / area);
            Arrays.fill(states, State.TOUCHING);
            for (int step = JOINT_STEPS + 1; step <= JOINT_STEPS + STEPS_PER_NODE * n; step++) {
                if (moveTo(balanced()) && !releaseWorst()) {
                    return pressed(step);
                }
            }
            throw new NumericalFailureException(
                    Reason.ITERATION_LIMIT,
                    "contact of " + n + " nodes unsettled after " + (JOINT_STEPS + STEPS_PER_NODE * n) + " steps");
        }

        private Pressed pressed(int steps) {
            boolean[] yielding = new boolean[n];
            for (int i = 0; i < n; i++) {
                yielding[i] = states[i] == State.YIELDING;
            }
            return new Pressed(forces, areas, yielding, approachM, steps);
        }

        private boolean isAnyTouching() {
            return Arrays.stream(states).anyMatch(state -> state == State.TOUCHING);
        }

        /** Forces that keep touching nodes on the rigid body, F λ = approach − gap and Σ λ = force, allowed or not. */
        private double[] balanced() {
            int[] touching = IntStream.range(0, n)
                    .filter(i -> states[i] == State.TOUCHING)
                    .toArray();
            double[] found = new double[n];
            Arrays.setAll(found, i -> states[i] == State.YIELDING ? limitsN[i] : 0);
            double carried = Arrays.stream(found).sum();
            int m = touching.length;
            DMatrixRMaj block = new DMatrixRMaj(m, m);
            double[] ofApproach = new double[m];
            double[] ofGap = new double[m];
            for (int a = 0; a < m; a++) {
                ofApproach[a] = 1;
                ofGap[a] = gapM[touching[a]] + sink(found, touching[a]);
                for (int b = 0; b < m; b++) {
                    block.data[a * m + b] = compliance.get(touching[a], touching[b]);
                }
            }
            DenseCholesky factor = DenseCholesky.of(block);
            factor.solveInPlace(ofApproach);
            factor.solveInPlace(ofGap);
            approachM = (forceN - carried + Arrays.stream(ofGap).sum())
                    / Arrays.stream(ofApproach).sum();
            for (int a = 0; a < m; a++) {
                found[touching[a]] = approachM * ofApproach[a] - ofGap[a];
            }
            return found;
        }

        /** Gives every node the state it asks for; whether any changed. */
        private boolean correctAll() {
            boolean changed = false;
            for (int i = 0; i < n; i++) {
                State right = switch (states[i]) {
                    case APART -> depth(i) > 0 ? State.TOUCHING : State.APART;
                    case YIELDING -> depth(i) < 0 ? State.TOUCHING : State.YIELDING;
                    case TOUCHING -> beyond(forces[i], i);
                };
                changed |= right != states[i];
                states[i] = right;
            }
            return changed;
        }

        private State beyond(double force, int i) {
            return force <= 0 ? State.APART : force > limitsN[i] ? State.YIELDING : State.TOUCHING;
        }

        /** Goes towards these forces as far as is allowed; whether that was all the way. Else the node in the way stops. */
        private boolean moveTo(double[] wanted) {
            double share = 1;
            int inTheWay = -1;
            for (int i = 0; i < n; i++) {
                if (states[i] == State.TOUCHING && beyond(wanted[i], i) != State.TOUCHING) {
                    double bound = wanted[i] <= 0 ? 0 : limitsN[i];
                    double reach = (bound - forces[i]) / (wanted[i] - forces[i]);
                    if (inTheWay < 0 || reach < share) {
                        share = reach;
                        inTheWay = i;
                    }
                }
            }
            for (int i = 0; i < n; i++) {
                forces[i] += share * (wanted[i] - forces[i]);
            }
            if (inTheWay < 0) {
                return true;
            }
            states[inTheWay] = beyond(wanted[inTheWay], inTheWay);
            forces[inTheWay] = states[inTheWay] == State.APART ? 0 : limitsN[inTheWay];
            return false;
        }

        /** Lets the node touch that is deepest on the wrong side; whether there is one. */
        private boolean releaseWorst() {
            int worst = -1;
            double most = 0;
            for (int i = 0; i < n; i++) {
                double wrong = states[i] == State.APART ? depth(i) : states[i] == State.YIELDING ? -depth(i) : 0;
                // Rounding of a node that just lies on the rigid body is no reason.
                if (wrong > most && wrong > 1e-12 * Math.abs(approachM)) {
                    most = wrong;
                    worst = i;
                }
            }
            if (worst >= 0) {
                states[worst] = State.TOUCHING;
            }
            return worst >= 0;
        }

        /** How far the rigid body reaches into the surface at a node; negative where it does not. */
        private double depth(int i) {
            return approachM - gapM[i] - sink(forces, i);
        }

        /** (F λ)_i. */
        private double sink(double[] ofForces, int i) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += compliance.data[i * n + k] * ofForces[k];
            }
            return sum;
        }
    }

    private static double[] areas(ElasticBody body, int tag, int[] nodes) {
        int d = body.mesh().dimension();
        BorderFacets facets = body.mesh().borders();
        FacetSides sides = new FacetSides(body.mesh());
        double[] ofNode = new double[body.mesh().nodeCount()];
        for (int f = 0; f < facets.count(); f++) {
            if (facets.tag(f) == tag) {
                double share = sides.borderNormal(f, new double[d]) / d;
                for (int c = 0; c < d; c++) {
                    ofNode[facets.node(f, c)] += share;
                }
            }
        }
        return Arrays.stream(nodes).mapToDouble(node -> ofNode[node]).toArray();
    }

    private static DMatrixRMaj inverse(DMatrixRMaj stiffness) {
        int n = stiffness.numRows;
        DenseCholesky factor = DenseCholesky.of(stiffness);
        DMatrixRMaj inverse = new DMatrixRMaj(n, n);
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            factor.solveInPlace(unit);
            System.arraycopy(unit, 0, inverse.data, j * n, n);
        }
        return inverse;
    }
}
