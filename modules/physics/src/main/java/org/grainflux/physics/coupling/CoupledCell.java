package org.grainflux.physics.coupling;

import java.util.Arrays;
import java.util.List;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.fem.fixedpoint.AndersonRelaxation;
import org.grainflux.fem.fixedpoint.FixedPoint;
import org.grainflux.fem.fixedpoint.Relaxation;
import org.grainflux.fem.mesh.BorderFacets;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.physics.elasticity.ElasticPolycrystal;
import org.grainflux.physics.elasticity.LateralCondition;
import org.grainflux.physics.elasticity.MechanicalLoad;
import org.grainflux.physics.elasticity.StressField;
import org.grainflux.physics.kinetics.ButlerVolmer;
import org.grainflux.physics.transport.CondensedPolycrystal;
import org.grainflux.physics.transport.ElectrodeTrace;
import org.grainflux.physics.transport.FlawedPolycrystal;
import org.grainflux.physics.transport.OperatingPoint;

/**
 * A 2D cell with direct contact whose flux, contact and stress depend on each other; the package description has the
 * equations. Flux and stress are factored before: an iteration is a Newton solve on the electrodes, and on the faces of flaws
 * where these conduct, and one load of a factored stiffness. Not safe for concurrent use.
 */
public final class CoupledCell {
    /** Largest change of a normal stress, Pa: it moves equilibria by 0.13 µV. */
    private static final double TOLERANCE_PA = 1e3;

    private static final int ITERATION_LIMIT = 50;
    private static final int ANDERSON_DEPTH = 5;

    private final ElectrodeTrace[] traces;
    private final ElasticPolycrystal grains;
    private final StressedInterface surface;
    private final FlawLithium lithium;
    /** Flaw of each open facet; −1 elsewhere. */
    private final int[] flawOfFacet;
    /** Border facet after each point of a trace, by electrode. */
    private final int[][] borderAfter;

    /**
     * Flaws that take no current.
     *
     * @param polycrystal condensed flux of the mesh
     * @param grains elasticity of the same mesh, the facets of all flaws open
     * @param surface of both electrodes
     */
    public CoupledCell(
            CondensedPolycrystal polycrystal,
            ElasticPolycrystal grains,
            StressedInterface surface,
            List<FootFlaw> flaws) {
        this(
                new ElectrodeTrace[] {polycrystal.trace(0), polycrystal.trace(1)},
                grains,
                surface,
                flaws,
                new FullFlaws(polycrystal, surface, List.copyOf(flaws)));
    }

    /**
     * Flaws that conduct, and take current where they grow or their lithium is extruded.
     *
     * @param polycrystal condensed flux of the mesh with the same flaws ({@link FootFlaw#filled})
     * @param growthPressuresPa at which each flaw grows, Pa; +∞ where it does not
     */
    public CoupledCell(
            FlawedPolycrystal polycrystal,
            ElasticPolycrystal grains,
            StressedInterface surface,
            List<FootFlaw> flaws,
            double[] growthPressuresPa) {
        this(
                new ElectrodeTrace[] {polycrystal.trace(0), polycrystal.trace(1)},
                grains,
                surface,
                flaws,
                new ConductingFlaws(polycrystal, surface, List.copyOf(flaws), growthPressuresPa));
    }

    private CoupledCell(
            ElectrodeTrace[] traces,
            ElasticPolycrystal grains,
            StressedInterface surface,
            List<FootFlaw> flaws,
            FlawLithium lithium) {
        this.traces = traces;
        this.grains = grains;
        this.surface = surface;
        this.lithium = lithium;
        SimplexMesh mesh = grains.body().mesh();
        flawOfFacet = new int[mesh.interfaces().count()];
        Arrays.fill(flawOfFacet, -1);
        for (int k = 0; k < flaws.size(); k++) {
            for (int facet : flaws.get(k).facets()) {
                if (!grains.body().open().test(facet)) {
                    throw new IllegalArgumentException("facet " + facet + " of flaw " + k + " is not open");
                }
                flawOfFacet[facet] = k;
            }
        }
        borderAfter = new int[][] {bordersAfter(mesh, traces[0]), bordersAfter(mesh, traces[1])};
    }

    /** By Anderson's relaxation. @see #solve(double, double, LateralCondition, Relaxation) */
    public CoupledState solve(double meanCurrentDensityAPerM2, double stackPressurePa, LateralCondition lateral) {
        return solve(meanCurrentDensityAPerM2, stackPressurePa, lateral, new AndersonRelaxation(ANDERSON_DEPTH, 1));
    }

    /**
     * @param meanCurrentDensityAPerM2 upward: positive strips below and plates above
     * @param stackPressurePa ≥ 0, compression
     * @param relaxation new for each call
     * @throws NumericalFailureException when flux, stress or their coupling do not settle
     */
    public CoupledState solve(
            double meanCurrentDensityAPerM2, double stackPressurePa, LateralCondition lateral, Relaxation relaxation) {
        // Normal stresses: of the nodes of both electrodes, then in the flaws the flux feels.
        int nodes = firstNode(2);
        ButlerVolmer[] laws = new ButlerVolmer[nodes];
        Arrays.fill(laws, surface.law(-stackPressurePa));
        double[] flawsPa = lithium.startPa(laws, meanCurrentDensityAPerM2, stackPressurePa);
        double[] start = new double[nodes + flawsPa.length];
        Arrays.setAll(start, i -> i < nodes ? -stackPressurePa : -flawsPa[i - nodes]);
        Iterate[] last = new Iterate[1];
        int[] newtonSteps = new int[1];
        FixedPoint found = FixedPoint.find(
                normalStressPa -> {
                    OperatingPoint before = last[0] == null ? null : last[0].flux;
                    last[0] = iterate(normalStressPa, before, meanCurrentDensityAPerM2, stackPressurePa, lateral);
                    newtonSteps[0] += last[0].flux.iterations();
                    return last[0].normalStressPa;
                },
                start,
                relaxation,
                TOLERANCE_PA,
                ITERATION_LIMIT);
        double[][] fractions = new double[2][];
        for (int e = 0; e < 2; e++) {
            int first = firstNode(e);
            fractions[e] = new double[traces[e].nodeCount()];
            Arrays.setAll(fractions[e], i -> surface.contactFraction(found.point()[first + i]));
        }
        return new CoupledState(
                last[0].flux,
                last[0].stress,
                last[0].flaws.pa(),
                last[0].flaws.capped(),
                last[0].flaws.currentsAPerM(),
                fractions,
                found.iterations(),
                newtonSteps[0],
                found.residual());
    }

    private record Iterate(
            OperatingPoint flux, FlawLithium.Pressures flaws, StressField stress, double[] normalStressPa) {}

    private Iterate iterate(
            double[] normalStressPa,
            OperatingPoint before,
            double densityAPerM2,
            double stackPressurePa,
            LateralCondition lateral) {
        // 1. Flux through interfaces under this stress.
        int nodes = firstNode(2);
        ButlerVolmer[] laws = new ButlerVolmer[nodes];
        Arrays.setAll(laws, i -> surface.law(normalStressPa[i]));
        double[] beforePa = new double[normalStressPa.length - nodes];
        Arrays.setAll(beforePa, k -> -normalStressPa[nodes + k]);
        OperatingPoint flux = lithium.flux(laws, beforePa, densityAPerM2, stackPressurePa, before);
        // 2. Lithium in flaws.
        FlawLithium.Pressures pressures = lithium.pressures(flux, beforePa, stackPressurePa);
        // 3. Stress of the grains under stack and flaws.
        StressField stress = grains.solve(MechanicalLoad.stack(stackPressurePa, lateral)
                .withFlaws(facet -> flawOfFacet[facet] < 0 ? 0 : pressures.pa()[flawOfFacet[facet]]));
        double[] next = Arrays.copyOf(nodeStressPa(stress), normalStressPa.length);
        for (int k = 0; k < beforePa.length; k++) {
            next[nodes + k] = -pressures.pa()[k];
        }
        return new Iterate(flux, pressures, stress, next);
    }

    /** Of an electrode among the nodes of both; of electrode 2: their number. */
    private int firstNode(int electrode) {
        return electrode == 0 ? 0 : traces[0].nodeCount() + (electrode == 1 ? 0 : traces[1].nodeCount());
    }

    /** σ_n per node of both electrodes, by length of the two facets that meet there. */
    private double[] nodeStressPa(StressField stress) {
        double[] nodes = new double[firstNode(2)];
        for (int e = 0; e < 2; e++) {
            ElectrodeTrace trace = traces[e];
            int points = trace.pointCount();
            for (int p = 0; p < points; p++) {
                int before = (p + points - 1) % points;
                double beforeM = trace.segmentLengthM(before);
                double afterM = trace.segmentLengthM(p);
                double meanPa = (beforeM * stress.electrodeNormalPa(borderAfter[e][before])
                                + afterM * stress.electrodeNormalPa(borderAfter[e][p]))
                        / (beforeM + afterM);
                nodes[firstNode(e) + trace.leftCopy(p)] = meanPa;
                nodes[firstNode(e) + trace.rightCopy(p)] = meanPa;
            }
        }
        return nodes;
    }

    private static int[] bordersAfter(SimplexMesh mesh, ElectrodeTrace trace) {
        int[] pointAfter = new int[mesh.nodeCount()];
        Arrays.fill(pointAfter, -1);
        for (int p = 0; p < trace.pointCount(); p++) {
            pointAfter[trace.meshNode(trace.rightCopy(p))] = p;
        }
        int[] borders = new int[trace.pointCount()];
        Arrays.fill(borders, -1);
        BorderFacets facets = mesh.borders();
        for (int f = 0; f < facets.count(); f++) {
            int a = facets.node(f, 0);
            int b = facets.node(f, 1);
            int left = mesh.coordinateM(a, 0) < mesh.coordinateM(b, 0) ? a : b;
            if (pointAfter[left] >= 0) {
                borders[pointAfter[left]] = f;
            }
        }
        return borders;
    }
}
