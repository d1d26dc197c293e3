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
    private final FamilyNodes nodes;
    private final int currentModes;
    /** [mode − 1][chosen node]: weights times the wavenumber. */
    private final double[][] weights;

    private final List<double[]> functions = new ArrayList<>();
    private final List<double[]> amplitudes = new ArrayList<>();
    private final List<double[]> halfSpaceProducts = new ArrayList<>();
    private double[] means = new double[0];
    /** H and T_b of functions i and j ≤ i, row after row. */
    private final GrowingTables pairs;

    private double[][] sketch = new double[0][];
    private double[][] sketchAmplitudes = new double[0][];
    private double[] sketchMeans = new double[0];
    /** The same of a function and the vectors of the sketch. */
    private final GrowingTables sketched;

    /**
     * @param nodes for the modes that feel lithium
     * @param currentModes that currents inside the layer may be asked for, at least as many
     */
    ReducedLayer(SurfaceOperator operator, FamilyNodes nodes, int currentModes) {
        this.operator = operator;
        this.nodes = nodes;
        this.pairs = new GrowingTables(nodes.count());
        this.sketched = new GrowingTables(nodes.count());
        this.currentModes = Math.max(currentModes, nodes.modes());
        this.weights = new double[nodes.modes()][];
        for (int n = 1; n <= weights.length; n++) {
            double k = operator.modes().wavenumberPerM(n);
            weights[n - 1] = Arrays.stream(nodes.weights(n)).map(w -> k * w).toArray();
        }
    }

    /**
     * A design's layer, made once per query.
     *
     * @param excess at all nodes
     * @param chosenExcess at those that stand for all
     */
    record Symbol(LayerSymbol layer, double[] excess, double[] chosenExcess) {}

    Symbol at(LayerSymbol layer) {
        double[] excess = nodes.excesses(layer);
        return new Symbol(layer, excess, nodes.chosen(excess));
    }

    /** Error of the interpolated operator, relative to it. */
    double interpolationError(Symbol symbol) {
        return nodes.relativeError(symbol.excess);
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
        means = Arrays.copyOf(means, functions.size());
        means[means.length - 1] = operator.modes().mean(potentials);
        pairs.append(halfSpaceRow(potentials), table(own, amplitudes));
        sketched.append(sketchRow(product), table(own, Arrays.asList(sketchAmplitudes)));
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

    private double[] halfSpaceRow(double[] potentials) {
        double[] row = new double[functions.size()];
        Arrays.setAll(row, j -> LayerSurface.dot(halfSpaceProducts.get(j), potentials, 0, potentials.length));
        return row;
    }

    private double[] sketchRow(double[] product) {
        double[] row = new double[sketch.length];
        Arrays.setAll(row, p -> LayerSurface.dot(sketch[p], product, 0, product.length));
        return row;
    }

    /** T_b between one function and others: [chosen node][other]. */
    private double[][] table(double[] own, List<double[]> others) {
        double[][] table = new double[nodes.count()][others.size()];
        double[] sums = new double[nodes.count()];
        for (int j = 0; j < others.size(); j++) {
            double[] other = others.get(j);
            Arrays.fill(sums, 0);
            for (int n = 0; n < weights.length; n++) {
                double product = own[2 * n] * other[2 * n] + own[2 * n + 1] * other[2 * n + 1];
                double[] w = weights[n];
                for (int b = 0; b < sums.length; b++) {
                    sums[b] += product * w[b];
                }
            }
            for (int b = 0; b < sums.length; b++) {
                table[b][j] = sums[b];
            }
        }
        return table;
    }

    /** Adds the projected operator to the lower triangle {@code columns[j][i]}, i ≥ j, from row {@code offset} on. */
    void addTo(double[][] columns, int offset, Symbol symbol) {
        double sigma = symbol.layer.conductivitySPerM();
        double mean = symbol.layer.meanAdmittance() * operator.modes().widthM();
        double[] sums = pairs.sum(symbol.chosenExcess);
        int at = 0;
        for (int i = 0; i < means.length; i++) {
            double ownMean = mean * means[i];
            for (int j = 0; j <= i; j++) {
                columns[offset + j][offset + i] += sigma * sums[at++] + ownMean * means[j];
            }
        }
    }

    /** Subtracts the operator's part from the sketched residual. */
    void subtractFrom(double[] residual, double[] solution, int offset, Symbol symbol) {
        double sigma = symbol.layer.conductivitySPerM();
        double mean = symbol.layer.meanAdmittance() * operator.modes().widthM() * mean(solution, offset);
        double[] sums = sketched.sum(symbol.chosenExcess);
        int at = 0;
        for (int i = 0; i < functions.size(); i++) {
            double factor = sigma * solution[offset + i];
            for (int p = 0; p < residual.length; p++) {
                residual[p] -= factor * sums[at++];
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
        double[] halfSpace = new double[currents.length];
        Combination.add(halfSpace, halfSpace.length, halfSpaceProducts, solution, offset);
        for (int p = 0; p < currents.length; p++) {
            currents[p] += sigma * halfSpace[p];
        }
        return currents;
    }

    double mean(double[] solution, int offset) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            sum += solution[offset + i] * means[i];
        }
        return sum;
    }

    /** Amplitudes of a solution's surface potential up to a number of modes. */
    double[] amplitudes(double[] solution, int offset, int modes) {
        double[] sum = new double[2 * modes];
        Combination.add(sum, sum.length, amplitudes, solution, offset);
        return sum;
    }
}
