package org.grainflux.physics.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The few {@link ModeNodes} that stand for all of them in the layers of one family. What a layer adds to a half-space, as a
 * function of the mode, is determined within {@value #TOLERANCE} of the whole by its values at some fifteen modes when
 * thickness and resistance at lithium span one to three decades, and by one where they do not vary.
 *
 * <p>Chosen greedily: the mode where the layer that is interpolated worst is off by most, until none of the layers looked at
 * is off by more than the tolerance.
 *
 * @see "Barrault, Maday, Nguyen &amp; Patera (2004), C. R. Acad. Sci. Paris, Ser. I 339, 667 (empirical interpolation)"
 */
final class FamilyNodes {
    /** Of the admittance of a mode; snapshots that a model is made of agree with full solutions within 1e-3. */
    private static final double TOLERANCE = 3e-6;

    /** Layers looked at. */
    private static final int SAMPLED = 400;

    private final ModeNodes nodes;
    private final double firstWavenumberPerM;
    private final int[] chosen;
    /** [node][chosen]: each is a sum of the excesses at the chosen ones. */
    private final double[][] interpolation;

    private FamilyNodes(ModeNodes nodes, double firstWavenumberPerM, List<LayerSymbol> layers) {
        this.nodes = nodes;
        this.firstWavenumberPerM = firstWavenumberPerM;
        int stride = Math.max(1, layers.size() / SAMPLED);
        List<double[]> excesses = new ArrayList<>();
        for (int i = 0; i < layers.size(); i += stride) {
            excesses.add(excesses(layers.get(i)));
        }
        double[][] rest = excesses.stream().map(double[]::clone).toArray(double[][]::new);
        List<Integer> order = new ArrayList<>();
        List<double[]> functions = new ArrayList<>();
        Worst worst = worst(rest, excesses);
        while (worst.error > TOLERANCE && order.size() < nodes.count()) {
            // What is left of the layer that is off most interpolates it, and is taken off all others.
            double[] function = rest[worst.layer].clone();
            double peak = function[worst.node];
            Arrays.setAll(function, b -> function[b] / peak);
            for (double[] own : rest) {
                double share = own[worst.node];
                Arrays.setAll(own, b -> own[b] - share * function[b]);
            }
            order.add(worst.node);
            functions.add(function);
            worst = worst(rest, excesses);
        }
        chosen = order.stream().mapToInt(Integer::intValue).toArray();
        interpolation = interpolation(functions.toArray(double[][]::new));
    }

    private record Worst(int layer, int node, double error) {}

    /** Where the rest that is not interpolated yet is largest, relative to the admittance. */
    private static Worst worst(double[][] rest, List<double[]> excesses) {
        Worst worst = new Worst(-1, -1, 0);
        for (int i = 0; i < rest.length; i++) {
            for (int b = 0; b < rest[i].length; b++) {
                double error = Math.abs(rest[i][b]) / (1 + excesses.get(i)[b]);
                if (error > worst.error) {
                    worst = new Worst(i, b, error);
                }
            }
        }
        return worst;
    }

    /**
     * @param nodes of the modes that feel lithium in any of the layers
     * @param firstWavenumberPerM of mode 1
     * @param layers of the family
     */
    static FamilyNodes of(ModeNodes nodes, double firstWavenumberPerM, List<LayerSymbol> layers) {
        return new FamilyNodes(nodes, firstWavenumberPerM, layers);
    }

    /** From functions that are 1 at their own chosen node and 0 at earlier ones to those that are 0 at later ones too. */
    private double[][] interpolation(double[][] functions) {
        double[][] result = new double[nodes.count()][functions.length];
        for (int b = 0; b < result.length; b++) {
            double[] row = result[b];
            for (int j = functions.length - 1; j >= 0; j--) {
                row[j] = functions[j][b];
                for (int i = j + 1; i < functions.length; i++) {
                    row[j] -= row[i] * functions[j][chosen[i]];
                }
            }
        }
        return result;
    }

    /** Number of modes the nodes stand for. */
    int modes() {
        return nodes.modes();
    }

    /** Number of chosen nodes. */
    int count() {
        return chosen.length;
    }

    /** What each chosen node contributes to a mode. */
    double[] weights(int mode) {
        double[] all = nodes.weights(mode);
        double[] weights = new double[chosen.length];
        for (int b = 0; b < all.length; b++) {
            for (int j = 0; j < weights.length; j++) {
                weights[j] += all[b] * interpolation[b][j];
            }
        }
        return weights;
    }

    /** A layer's excess at all nodes, chosen or not. */
    double[] excesses(LayerSymbol layer) {
        double[] excesses = new double[nodes.count()];
        Arrays.setAll(excesses, b -> layer.excess(firstWavenumberPerM * nodes.mode(b)));
        return excesses;
    }

    /** Those at the chosen nodes. */
    double[] chosen(double[] excesses) {
        double[] own = new double[chosen.length];
        Arrays.setAll(own, j -> excesses[chosen[j]]);
        return own;
    }

    /** Largest error of the interpolated admittance, relative to it. */
    double relativeError(double[] excesses) {
        double largest = 0;
        for (int b = 0; b < excesses.length; b++) {
            double interpolated = 0;
            for (int j = 0; j < chosen.length; j++) {
                interpolated += interpolation[b][j] * excesses[chosen[j]];
            }
            largest = Math.max(largest, Math.abs(interpolated - excesses[b]) / (1 + excesses[b]));
        }
        return largest;
    }
}
