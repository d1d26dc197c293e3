package org.grainflux.fem.elasticity;

import java.util.Arrays;
import java.util.function.Function;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.assembly.DirichletElimination;
import org.grainflux.fem.solve.CholeskySolver;
import org.grainflux.fem.solve.EliminationPlan;
import org.grainflux.fem.solve.LinearSolver;

/** A body with its supports, made ready once for many loads. */
public final class ElasticSystem {
    /**
     * Largest ‖b − A u‖/‖b‖. Rounding u alone leaves 1e-10 to 1e-9 in a polycrystal whose springs are 10³ times as stiff as
     * the elements beside them; the error of u is far smaller.
     */
    private static final double TOLERANCE = 1e-8;

    private final CsrMatrix natural;
    private final double[] prescribedM;
    private final LinearSolver solver;

    private ElasticSystem(CsrMatrix natural, double[] prescribedM, LinearSolver solver) {
        this.natural = natural;
        this.prescribedM = prescribedM;
        this.solver = solver;
    }

    /**
     * By sparse Cholesky factorisation.
     *
     * @throws org.grainflux.core.NumericalFailureException with NOT_POSITIVE_DEFINITE when a part can move freely
     */
    public static ElasticSystem of(ElasticBody body, PrescribedDisplacements supports) {
        ElasticityAssembler assembler = new ElasticityAssembler(body.mesh());
        int d = body.mesh().dimension();
        return of(
                assembler,
                body,
                supports,
                matrix -> CholeskySolver.of(
                        matrix, EliminationPlan.ofNodes(matrix.pattern(), assembler.nodePattern(), d)));
    }

    /** By any method. @param method makes the solver of the matrix with prescribed unknowns eliminated */
    public static ElasticSystem of(
            ElasticBody body, PrescribedDisplacements supports, Function<CsrMatrix, LinearSolver> method) {
        return of(new ElasticityAssembler(body.mesh()), body, supports, method);
    }

    private static ElasticSystem of(
            ElasticityAssembler assembler,
            ElasticBody body,
            PrescribedDisplacements supports,
            Function<CsrMatrix, LinearSolver> method) {
        CsrMatrix natural = assembler.matrix(body);
        double[] prescribedM = supports.valuesM();
        CsrMatrix supported = DirichletElimination.of(natural, new double[natural.rows()], prescribedM)
                .matrix();
        return new ElasticSystem(natural, prescribedM, method.apply(supported));
    }

    /** @param loads of the same body */
    public ElasticField solve(ElasticLoads loads) {
        return solve(loads, prescribedM);
    }

    /** As above with other values of the same prescribed components. */
    public ElasticField solve(ElasticLoads loads, PrescribedDisplacements values) {
        return solve(loads, values.valuesM());
    }

    private ElasticField solve(ElasticLoads loads, double[] valuesM) {
        double[] given = new double[valuesM.length];
        Arrays.setAll(given, i -> Double.isNaN(valuesM[i]) ? 0 : valuesM[i]);
        double[] ofGiven = natural.multiply(given);
        double[] right = loads.vector();
        for (int i = 0; i < right.length; i++) {
            if (Double.isNaN(valuesM[i]) != Double.isNaN(prescribedM[i])) {
                throw new IllegalArgumentException("unknown " + i + " is prescribed in one of both supports only");
            }
            right[i] = Double.isNaN(valuesM[i]) ? right[i] - ofGiven[i] : natural.at(i, i) * valuesM[i];
        }
        double[] displacementM = new double[right.length];
        solver.solve(right, displacementM, TOLERANCE);
        return new ElasticField(loads, displacementM);
    }

    /** A u − f: the forces with which supports hold the body, N (3D) or N/m (2D), and about zero at free unknowns. */
    public double[] reactions(ElasticLoads loads, ElasticField field) {
        double[] reactions = natural.multiply(field.displacementsM());
        double[] load = loads.vector();
        for (int i = 0; i < load.length; i++) {
            reactions[i] -= load[i];
        }
        return reactions;
    }

    /** The stiffness with natural borders. */
    public CsrMatrix stiffness() {
        return natural;
    }
}
