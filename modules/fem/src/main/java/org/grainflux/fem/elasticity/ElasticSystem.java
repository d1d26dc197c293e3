package org.grainflux.fem.elasticity;

import java.util.function.Function;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.assembly.DirichletElimination;
import org.grainflux.fem.solve.CholeskySolver;
import org.grainflux.fem.solve.LinearSolver;

/** A body with its supports, made ready once for many loads. */
public final class ElasticSystem {
    /**
     * Largest ‖b − A u‖/‖b‖. Cholesky leaves about 1e-12 with springs 10⁴ times as stiff as the elements beside them.
     */
    private static final double TOLERANCE = 1e-9;

    private final CsrMatrix natural;
    private final double[] prescribedM;
    private final LinearSystem supported;
    private final LinearSolver solver;

    private ElasticSystem(CsrMatrix natural, double[] prescribedM, Function<CsrMatrix, LinearSolver> method) {
        this.natural = natural;
        this.prescribedM = prescribedM;
        this.supported = DirichletElimination.of(natural, new double[natural.rows()], prescribedM);
        this.solver = method.apply(supported.matrix());
    }

    /**
     * By sparse Cholesky factorisation.
     *
     * @throws org.grainflux.core.NumericalFailureException with NOT_POSITIVE_DEFINITE when a part can move freely
     */
    public static ElasticSystem of(ElasticBody body, PrescribedDisplacements supports) {
        return of(body, supports, CholeskySolver::of);
    }

    /** By any method. @param method makes the solver of the matrix with prescribed unknowns eliminated */
    public static ElasticSystem of(
            ElasticBody body, PrescribedDisplacements supports, Function<CsrMatrix, LinearSolver> method) {
        return new ElasticSystem(ElasticityAssembler.stiffness(body), supports.valuesM(), method);
    }

    /** @param loads of the same body */
    public ElasticField solve(ElasticLoads loads) {
        double[] right = loads.vector();
        for (int i = 0; i < right.length; i++) {
            right[i] = supported.load()[i] + (Double.isNaN(prescribedM[i]) ? right[i] : 0);
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
