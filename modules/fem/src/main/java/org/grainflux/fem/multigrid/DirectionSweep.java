package org.grainflux.fem.multigrid;

import java.util.Arrays;

/**
 * The finest level of preconditioned conjugate gradients in two passes over half the matrix per iteration.
 *
 * <p>The backward sweep ends with z and δ = z − y, where y were the values before it, and A z = r + L δ (see {@link
 * SweepMatrix}). It also meets every product a_ij z_i above the diagonal, so zᵀ A z = zᵀ r + δᵀ Lᵀ z costs nothing, and with
 * it the step length is known before A z. The next forward sweep therefore does four things in one pass: A z, the
 * directions p and A p, the steps of solution and residual, and its own Gauss–Seidel step on the new residual.
 */
final class DirectionSweep {
    private final Hierarchy hierarchy;
    private final SweepMatrix matrix;
    private final Halves halves;
    /** r, z, and the vectors of the directions: p and A p. */
    private final double[] residual;

    private final double[] correction;
    private final double[] direction;
    private final double[] product;
    /** δ of the last backward sweep. */
    private final double[] change;
    /** Residual after the forward sweep. */
    private final double[] smoothed;

    /** Sums of each half and of the separator, added in this order. */
    private final double[][] sums = new double[3][2];

    private ThreadTeam team;
    private boolean swept;
    private double residualTimesCorrection;
    private double correctionEnergy;

    DirectionSweep(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
        Level level = hierarchy.finest();
        this.matrix = level.matrix;
        this.residual = level.load;
        this.correction = level.solution;
        this.change = level.work;
        this.halves = matrix.halves;
        int n = matrix.rows();
        this.direction = new double[n];
        this.product = new double[n];
        this.smoothed = new double[n];
    }

    long bytes() {
        return 24L * direction.length;
    }

    /** Unknown of each place of the vectors. */
    int[] order() {
        return halves.order;
    }

    /** r, to be filled before {@link #start}. */
    double[] residual() {
        return residual;
    }

    /** Forgets earlier directions. @param team for what follows */
    void start(ThreadTeam team) {
        this.team = team;
        swept = false;
    }

    /** z = M⁻¹ r. */
    void precondition() {
        if (hierarchy.levelCount() == 1) {
            hierarchy.solveCoarsest(team, hierarchy.finest());
            Arrays.fill(change, 0);
            exactSums();
            return;
        }
        if (!swept) {
            matrix.forward(team, residual, correction, smoothed);
        }
        hierarchy.correctFinest(team, smoothed, change);
        backward();
    }

    double residualTimesCorrection() {
        return residualTimesCorrection;
    }

    /** zᵀ A z. */
    double correctionEnergy() {
        return correctionEnergy;
    }

    /** A single level solves exactly: A z = r. */
    private void exactSums() {
        double sum = 0;
        for (int i = 0; i < residual.length; i++) {
            sum += residual[i] * correction[i];
        }
        residualTimesCorrection = sum;
        correctionEnergy = sum;
    }

    void backward() {
        backward(halves.separator(), matrix.rows(), 2);
        halves.both(team, this::backward);
        residualTimesCorrection = total(0);
        correctionEnergy = residualTimesCorrection - total(1);
    }

    private void backward(int first, int last, int range) {
        int[] starts = matrix.starts;
        int[] columns = matrix.columns;
        double[] values = matrix.values;
        double[] inverse = matrix.inverseDiagonal;
        double[] x = correction;
        double[] work = change;
        double rz = 0;
        double extra = 0;
        int end = starts[last];
        for (int i = last - 1; i >= first; i--) {
            int begin = starts[i];
            double upper = work[i];
            double sum = residual[i] + upper;
            for (int k = begin; k < end; k++) {
                sum -= values[k] * x[columns[k]];
            }
            double z = sum * inverse[i];
            double delta = z - x[i];
            x[i] = z;
            work[i] = delta;
            rz += residual[i] * z;
            extra += delta * upper;
            for (int k = begin; k < end; k++) {
                work[columns[k]] -= values[k] * z;
            }
            end = begin;
        }
        sums[range][0] = rz;
        sums[range][1] = extra;
    }

    private double total(int which) {
        return sums[0][which] + sums[1][which] + sums[2][which];
    }

    /**
     * p ← z + β p, x ← x + α p, r ← r − α A p, and the forward sweep on the new r.
     *
     * @param solution x, in the order of the unknowns' numbers
     * @return ‖r‖₂
     */
    double advance(double[] solution, double alpha, double beta) {
        // Before the first direction of a run the vectors hold an old one.
        double keep = swept ? beta : 0;
        halves.both(team, (begin, end, half) -> advance(solution, alpha, keep, begin, end, half));
        advance(solution, alpha, keep, halves.separator(), matrix.rows(), 2);
        swept = true;
        return Math.sqrt(total(0));
    }

    private void advance(double[] solution, double alpha, double beta, int first, int last, int range) {
        int[] order = halves.order;
        int[] starts = matrix.starts;
        int[] columns = matrix.columns;
        double[] values = matrix.values;
        double[] inverse = matrix.inverseDiagonal;
        double[] x = correction;
        double square = 0;
        int begin = starts[first];
        for (int i = first; i < last; i++) {
            int end = starts[i + 1];
            double az = residual[i];
            double sum = 0;
            for (int k = begin; k < end; k++) {
                int j = columns[k];
                az += values[k] * change[j];
                sum -= values[k] * x[j];
            }
            double ap = az + beta * product[i];
            double p = x[i] + beta * direction[i];
            double r = residual[i] - alpha * ap;
            product[i] = ap;
            direction[i] = p;
            residual[i] = r;
            solution[order[i]] += alpha * p;
            square += r * r;
            double xi = (r + sum) * inverse[i];
            x[i] = xi;
            smoothed[i] = 0;
            for (int k = begin; k < end; k++) {
                smoothed[columns[k]] -= values[k] * xi;
            }
            begin = end;
        }
        sums[range][0] = square;
    }
}
