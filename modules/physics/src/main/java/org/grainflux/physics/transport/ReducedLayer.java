package org.grainflux.physics.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The operator of a layer projected on trial functions of its surface, for any thickness, conductivity and resistance at
 * lithium: σ (H + Σ_b excess(k_b) T_b) plus the mean, with H and T_b of the {@link ModeNodes} computed once per pair of
 * functions. The same between the functions and the vectors of a residual's sketch.
 */
final class ReducedLayer {
    private final SurfaceOperator operator;
    private final ModeNodes nodes;
    private final int currentModes;
    /** [mode − 1][node]: weights times the wavenumber. */
    private final double[][] weights;

    private final List<double[]> functions = new ArrayList<>();
    private final List<double[]> amplitudes = new ArrayList<>();
    private final List<double[]> halfSpaceProducts = new ArrayList<>();
    private final List<Double> means = new ArrayList<>();
    /** Row i, j ≤ i: H of the pair. */
    private final List<double[]> halfSpace = new ArrayList<>();
    /** Row i, then node, then j ≤ i: T_b of the pair. */
    private final List<double[]> tables = new ArrayList<>();

    private double[][] sketch = new double[0][];
    private double[][] sketchAmplitudes = new double[0][];
    private double[] sketchMeans = new double[0];
    private final List<double[]> sketchHalfSpace = new ArrayList<>();
    private final List<double[]> sketchTables = new ArrayList<>();

    /**
     * @param nodes for the modes that feel lithium
     * @param currentModes that currents inside the layer may be asked for, at least as many
     */
    ReducedLayer(SurfaceOperator operator, ModeNodes nodes, int currentModes) {
        this.operator = operator;
        this.nodes = nodes;
        this.currentModes = Math.max(currentModes, nodes.modes());
        this.weights = new double[nodes.modes()][];
        for (int n = 1; n <= weights.length; n++) {
            double k = operator.modes().wavenumberPerM(n);
            weights[n - 1] = Arrays.stream(nodes.weights(n)).map(w -> k * w).toArray();
        }
    }

    /** A design's layer at the nodes, made once per query. */
    record Symbol(LayerSymbol layer, double[] excess) {}

    Symbol at(LayerSymbol layer) {
        double[] excess = new double[nodes.count()];
        double first = operator.modes().wavenumberPerM(1);
        for (int b = 0; b < excess.length; b++) {
            excess[b] = layer.excess(first * nodes.mode(b));
        }
        return new Symbol(layer, excess);
    }

    /** Smallest ratio of the layer's admittance to another's over all modes; the half-space included. */
    double smallestRatio(Symbol symbol, Symbol other) {
        double conductivity = symbol.layer.conductivitySPerM() / other.layer.conductivitySPerM();
        double smallest = Math.min(conductivity, symbol.layer.meanAdmittance() / other.layer.meanAdmittance());
        for (int b = 0; b < symbol.excess.length; b++) {
            smallest = Math.min(smallest, conductivity * (1 + symbol.excess[b]) / (1 + other.excess[b]));
        }
        return smallest;
    }

    int size() {
        return functions.size();
    }

    double[] function(int i) {
        return functions.get(i);
    }

    /** @param vectors of the sketch, one value per point each; before the first function */
    void sketch(double[][] vectors) {
        sketch = vectors;
        sketchAmplitudes = operator.modes().amplitudes(List.of(vectors), 1, nodes.modes());
        sketchMeans = new double[vectors.length];
        Arrays.setAll(sketchMeans, p -> operator.modes().mean(vectors[p]));
    }

    /** @param potentials of the points against lithium */
    void add(double[] potentials) {
        double[] own = operator.modes().amplitudes(potentials, nodes.modes());
        double[] product = new double[potentials.length];
        for (int p = 0; p < product.length; p++) {
            product[p] = LayerSurface.dot(operator.halfSpace()[p], potentials, 0, potentials.length);
        }
        functions.add(potentials);
        amplitudes.add(own);
        halfSpaceProducts.add(product);
        means.add(operator.modes().mean(potentials));
        halfSpace.add(halfSpaceRow(potentials, functions));
        tables.add(table(own, amplitudes));
        sketchHalfSpace.add(sketchRow(product));
        sketchTables.add(table(own, Arrays.asList(sketchAmplitudes)));
    }

    /** Makes the functions ready for currents inside the layer, all at once, when no more are to come. */
    void complete() {
        double[][] more = operator.modes().amplitudes(functions, nodes.modes() + 1, currentModes);
        for (int i = 0; i < more.length; i++) {
            double[] all = Arrays.copyOf(amplitudes.get(i), 2 * currentModes);
            System.arraycopy(more[i], 0, all, 2 * nodes.modes(), more[i].length);
            amplitudes.set(i, all);
        }
    }

    private double[] halfSpaceRow(double[] potentials, List<double[]> others) {
        double[] row = new double[others.size()];
        Arrays.setAll(row, j -> LayerSurface.dot(halfSpaceProducts.get(j), potentials, 0, potentials.length));
        return row;
    }

    private double[] sketchRow(double[] product) {
        double[] row = new double[sketch.length];
        Arrays.setAll(row, p -> LayerSurface.dot(sketch[p], product, 0, product.length));
        return row;
    }

    /** T_b between one function and others: nodes × others. */
    private double[] table(double[] own, List<double[]> others) {
        int count = others.size();
        double[] table = new double[nodes.count() * count];
        for (int j = 0; j < count; j++) {
            double[] other = others.get(j);
            double[] sums = new double[nodes.count()];
            for (int n = 0; n < weights.length; n++) {
                double product = own[2 * n] * other[2 * n] + own[2 * n + 1] * other[2 * n + 1];
                double[] w = weights[n];
                for (int b = 0; b < sums.length; b++) {
                    sums[b] += product * w[b];
                }
            }
            for (int b = 0; b < sums.length; b++) {
                table[b * count + j] = sums[b];
            }
        }
        return table;
    }

    /** {@code half[j] + Σ_b excess[b] table[b][j]}. */
    private static void combine(double[] half, double[] table, double[] excess, double[] into) {
        int count = half.length;
        System.arraycopy(half, 0, into, 0, count);
        for (int b = 0; b < excess.length; b++) {
            double e = excess[b];
            int from = b * count;
            for (int j = 0; j < count; j++) {
                into[j] += e * table[from + j];
            }
        }
    }

    /** Adds the projected operator to the lower triangle {@code columns[j][i]}, i ≥ j, from row {@code offset} on. */
    void addTo(double[][] columns, int offset, Symbol symbol) {
        double sigma = symbol.layer.conductivitySPerM();
        double mean = symbol.layer.meanAdmittance() * operator.modes().widthM();
        double[] row = new double[functions.size()];
        for (int i = 0; i < functions.size(); i++) {
            combine(halfSpace.get(i), tables.get(i), symbol.excess, row);
            for (int j = 0; j <= i; j++) {
                columns[offset + j][offset + i] += sigma * row[j] + mean * means.get(i) * means.get(j);
            }
        }
    }

    /** Subtracts the operator's part from the sketched residual. */
    void subtractFrom(double[] residual, double[] solution, int offset, Symbol symbol) {
        double sigma = symbol.layer.conductivitySPerM();
        double mean = symbol.layer.meanAdmittance() * operator.modes().widthM() * mean(solution, offset);
        double[] row = new double[residual.length];
        for (int i = 0; i < functions.size(); i++) {
            double factor = sigma * solution[offset + i];
            combine(sketchHalfSpace.get(i), sketchTables.get(i), symbol.excess, row);
            for (int p = 0; p < residual.length; p++) {
                residual[p] -= factor * row[p];
            }
        }
        for (int p = 0; p < residual.length; p++) {
            residual[p] -= mean * sketchMeans[p];
        }
    }

    /** Currents of the points into the layer, Lψ, of a solution. */
    double[] currents(double[] solution, int offset, Symbol symbol) {
        TraceModes modes = operator.modes();
        double sigma = symbol.layer.conductivitySPerM();
        double mean = symbol.layer.meanAdmittance() * mean(solution, offset);
        int count = Math.min(nodes.modes(), SurfaceOperator.modesOf(modes.widthM(), symbol.layer.thicknessM()));
        double[] passed = amplitudes(solution, offset, count);
        for (int n = 0; n < passed.length; n++) {
            double k = modes.wavenumberPerM(n / 2 + 1);
            passed[n] *= sigma * k * symbol.layer.excess(k);
        }
        double[] currents = modes.loads(passed);
        for (int p = 0; p < currents.length; p++) {
            currents[p] += mean * modes.dualM(p);
        }
        for (int i = 0; i < functions.size(); i++) {
            double weight = sigma * solution[offset + i];
            double[] product = halfSpaceProducts.get(i);
            for (int p = 0; p < currents.length; p++) {
                currents[p] += weight * product[p];
            }
        }
        return currents;
    }

    double mean(double[] solution, int offset) {
        double sum = 0;
        for (int i = 0; i < functions.size(); i++) {
            sum += solution[offset + i] * means.get(i);
        }
        return sum;
    }

    /** Amplitudes of a solution's surface potential up to a number of modes. */
    double[] amplitudes(double[] solution, int offset, int modes) {
        double[] sum = new double[2 * modes];
        for (int i = 0; i < functions.size(); i++) {
            double[] own = amplitudes.get(i);
            double factor = solution[offset + i];
            for (int n = 0; n < sum.length; n++) {
                sum[n] += factor * own[n];
            }
        }
        return sum;
    }
}
