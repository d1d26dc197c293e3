package org.grainflux.physics.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.grainflux.core.InvalidInputException;

/**
 * One electrode of a {@link ReducedInterfaceFamily}: trial functions (potentials of the electrode's nodes and of its
 * layer) and the power each pair of them takes up in every term of the contact at unit coefficient. Function 0 carries
 * the potential of lithium, the others vanish there.
 */
final class ReducedElectrode {
    /** A trial function shorter than this, relative to the snapshot it came from, repeats earlier ones. */
    private static final double DEPENDENT = 1e-8;

    private final ElectrodeTrace trace;
    private final ElectrodeContact reference;
    private final LayerOperator operator;
    private final double upward;
    private final List<double[]> surface = new ArrayList<>();
    private final List<double[]> layers = new ArrayList<>();
    private double[][][] powers;
    private double[][][] rowCurrents;

    /**
     * @param reference contact of a snapshot; designs may differ from it in the coefficients only
     * @param operator the layer, null for direct contact
     */
    ReducedElectrode(ElectrodeTrace trace, int electrode, ElectrodeContact reference, LayerOperator operator) {
        this.trace = trace;
        this.reference = reference;
        this.operator = operator;
        this.upward = electrode == 0 ? 1 : -1;
    }

    /** Adds what a snapshot offers beyond the functions at hand. */
    void add(double[] surfacePotentialsV, double[] layerPotentialsV) {
        double[] u = surfacePotentialsV.clone();
        double[] v = layerPotentialsV.clone();
        if (!surface.isEmpty()) {
            subtract(u, surface.get(0), 1);
            subtract(v, layers.get(0), 1);
            double before = Math.sqrt(dot(u, u) + dot(v, v));
            // Twice is enough: Gram–Schmidt loses orthogonality once when functions are nearly dependent.
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 1; k < surface.size(); k++) {
                    double share = dot(u, surface.get(k)) + dot(v, layers.get(k));
                    subtract(u, surface.get(k), share);
                    subtract(v, layers.get(k), share);
                }
            }
            double length = Math.sqrt(dot(u, u) + dot(v, v));
            if (!(length > DEPENDENT * before) || before == 0) {
                return;
            }
            subtract(u, u.clone(), 1 - 1 / length);
            subtract(v, v.clone(), 1 - 1 / length);
        }
        surface.add(u);
        layers.add(v);
    }

    int functionCount() {
        return surface.size();
    }

    double[] surfaceFunction(int k) {
        return surface.get(k);
    }

    /** Coefficients of the terms: 1/scale of R(x), or σ, 1/R_1, 1/R_2 of those that are not zero. */
    double[] coefficients(ElectrodeContact contact) {
        if (contact instanceof ElectrodeContact.DirectContact direct
                && reference instanceof ElectrodeContact.DirectContact own) {
            double ratio = direct.resistance().ratioTo(own.resistance());
            if (!Double.isNaN(ratio)) {
                return new double[] {1 / ratio};
            }
        } else if (contact instanceof ElectrodeContact.IonicLayer layer
                && reference instanceof ElectrodeContact.IonicLayer own
                && layer.thicknessM() == own.thicknessM()
                && layer.lithiumSideOhmM2() > 0 == own.lithiumSideOhmM2() > 0
                && layer.electrolyteSideOhmM2() > 0 == own.electrolyteSideOhmM2() > 0) {
            double first = own.lithiumSideOhmM2() > 0 ? 1 / layer.lithiumSideOhmM2() : 0;
            double second = own.electrolyteSideOhmM2() > 0 ? 1 / layer.electrolyteSideOhmM2() : 0;
            return new double[] {layer.conductivitySPerM(), first, second};
        }
        throw new InvalidInputException(
                "a reduced family covers designs that differ in conductivity and resistance only," + " got " + contact
                        + " in a family of " + reference);
    }

    /** Projects the terms and the row currents on the functions; to be called after the last {@link #add}. */
    void project(double lithiumPotentialV) {
        int n = functionCount();
        if (operator == null) {
            double[] conductances = DirectContactTerm.nodeConductances(
                    trace, ((ElectrodeContact.DirectContact) reference).resistance());
            double[][] drops = new double[n][];
            for (int k = 0; k < n; k++) {
                drops[k] = surface.get(k).clone();
                if (k == 0) {
                    shift(drops[k], -lithiumPotentialV);
                }
            }
            powers = new double[][][] {gram(drops, conductances)};
            return;
        }
        LayerMesh mesh = operator.mesh();
        int last = mesh.rowCount() - 1;
        double[][] atLithium = new double[n][];
        double[][] atElectrolyte = new double[n][trace.nodeCount()];
        double[][] bulk = new double[n][n];
        rowCurrents = new double[mesh.rowCount()][n][];
        for (int k = 0; k < n; k++) {
            double[] v = layers.get(k);
            atLithium[k] = Arrays.copyOfRange(v, mesh.rowStart(last), mesh.rowEnd(last));
            if (k == 0) {
                shift(atLithium[k], -lithiumPotentialV);
            }
            for (int i = 0; i < trace.nodeCount(); i++) {
                atElectrolyte[k][i] = surface.get(k)[i] - v[trace.pointOfNode(i)];
            }
            double[] currents = mesh.multiply(v);
            for (int j = 0; j <= k; j++) {
                bulk[k][j] = dot(currents, layers.get(j));
                bulk[j][k] = bulk[k][j];
            }
            for (int row = 1; row <= last; row++) {
                rowCurrents[row][k] = mesh.stripReactions(row - 1, row, v);
            }
        }
        powers = new double[][][] {
            bulk,
            gram(atLithium, mesh.dualLengths(last)),
            gram(atElectrolyte, DirectContactTerm.nodeConductances(trace, ResistanceProfile.uniform(1)))
        };
    }

    /** Σ θ_q P_q over the terms of this contact: functions × functions. */
    double[][] power(double[] coefficients) {
        int n = functionCount();
        double[][] sum = new double[n][n];
        for (int q = 0; q < coefficients.length; q++) {
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < n; j++) {
                    sum[k][j] += coefficients[q] * powers[q][k][j];
                }
            }
        }
        return sum;
    }

    /**
     * @param weights of the functions, the first one 1
     * @param upwardCurrentsA through the electrode nodes
     */
    CellSolution.Electrode electrode(
            ElectrodeContact contact, double[] weights, double[] upwardCurrentsA, double resistanceFraction) {
        double[] potentials = combine(surface.toArray(double[][]::new), weights, 1);
        if (operator == null) {
            TraceCurrent current = trace.current(upwardCurrentsA);
            return new CellSolution.Electrode(resistanceFraction, current, current, Optional.empty(), potentials);
        }
        double sigma = ((ElectrodeContact.IonicLayer) contact).conductivitySPerM();
        double[][] rows = new double[rowCurrents.length][];
        rows[0] = upwardCurrentsA;
        for (int row = 1; row < rows.length; row++) {
            rows[row] = combine(rowCurrents[row], weights, upward * sigma);
        }
        return operator.electrode(trace, rows, resistanceFraction, potentials);
    }

    static double[] combine(double[][] functions, double[] weights, double factor) {
        double[] sum = new double[functions[0].length];
        for (int k = 0; k < functions.length; k++) {
            subtract(sum, functions[k], -factor * weights[k]);
        }
        return sum;
    }

    private static double[][] gram(double[][] functions, double[] weights) {
        int n = functions.length;
        double[][] gram = new double[n][n];
        for (int k = 0; k < n; k++) {
            for (int j = 0; j <= k; j++) {
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * functions[k][i] * functions[j][i];
                }
                gram[k][j] = sum;
                gram[j][k] = sum;
            }
        }
        return gram;
    }

    private static void shift(double[] values, double by) {
        for (int i = 0; i < values.length; i++) {
            values[i] += by;
        }
    }

    private static void subtract(double[] from, double[] other, double factor) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * other[i];
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
