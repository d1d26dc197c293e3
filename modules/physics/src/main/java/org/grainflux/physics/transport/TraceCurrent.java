package org.grainflux.physics.transport;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.grainflux.core.LaboratoryUnits;

/**
 * Current through one interface of a 2D cell, periodic along x, as a conservative density: constant on the dual cell of
 * each node, so that every cell carries exactly the variational reaction of its node and the cumulative current is
 * piecewise linear. At a boundary foot each grain's copy has a dual cell of its own (half a segment): merging the two
 * biases 100 nm averages by −6 to −12 % at 40 nm mesh width.
 *
 * <p>Averages over windows use the cumulative current and are exact for this representation. A window that is longer
 * than the cell or shorter than {@link #resolvedWindowM()} gives NaN.
 */
public final class TraceCurrent implements InterfaceCurrent {
    private final TraceCells cells;
    private final double[] cumulativeA;
    private final double resolvedWindowM;
    private final List<GrainContact> grains;

    /**
     * @param cells the dual cells, shared by all currents of a trace
     * @param cellCurrentsA current of each cell per metre of depth, A/m
     * @param resolvedWindowM shortest window this discretisation resolves
     * @param grains contacts of the grains that adjoin the electrode, for averages per grain
     */
    TraceCurrent(TraceCells cells, double[] cellCurrentsA, double resolvedWindowM, List<GrainContact> grains) {
        if (cells.count() != cellCurrentsA.length) {
            throw new IllegalArgumentException(cellCurrentsA.length + " currents for " + cells.count() + " cells");
        }
        this.cells = cells;
        this.cumulativeA = new double[cellCurrentsA.length + 1];
        for (int k = 0; k < cellCurrentsA.length; k++) {
            cumulativeA[k + 1] = cumulativeA[k] + cellCurrentsA[k];
        }
        this.resolvedWindowM = resolvedWindowM;
        this.grains = List.copyOf(grains);
    }

    public double widthM() {
        return cells.widthM();
    }

    @Override
    public double resolvedWindowM() {
        return resolvedWindowM;
    }

    public int cellCount() {
        return cells.count();
    }

    public double cellStartM(int cell) {
        return cells.edgeM(cell);
    }

    public double cellEndM(int cell) {
        return cells.edgeM(cell + 1);
    }

    /** Mean density of one dual cell, A/m²; not a result by itself: it depends on the mesh near a foot. */
    public double cellDensityAPerM2(int cell) {
        return (cumulativeA[cell + 1] - cumulativeA[cell]) / cells.lengthM(cell);
    }

    /** Current of the whole trace per metre of depth, A/m. */
    public double totalAPerM() {
        return cumulativeA[cumulativeA.length - 1];
    }

    @Override
    public double[] sizeM() {
        return new double[] {widthM()};
    }

    @Override
    public double meanAPerM2() {
        return totalAPerM() / widthM();
    }

    /** Grains at the electrode, ordered by x. */
    public List<GrainContact> grains() {
        return grains;
    }

    @Override
    public Optional<String> whyUnresolved(double windowM) {
        if (windowM > 0 && windowM >= resolvedWindowM && windowM <= widthM()) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "a window of %.0f nm is not resolved: the mesh resolves windows from %.0f nm, 1.5 times its longest segment"
                        + " at the feet, to %.0f nm, the width",
                windowM / LaboratoryUnits.NANOMETRE_M,
                resolvedWindowM / LaboratoryUnits.NANOMETRE_M,
                widthM() / LaboratoryUnits.NANOMETRE_M));
    }

    @Override
    public double averageAround(double[] positionM, double windowM) {
        return meanBetween(positionM[0] - 0.5 * windowM, positionM[0] + 0.5 * windowM);
    }

    /** Mean current density between two coordinates (end &gt; start; periods are taken into account), A/m². */
    public double meanBetween(double startM, double endM) {
        return (cumulative(endM) - cumulative(startM)) / (endM - startM);
    }

    @Override
    public SlidingAverage sliding(double windowM) {
        WindowPositions positions = cells.window(windowM);
        double[] densities = new double[cellCount()];
        for (int k = 0; k < densities.length; k++) {
            densities[k] = cellDensityAPerM2(k);
        }
        return new SlidingAverage(positions, positions.averages(cumulativeA, densities), widthM(), meanAPerM2());
    }

    @Override
    public List<GrainAverage> grainAverages() {
        // A grain may touch the electrode in several stretches; ordered keys keep the sums reproducible.
        TreeMap<Integer, double[]> byGrain = new TreeMap<>();
        for (GrainContact contact : grains) {
            double[] sums = byGrain.computeIfAbsent(contact.grain(), g -> new double[2]);
            sums[0] += contact.lengthM();
            sums[1] += contact.lengthM() * meanBetween(contact.startM(), contact.startM() + contact.lengthM());
        }
        return byGrain.entrySet().stream()
                .map(e -> new GrainAverage(
                        e.getKey(), e.getValue()[0], e.getValue()[0], e.getValue()[1] / e.getValue()[0]))
                .toList();
    }

    /** Current between the first edge and x, A/m, continued periodically. */
    double cumulative(double xM) {
        double period = cells.periodOf(xM);
        double x = xM - period * widthM();
        int k = cells.cellOf(x);
        return period * totalAPerM() + cumulativeA[k] + cellDensityAPerM2(k) * (x - cells.edgeM(k));
    }
}
