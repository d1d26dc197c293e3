package org.grainflux.fem.fixedpoint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Anderson's relaxation: the combination of the last m steps whose residual would be smallest if the map were linear,
 * x' = x + β f − (ΔX + β ΔF) γ with γ = argmin ‖f − ΔF γ‖₂. On a linear map of n slow directions it ends after n + 1 steps.
 */
public final class AndersonRelaxation implements Relaxation {
    /** Steps whose residuals differ by less than this of the largest, relative, add rounding and no direction. */
    private static final double DEPENDENT = 1e-12;

    private record Step(double[] ofIterate, double[] ofResidual) {}

    private final int depth;
    private final double damping;
    private final Deque<Step> steps = new ArrayDeque<>();
    private double[] lastIterate;
    private double[] lastResidual;

    /**
     * @param depth m ≥ 0
     * @param damping β in (0, 1]
     */
    public AndersonRelaxation(int depth, double damping) {
        if (!(depth >= 0 && damping > 0 && damping <= 1)) {
            throw new IllegalArgumentException(
                    "Anderson relaxation needs depth >= 0 and 0 < damping <= 1, got " + depth + " and " + damping);
        }
        this.depth = depth;
        this.damping = damping;
    }

    @Override
    public double[] next(double[] x, double[] residual) {
        if (lastIterate != null && depth > 0) {
            steps.addLast(new Step(difference(x, lastIterate), difference(residual, lastResidual)));
            if (steps.size() > depth) {
                steps.removeFirst();
            }
        }
        lastIterate = x.clone();
        lastResidual = residual.clone();
        double[] next = x.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += damping * residual[i];
        }
        double[] weights = weights(residual);
        Iterator<Step> kept = steps.iterator();
        for (double weight : weights) {
            Step step = kept.next();
            for (int i = 0; i < next.length; i++) {
                next[i] -= weight * (step.ofIterate[i] + damping * step.ofResidual[i]);
            }
        }
        return next;
    }

    /** γ; the oldest steps are dropped while their residuals depend on the others. */
    private double[] weights(double[] residual) {
        LinearSolverDense<DMatrixRMaj> solver =
                LinearSolverFactory_DDRM.leastSquares(residual.length, Math.max(1, depth));
        while (!steps.isEmpty()) {
            int m = Math.min(steps.size(), residual.length);
            while (steps.size() > m) {
                steps.removeFirst();
            }
            DMatrixRMaj columns = new DMatrixRMaj(residual.length, m);
            int c = 0;
            for (Step step : steps) {
                for (int i = 0; i < residual.length; i++) {
                    columns.set(i, c, step.ofResidual[i]);
                }
                c++;
            }
            if (solver.setA(columns) && solver.quality() > DEPENDENT) {
                DMatrixRMaj weights = new DMatrixRMaj(m, 1);
                solver.solve(DMatrixRMaj.wrap(residual.length, 1, residual.clone()), weights);
                return weights.data;
            }
            steps.removeFirst();
        }
        return new double[0];
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }
}
