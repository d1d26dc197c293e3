package org.grainflux.physics.transport;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.fem.solve.DenseCholesky;

/**
 * A layer as its surface at the electrolyte sees it: L (points × points), the current into the electrolyte at potential ψ
 * of the points being L (φ_Li − ψ). With R_2 = 0 the copies of a point share the potential ψ and the unknowns are points;
 * with R_2 &gt; 0 each copy i couples to its point by g_i and ψ is eliminated: with Z = (L + G)⁻¹, the matrix D − C Z Cᵀ acts
 * on the copies.
 */
final class LayerSurface {
    private final ElectrodeTrace trace;
    private final double[][] layer;
    private final double[] load;
    private final double[] copyConductances;
    private final DenseCholesky pointBlock;
    /** Z, by columns; null when the copies are tied. */
    private final double[][] inverse;

    /**
     * @param layer L, symmetric; not copied
     * @param electrolyteSideOhmM2 R_2 ≥ 0
     */
    LayerSurface(ElectrodeTrace trace, double[][] layer, double electrolyteSideOhmM2) {
        this.trace = trace;
        this.layer = layer;
        this.load = new double[layer.length];
        for (int p = 0; p < layer.length; p++) {
            // A constant potential drives no current, so the load by 1 V at lithium is the row sum.
            load[p] = Arrays.stream(layer[p]).sum();
        }
        if (electrolyteSideOhmM2 > 0) {
            copyConductances =
                    DirectContactTerm.nodeConductances(trace, ResistanceProfile.uniform(electrolyteSideOhmM2));
            pointBlock = pointBlock();
            inverse = inverse();
        } else {
            copyConductances = null;
            pointBlock = null;
            inverse = null;
        }
    }

    private DenseCholesky pointBlock() {
        int m = layer.length;
        double[][] sum = new double[m][];
        for (int p = 0; p < m; p++) {
            sum[p] = layer[p].clone();
        }
        for (int i = 0; i < copyConductances.length; i++) {
            sum[trace.pointOfNode(i)][trace.pointOfNode(i)] += copyConductances[i];
        }
        return DenseCholesky.inPlace(sum);
    }

    private double[][] inverse() {
        int m = layer.length;
        // Z = L⁻ᵀ L⁻¹ from the columns of L⁻¹, which are zero above the diagonal: a third of the work of m solves.
        double[][] half = new double[m][m];
        for (int p = 0; p < m; p++) {
            half[p][p] = 1;
            pointBlock.forwardInPlace(half[p], p);
        }
        double[][] result = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                result[i][j] = dot(half[i], half[j], i, m);
                result[j][i] = result[i][j];
            }
        }
        return result;
    }

    /** Whether R_2 = 0. */
    boolean tied() {
        return inverse == null;
    }

    int unknownCount() {
        return tied() ? trace.pointCount() : trace.nodeCount();
    }

    int[] unknownOfNode() {
        int[] unknown = new int[trace.nodeCount()];
        Arrays.setAll(unknown, i -> tied() ? trace.pointOfNode(i) : i);
        return unknown;
    }

    /** See {@link ContactTerm#addTo}. */
    void addTo(double[][] columns, double[] into, int offset, double lithiumPotentialV) {
        if (tied()) {
            for (int j = 0; j < layer.length; j++) {
                for (int i = j; i < layer.length; i++) {
                    columns[offset + j][offset + i] += layer[j][i];
                }
                into[offset + j] += load[j] * lithiumPotentialV;
            }
            return;
        }
        for (int j = 0; j < copyConductances.length; j++) {
            double[] z = inverse[trace.pointOfNode(j)];
            double g = copyConductances[j];
            for (int i = j; i < copyConductances.length; i++) {
                columns[offset + j][offset + i] -= g * z[trace.pointOfNode(i)] * copyConductances[i];
            }
            columns[offset + j][offset + j] += g;
            into[offset + j] += g * dot(z, load) * lithiumPotentialV;
        }
    }

    /** ψ of the points, from the potentials of the electrolyte's copies. */
    double[] pointPotentials(double[] surfacePotentialsV, double lithiumPotentialV) {
        double[] points = new double[layer.length];
        if (tied()) {
            for (int i = 0; i < surfacePotentialsV.length; i++) {
                points[trace.pointOfNode(i)] = surfacePotentialsV[i];
            }
            return points;
        }
        double[] currents = new double[layer.length];
        for (int p = 0; p < currents.length; p++) {
            currents[p] = load[p] * lithiumPotentialV;
        }
        for (int i = 0; i < surfacePotentialsV.length; i++) {
            currents[trace.pointOfNode(i)] += copyConductances[i] * surfacePotentialsV[i];
        }
        for (int p = 0; p < points.length; p++) {
            points[p] = dot(inverse[p], currents);
        }
        return points;
    }

    /**
     * Load of the unknowns by currents into copies and points.
     *
     * @param copyCurrents one per electrode node
     * @param pointCurrents one per point
     */
    double[] condensed(double[] copyCurrents, double[] pointCurrents) {
        if (tied()) {
            double[] loads = pointCurrents.clone();
            for (int i = 0; i < copyCurrents.length; i++) {
                loads[trace.pointOfNode(i)] += copyCurrents[i];
            }
            return loads;
        }
        double[] points = times(inverse, pointCurrents);
        double[] loads = copyCurrents.clone();
        for (int i = 0; i < loads.length; i++) {
            loads[i] += copyConductances[i] * points[trace.pointOfNode(i)];
        }
        return loads;
    }

    /** ψ of the points at given potentials of the copies and currents into the points, all against lithium. */
    double[] points(double[] copies, double[] pointCurrents) {
        if (tied()) {
            return pointPotentials(copies, 0);
        }
        double[] currents = pointCurrents.clone();
        for (int i = 0; i < copies.length; i++) {
            currents[trace.pointOfNode(i)] += copyConductances[i] * copies[i];
        }
        return times(inverse, currents);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        Arrays.setAll(product, p -> dot(matrix[p], vector));
        return product;
    }

    /**
     * The points' part of a random vector of copies and points whose covariance is the inverse of the block matrix of
     * both.
     *
     * @param copies its part at the copies, whose covariance is the inverse of the condensed matrix
     */
    double[] sample(double[] copies, RandomGenerator random) {
        double[] points = new double[layer.length];
        if (tied()) {
            for (int i = 0; i < copies.length; i++) {
                points[trace.pointOfNode(i)] = copies[i];
            }
            return points;
        }
        Arrays.setAll(points, p -> random.nextBoolean() ? 1 : -1);
        pointBlock.backwardInPlace(points);
        double[] currents = new double[points.length];
        for (int i = 0; i < copies.length; i++) {
            currents[trace.pointOfNode(i)] += copyConductances[i] * copies[i];
        }
        for (int p = 0; p < points.length; p++) {
            points[p] += dot(inverse[p], currents);
        }
        return points;
    }

    private static double dot(double[] a, double[] b) {
        return dot(a, b, 0, a.length);
    }

    /** Four partial sums in a fixed order: faster than one and as repeatable. */
    static double dot(double[] a, double[] b, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = from;
        for (; k + 4 <= to; k += 4) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
            s3 += a[k + 3] * b[k + 3];
        }
        for (; k < to; k++) {
            s0 += a[k] * b[k];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
