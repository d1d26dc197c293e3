package org.grainflux.physics.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One electrode of a {@link ReducedCell}: trial functions and the projected operator of its contact. All potentials are
 * against the electrode's lithium, so that lithium loads nothing and the contact is a quadratic form. There are functions of
 * the electrolyte's nodes and, behind a resistance R_2, separate ones of the layer's points; a tied layer has the latter
 * only, each of which is also one of the nodes.
 */
final class ReducedContact {
    /** A trial function shorter than this, relative to the snapshot it came from, repeats earlier ones. */
    private static final double DEPENDENT = 1e-9;

    enum Kind {
        /** Lithium fixes the nodes: no functions. */
        PERFECT,
        /** A resistance of given pattern. */
        DIRECT,
        /** A layer with R_2 = 0. */
        TIED,
        /** A layer with R_2 &gt; 0. */
        SPLIT;

        static Kind of(ElectrodeContact contact) {
            if (contact instanceof ElectrodeContact.DirectContact direct) {
                return direct.resistance().isPerfect() ? PERFECT : DIRECT;
            }
            return ((ElectrodeContact.IonicLayer) contact).electrolyteSideOhmM2() > 0 ? SPLIT : TIED;
        }
    }

    private final ElectrodeTrace trace;
    private final ElectrodeContact reference;
    private final Kind kind;
    private final ReducedLayer layer;
    /** 1/R of each node at the reference's pattern, or its length of trace behind R_2. */
    private final double[] nodeConductances;

    private final boolean pointsFirst;

    private final List<double[]> surface = new ArrayList<>();
    /** What drives the resistance at the nodes, of the functions of either kind as they came: u, or −Pψ. */
    private final List<Drop> drops = new ArrayList<>();

    /** Lower triangle [j][i] of the powers of drops at unit factor, by rows of this contact; empty without drops. */
    private double[][] dropColumns = new double[0][];

    private double[][] sketchDrops = new double[0][];

    /**
     * A function's drop across the resistance.
     *
     * @param ofPoints whether the function is one of the layer's points behind R_2
     * @param index among the functions of its kind
     * @param values one per node
     * @param powers with this and all earlier drops at unit factor
     * @param sketch the same with the vectors of the sketch
     */
    private record Drop(boolean ofPoints, int index, double[] values, double[] powers, double[] sketch) {}

    /**
     * @param electrode 0 or 1: functions of the electrolyte's nodes come last or first, so that both electrodes' are neighbours
     * @param reference a contact of the family
     * @param layer null without one
     */
    ReducedContact(int electrode, ElectrodeTrace trace, ElectrodeContact reference, ReducedLayer layer) {
        this.pointsFirst = electrode == 0;
        this.trace = trace;
        this.reference = reference;
        this.kind = Kind.of(reference);
        this.layer = layer;
        this.nodeConductances = kind == Kind.DIRECT
                ? DirectContactTerm.nodeConductances(trace, ((ElectrodeContact.DirectContact) reference).resistance())
                : DirectContactTerm.nodeConductances(trace, ResistanceProfile.uniform(1));
    }

    /** Whether two contacts may share a family: they differ in numbers only, not in kind or pattern. */
    static boolean related(ElectrodeContact a, ElectrodeContact b) {
        if (a instanceof ElectrodeContact.DirectContact first && b instanceof ElectrodeContact.DirectContact second) {
            return !Double.isNaN(first.resistance().ratioTo(second.resistance()));
        }
        return a.getClass() == b.getClass() && Kind.of(a) == Kind.of(b);
    }

    /**
     * A design's contact as the reduced operator needs it.
     *
     * @param conductanceFactor of the nodes' conductances: own over reference's, or 1/R_2; 0 when tied
     * @param symbol null without a layer
     */
    record Coefficients(double conductanceFactor, ReducedLayer.Symbol symbol) {}

    Coefficients at(ElectrodeContact contact) {
        if (!related(contact, reference)) {
            throw new IllegalArgumentException(contact + " in a family of " + reference);
        }
        return switch (kind) {
            case PERFECT -> new Coefficients(0, null);
            case DIRECT ->
                new Coefficients(
                        1
                                / ((ElectrodeContact.DirectContact) contact)
                                        .resistance()
                                        .ratioTo(((ElectrodeContact.DirectContact) reference).resistance()),
                        null);
            case TIED, SPLIT -> {
                ElectrodeContact.IonicLayer own = (ElectrodeContact.IonicLayer) contact;
                double factor = kind == Kind.SPLIT ? 1 / own.electrolyteSideOhmM2() : 0;
                yield new Coefficients(factor, layer.at(LayerSymbol.of(own)));
            }
        };
    }

    /** Smallest ratio of the contact's quadratic form to another's: the min-θ bound of its coercivity. */
    double smallestRatio(Coefficients own, Coefficients other) {
        double ratio = kind == Kind.DIRECT || kind == Kind.SPLIT
                ? own.conductanceFactor / other.conductanceFactor
                : Double.POSITIVE_INFINITY;
        return layer == null ? ratio : Math.min(ratio, layer.smallestRatio(own.symbol, other.symbol));
    }

    /** Error of the contact's interpolated operator, relative to it. */
    double interpolationError(Coefficients own) {
        return layer == null ? 0 : layer.interpolationError(own.symbol);
    }

    int size() {
        return surface.size() + (kind == Kind.SPLIT ? layer.size() : 0);
    }

    /** Number of functions of the electrolyte's nodes. */
    int surfaceCount() {
        return surface.size();
    }

    double[] surfaceFunction(int i) {
        return surface.get(i);
    }

    /** Row of the first function of the electrolyte's nodes within this contact. */
    int surfaceOffset() {
        return kind == Kind.SPLIT && pointsFirst ? layer.size() : 0;
    }

    private int layerOffset() {
        return kind == Kind.SPLIT && !pointsFirst ? surface.size() : 0;
    }

    private int row(Drop drop) {
        return (drop.ofPoints ? layerOffset() : surfaceOffset()) + drop.index;
    }

    /**
     * @param nodes vectors of the sketch at the electrolyte's nodes
     * @param points the same at the layer's points; null without a layer
     */
    void sketch(double[][] nodes, double[][] points) {
        if (layer != null) {
            layer.sketch(points);
        }
        if (kind == Kind.DIRECT || kind == Kind.SPLIT) {
            sketchDrops = new double[nodes.length][];
            for (int p = 0; p < nodes.length; p++) {
                sketchDrops[p] = kind == Kind.SPLIT ? dropOf(nodes[p], points[p]) : nodes[p];
            }
        }
    }

    /**
     * Adds what a snapshot offers beyond the functions at hand.
     *
     * @param potentials of the electrolyte's nodes against lithium
     * @param points of the layer's points against lithium; null without a layer
     */
    void add(double[] potentials, double[] points) {
        switch (kind) {
            case PERFECT -> {}
            case DIRECT -> addSurface(potentials);
            case TIED ->
                orthonormal(points, layerFunctions()).ifPresent(psi -> {
                    layer.add(psi);
                    surface.add(atNodes(psi));
                });
            case SPLIT -> {
                addSurface(potentials);
                orthonormal(points, layerFunctions()).ifPresent(psi -> {
                    double[] drop = atNodes(psi);
                    Arrays.setAll(drop, i -> -drop[i]);
                    addDrop(true, layer.size(), drop);
                    layer.add(psi);
                });
            }
        }
        dropColumns = dropColumns();
    }

    private double[][] dropColumns() {
        if (drops.isEmpty()) {
            return new double[0][];
        }
        double[][] columns = new double[size()][size()];
        for (int i = 0; i < drops.size(); i++) {
            int row = row(drops.get(i));
            for (int j = 0; j <= i; j++) {
                int other = row(drops.get(j));
                columns[Math.min(row, other)][Math.max(row, other)] = drops.get(i).powers[j];
            }
        }
        return columns;
    }

    private void addSurface(double[] potentials) {
        orthonormal(potentials, surface).ifPresent(u -> {
            addDrop(false, surface.size(), u);
            surface.add(u);
        });
    }

    private void addDrop(boolean ofPoints, int index, double[] values) {
        double[] currents = values.clone();
        Arrays.setAll(currents, k -> currents[k] * nodeConductances[k]);
        double[] powers = new double[drops.size() + 1];
        Arrays.setAll(powers, j -> dot(currents, j < drops.size() ? drops.get(j).values : values));
        double[] sketch = new double[sketchDrops.length];
        Arrays.setAll(sketch, p -> dot(currents, sketchDrops[p]));
        drops.add(new Drop(ofPoints, index, values, powers, sketch));
    }

    /** See {@link ReducedLayer#complete}. */
    void complete() {
        if (layer != null) {
            layer.complete();
        }
    }

    private List<double[]> layerFunctions() {
        List<double[]> functions = new ArrayList<>();
        for (int i = 0; i < layer.size(); i++) {
            functions.add(layer.function(i));
        }
        return functions;
    }

    private double[] atNodes(double[] points) {
        double[] nodes = new double[trace.nodeCount()];
        Arrays.setAll(nodes, i -> points[trace.pointOfNode(i)]);
        return nodes;
    }

    private double[] dropOf(double[] nodes, double[] points) {
        double[] drop = new double[nodes.length];
        Arrays.setAll(drop, i -> nodes[i] - points[trace.pointOfNode(i)]);
        return drop;
    }

    private static Optional<double[]> orthonormal(double[] function, List<double[]> others) {
        double[] own = function.clone();
        double before = Math.sqrt(dot(own, own));
        // Twice is enough: Gram–Schmidt loses orthogonality once when functions are nearly dependent.
        for (int pass = 0; pass < 2; pass++) {
            for (double[] other : others) {
                double share = dot(own, other);
                for (int i = 0; i < own.length; i++) {
                    own[i] -= share * other[i];
                }
            }
        }
        double length = Math.sqrt(dot(own, own));
        if (!(length > DEPENDENT * before)) {
            return Optional.empty();
        }
        Arrays.setAll(own, i -> own[i] / length);
        return Optional.of(own);
    }

    /** Adds the contact to the lower triangle {@code columns[j][i]}, i ≥ j, from row {@code offset} on. */
    void addTo(double[][] columns, int offset, Coefficients coefficients) {
        for (int j = 0; j < dropColumns.length; j++) {
            double[] column = columns[offset + j];
            double[] drop = dropColumns[j];
            for (int i = j; i < drop.length; i++) {
                column[offset + i] += coefficients.conductanceFactor * drop[i];
            }
        }
        if (layer != null) {
            layer.addTo(columns, offset + layerOffset(), coefficients.symbol);
        }
    }

    /** Subtracts the contact's part from the sketched residual. */
    void subtractFrom(double[] residual, double[] solution, int offset, Coefficients coefficients) {
        for (Drop drop : drops) {
            double factor = coefficients.conductanceFactor * solution[offset + row(drop)];
            for (int p = 0; p < residual.length; p++) {
                residual[p] -= factor * drop.sketch[p];
            }
        }
        if (layer != null) {
            layer.subtractFrom(residual, solution, offset + layerOffset(), coefficients.symbol);
        }
    }

    /**
     * What is left of the balance of currents.
     *
     * @param solution weights of the functions, this electrode's from {@code offset} on
     * @param electrolyteCurrents that the electrolyte takes up at its nodes
     */
    ElectrodeVector residual(double[] solution, int offset, Coefficients coefficients, double[] electrolyteCurrents) {
        double[] nodes = new double[electrolyteCurrents.length];
        for (Drop drop : drops) {
            double weight = coefficients.conductanceFactor * solution[offset + row(drop)];
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] -= weight * nodeConductances[i] * drop.values[i];
            }
        }
        double[] points = null;
        if (layer != null) {
            points = layer.currents(solution, offset + layerOffset(), coefficients.symbol);
            for (int p = 0; p < points.length; p++) {
                points[p] = -points[p];
            }
            for (int i = 0; i < nodes.length; i++) {
                // What leaves the copies through R_2 enters their point.
                points[trace.pointOfNode(i)] -= nodes[i];
            }
        }
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] -= electrolyteCurrents[i];
        }
        return new ElectrodeVector(nodes, points);
    }

    /**
     * @param solution weights of the functions, this electrode's from {@code offset} on
     * @param upwardCurrentsA through the electrode nodes
     * @param totalA of the cell
     * @param upward 1 for the upper electrode, −1 for the lower one
     */
    CellSolution.Electrode electrode(
            double[] solution,
            int offset,
            Coefficients coefficients,
            double[] upwardCurrentsA,
            double totalA,
            int upward) {
        double[] potentials = new double[trace.nodeCount()];
        Combination.add(potentials, potentials.length, surface, solution, offset + surfaceOffset());
        // In the span of the functions the contact takes up what its nodes' reactions give.
        double lost = 0;
        for (int i = 0; i < potentials.length; i++) {
            lost += upward * upwardCurrentsA[i] * potentials[i];
        }
        double resistanceFraction = lost / totalA;
        double lithium = InterfaceSolver.lithiumPotentialV(upward < 0 ? 0 : 1);
        Arrays.setAll(potentials, i -> potentials[i] + lithium);
        if (layer == null) {
            TraceCurrent current = trace.current(upwardCurrentsA);
            return new CellSolution.Electrode(resistanceFraction, current, current, Optional.empty(), potentials);
        }
        int from = offset + layerOffset();
        return new LayerCurrents(
                        trace,
                        coefficients.symbol.layer(),
                        upward,
                        layer.mean(solution, from),
                        modes -> layer.amplitudes(solution, from, modes))
                .electrode(upwardCurrentsA, resistanceFraction, potentials);
    }

    private static double dot(double[] a, double[] b) {
        return LayerSurface.dot(a, b, 0, a.length);
    }
}
