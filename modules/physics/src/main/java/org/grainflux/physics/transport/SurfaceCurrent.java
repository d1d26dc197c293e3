package org.grainflux.physics.transport;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grainflux.core.LaboratoryUnits;

/**
 * Current through one plane of a 3D cell, periodic in x and y, as a conservative density: constant on the dual cell of each
 * node, so that every cell carries exactly the variational reaction of its node. At a boundary trace each grain's copy has
 * a cell of its own, as in {@link TraceCurrent}. Averages over discs are exact for this representation.
 */
public final class SurfaceCurrent implements InterfaceCurrent {
    private final ResolvedSurface electrode;
    private final ElectrodeSurface surface;
    /** Per node of the surface, or per point where grains share it. */
    private final double[] densitiesAPerM2;

    private final boolean perNode;
    private final double meanAPerM2;
    private final double resolvedWindowM;
    private final Map<Double, DiscAverage> averages = new HashMap<>();
    /** Made for the first disc: most planes of a layer are never asked for one. */
    private DiscIntegral integral;

    private SurfaceCurrent(ResolvedSurface electrode, double[] currentsA, boolean perNode, double resolvedWindowM) {
        this.electrode = electrode;
        this.surface = electrode.surface();
        this.perNode = perNode;
        this.resolvedWindowM = resolvedWindowM;
        this.densitiesAPerM2 = new double[currentsA.length];
        double total = 0;
        for (int i = 0; i < currentsA.length; i++) {
            double area = perNode ? surface.nodeAreaM2(i) : surface.pointAreaM2(i);
            densitiesAPerM2[i] = currentsA[i] / area;
            total += currentsA[i];
        }
        this.meanAPerM2 = total / surface.areaM2();
    }

    /**
     * Current into the grains.
     *
     * @param currentsA one per node of the surface, A
     * @param resolvedWindowM smallest diameter this discretisation resolves
     */
    static SurfaceCurrent ofNodes(ResolvedSurface electrode, double[] currentsA, double resolvedWindowM) {
        return new SurfaceCurrent(electrode, currentsA, true, resolvedWindowM);
    }

    /** Current through a plane that knows no grains. @param currentsA one per point of the surface, A */
    static SurfaceCurrent ofPoints(ResolvedSurface electrode, double[] currentsA, double resolvedWindowM) {
        return new SurfaceCurrent(electrode, currentsA, false, resolvedWindowM);
    }

    @Override
    public double[] sizeM() {
        return surface.sizeM();
    }

    @Override
    public double meanAPerM2() {
        return meanAPerM2;
    }

    @Override
    public double resolvedWindowM() {
        return resolvedWindowM;
    }

    @Override
    public Optional<String> whyUnresolved(double windowM) {
        return windowM > 0 && windowM >= resolvedWindowM && windowM <= largestWindowM()
                ? Optional.empty()
                : Optional.of(unresolved(windowM, resolvedWindowM, "anywhere"));
    }

    private double largestWindowM() {
        double[] size = surface.sizeM();
        return 0.5 * Math.min(size[0], size[1]);
    }

    private String unresolved(double windowM, double resolvedM, String where) {
        return String.format(
                Locale.ROOT,
                "a disc of %.0f nm is not resolved: the mesh resolves discs from %.0f nm, 1.5 times its"
                        + " longest edge at the boundary traces %s, to %.0f nm, half the width",
                windowM / LaboratoryUnits.NANOMETRE_M,
                resolvedM / LaboratoryUnits.NANOMETRE_M,
                where,
                largestWindowM() / LaboratoryUnits.NANOMETRE_M);
    }

    /** Mean density of the dual cell at a corner; not a result by itself: it depends on the mesh near a trace. */
    double densityAPerM2(int triangle, int corner) {
        return densitiesAPerM2[perNode ? surface.node(triangle, corner) : surface.point(triangle, corner)];
    }

    @Override
    public double averageAround(double[] positionM, double windowM) {
        return integral().mean(positionM[0], positionM[1], windowM);
    }

    private synchronized DiscIntegral integral() {
        if (integral == null) {
            integral = new DiscIntegral(surface, electrode.bins(), this::densityAPerM2);
        }
        return integral;
    }

    @Override
    public synchronized DiscAverage sliding(double windowM) {
        return averages.computeIfAbsent(
                windowM, w -> new DiscAverage(integral(), electrode.centres(), surface.sizeM(), w, meanAPerM2));
    }

    /**
     * A maximum needs a fine mesh where it is found only: coarse elements make averages too large, so a place that the mesh
     * does not resolve, and where the average is smaller all the same, is smaller in truth.
     */
    @Override
    public Optional<String> whyMaximumUnresolved(double windowM) {
        Optional<String> everywhere = whyUnresolved(windowM);
        if (everywhere.isEmpty() || !(windowM > 0 && windowM <= largestWindowM())) {
            return everywhere;
        }
        DiscPeak highest = sliding(windowM).highest();
        double resolvedM =
                ResolvedSurface.WINDOW_PER_EDGE * surface.traceEdgeM(highest.xM(), highest.yM(), 0.5 * windowM);
        return windowM >= resolvedM
                ? Optional.empty()
                : Optional.of(unresolved(windowM, resolvedM, "where the average is largest"));
    }

    /**
     * Places whose average over a disc is at least a share of the largest one, the highest first, each at least a distance
     * away from all higher ones.
     */
    public List<DiscPeak> peaks(double windowM, double shareOfMaximum, double separationM) {
        return sliding(windowM).peaks(shareOfMaximum, separationM);
    }

    @Override
    public List<GrainAverage> grainAverages() {
        Map<Integer, double[]> byGrain = new TreeMap<>();
        for (int t = 0; t < surface.triangleCount(); t++) {
            double[] sums = byGrain.computeIfAbsent(surface.grain(t), g -> new double[2]);
            double area = surface.areaM2(t);
            sums[0] += area;
            for (int c = 0; c < 3; c++) {
                sums[1] += area / 3 * densityAPerM2(t, c);
            }
        }
        return byGrain.entrySet().stream()
                .map(e -> {
                    double area = e.getValue()[0];
                    double diameter = 2 * Math.sqrt(area / Math.PI);
                    return new GrainAverage(e.getKey(), area, diameter, e.getValue()[1] / area);
                })
                .toList();
    }
}
