package org.grainflux.physics.transport;

import java.util.Arrays;
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
    private final double widthM;
    private final double[] edgesM;
    private final double[] cumulativeA;
    private final double resolvedWindowM;
    private final List<GrainContact> grains;

    /**
     * @param widthM W, period of the trace
     * @param edgesM cell edges, increasing, one more than cells; the last is the first plus W
     * @param cellCurrentsA current of each cell per metre of depth, A/m
     * @param resolvedWindowM shortest window this discretisation resolves
     * @param grains contacts of the grains that adjoin the electrode, for averages per grain
     */
    TraceCurrent(
            double widthM, double[] edgesM, double[] cellCurrentsA, double resolvedWindowM, List<GrainContact> grains) {
        if (edgesM.length != cellCurrentsA.length + 1) {
            throw new IllegalArgumentException(edgesM.length + " edges for " + cellCurrentsA.length + " cells");
        }
        this.widthM = widthM;
        this.edgesM = edgesM;
        this.cumulativeA = new double[edgesM.length];
        for (int k = 0; k < cellCurrentsA.length; k++) {
            cumulativeA[k + 1] = cumulativeA[k] + cellCurrentsA[k];
        }
        this.resolvedWindowM = resolvedWindowM;
        this.grains = List.copyOf(grains);
    }

    public double widthM() {
        return widthM;
    }

    @Override
    public double resolvedWindowM() {
        return resolvedWindowM;
    }

    public int cellCount() {
        return edgesM.length - 1;
    }

    public double cellStartM(int cell) {
        return edgesM[cell];
    }

    public double cellEndM(int cell) {
        return edgesM[cell + 1];
    }

    /** Mean density of one dual cell, A/m²; not a result by itself: it depends on the mesh near a foot. */
    public double cellDensityAPerM2(int cell) {
        return (cumulativeA[cell + 1] - cumulativeA[cell]) / (edgesM[cell + 1] - edgesM[cell]);
    }

    /** Current of the whole trace per metre of depth, A/m. */
    public double totalAPerM() {
        return cumulativeA[cumulativeA.length - 1];
    }

    @Override
    public double[] sizeM() {
        return new double[] {widthM};
    }

    @Override
    public double meanAPerM2() {
        return totalAPerM() / widthM;
    }

    /** Grains at the electrode, ordered by x. */
    public List<GrainContact> grains() {
        return grains;
    }

    @Override
    public Optional<String> whyUnresolved(double windowM) {
        if (windowM > 0 && windowM >= resolvedWindowM && windowM <= widthM) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "a window of %.0f nm is not resolved: the mesh resolves windows from %.0f nm, 1.5 times its longest segment"
                        + " at the feet, to %.0f nm, the width",
                windowM / LaboratoryUnits.NANOMETRE_M,
                resolvedWindowM / LaboratoryUnits.NANOMETRE_M,
                widthM / LaboratoryUnits.NANOMETRE_M));
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
        return new SlidingAverage(this, windowM);
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
        double period = Math.floor((xM - edgesM[0]) / widthM);
        double x = xM - period * widthM;
        int k = Arrays.binarySearch(edgesM, x);
        k = Math.min(k >= 0 ? k : -k - 2, cellCount() - 1);
        k = Math.max(k, 0);
        double slope = (cumulativeA[k + 1] - cumulativeA[k]) / (edgesM[k + 1] - edgesM[k]);
        return period * totalAPerM() + cumulativeA[k] + slope * (x - edgesM[k]);
    }
}
