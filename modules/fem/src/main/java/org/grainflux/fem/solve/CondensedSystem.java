package org.grainflux.fem.solve;

import org.ejml.data.DMatrixRMaj;
import org.grainflux.fem.algebra.CsrMatrix;

/**
 * A factored system, condensed to its kept unknowns: S x_k = f_k − A_ki A_ii⁻¹ f_i. With kept unknowns held at given
 * values it solves the Dirichlet problem; without any it is an ordinary sparse solver. Immutable after construction.
 */
public final class CondensedSystem {
    private final EliminationPlan plan;
    private final DMatrixRMaj schur;
    private final CholeskyFactor factor;

    CondensedSystem(DMatrixRMaj schur, CholeskyFactor factor) {
        this.plan = factor.plan();
        this.schur = schur;
        this.factor = factor;
    }

    /** S, kept × kept, symmetric, in the order the kept unknowns were given; owned by this object, not to be changed. */
    public DMatrixRMaj schur() {
        return schur;
    }

    public EliminationPlan plan() {
        return plan;
    }

    /** Solution for given kept values and no load on the interior. @return one entry per unknown */
    public double[] extend(double[] keptValues) {
        return backward(keptValues, new double[plan.unknowns()]);
    }

    /**
     * Solution for given kept values and a load.
     *
     * @param load one entry per unknown; entries of kept unknowns are ignored
     */
    public double[] extend(double[] keptValues, double[] load) {
        return backward(keptValues, forward(load));
    }

    /** A⁻¹ b when nothing is kept. */
    public double[] solve(double[] load) {
        if (plan.keptCount() > 0) {
            throw new IllegalStateException(plan.keptCount() + " unknowns are kept: give their values to extend");
        }
        return extend(new double[0], load);
    }

    /** f_k − A_ki A_ii⁻¹ f_i: the load of the condensed system. @param load one entry per unknown */
    public double[] condensedLoad(double[] load) {
        double[] work = forward(load);
        double[] condensed = new double[plan.keptCount()];
        System.arraycopy(work, plan.interiorCount(), condensed, 0, condensed.length);
        return condensed;
    }

    /**
     * One step of iterative refinement of the interior values, kept values unchanged.
     *
     * @param matrix the matrix that was factored
     * @param solution one entry per unknown, overwritten
     */
    public void refine(CsrMatrix matrix, double[] load, double[] solution) {
        double[] residual = matrix.multiply(solution);
        for (int v = 0; v < residual.length; v++) {
            residual[v] = load[v] - residual[v];
        }
        double[] correction = extend(new double[plan.keptCount()], residual);
        for (int v = 0; v < residual.length; v++) {
            solution[v] += correction[v];
        }
    }

    /** By position: L⁻¹ f in the interior, the condensed load after it. */
    private double[] forward(double[] load) {
        double[] x = new double[plan.unknowns()];
        for (int p = 0; p < x.length; p++) {
            x[p] = load[plan.unknownAt(p)];
        }
        new TriangularSolve(factor).forward(x);
        return x;
    }

    /** L⁻ᵀ on the interior with the kept values given; result by unknown. */
    private double[] backward(double[] keptValues, double[] x) {
        if (keptValues.length != plan.keptCount()) {
            throw new IllegalArgumentException(
                    plan.keptCount() + " unknowns are kept, got " + keptValues.length + " values");
        }
        System.arraycopy(keptValues, 0, x, plan.interiorCount(), keptValues.length);
        new TriangularSolve(factor).backward(x);
        double[] byUnknown = new double[x.length];
        for (int p = 0; p < x.length; p++) {
            byUnknown[plan.unknownAt(p)] = x[p];
        }
        return byUnknown;
    }
}
