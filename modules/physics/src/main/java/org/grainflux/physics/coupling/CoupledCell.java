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
import org.grainflux.physics.transport.NonlinearCell;
import org.grainflux.physics.transport.OperatingPoint;

/**
 * A 2D cell with direct contact whose flux, contact and stress depend on each other; the package description has the
 * equations. Flux and stress are factored before: an iteration is a Newton solve on the electrodes and one load of a
 * factored stiffness. Not safe for concurrent use.
 */
public final class CoupledCell {
    /** Largest change of a normal stress, Pa: it moves equilibria by 0.13 µV. */
    private static final double TOLERANCE_PA = 1e3;

    private static final int ITERATION_LIMIT = 50;
    private static final int ANDERSON_DEPTH = 5;

    private final CondensedPolycrystal polycrystal;
    private final ElasticPolycrystal grains;
    private final StressedInterface surface;
    private final List<FootFlaw> flaws;
    private final NonlinearCell cell;
    /** Flaw of each open facet; −1 elsewhere. */
    private final int[] flawOfFacet;
    /** Border facet after each point of a trace, by electrode. */
    private final int[][] borderAfter;

    /**
     * @param polycrystal condensed flux of the mesh
     * @param grains elasticity of the same mesh, the facets of all flaws open
     * @param surface of both electrodes
     */
    public CoupledCell(
            CondensedPolycrystal polycrystal,
            ElasticPolycrystal grains,
            StressedInterface surface,
            List<FootFlaw> flaws) {
        this.polycrystal = polycrystal;
        this.grains = grains;
        this.surface = surface;
        this.flaws = List.copyOf(flaws);
        this.cell = new NonlinearCell(polycrystal);
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
        borderAfter = new int[][] {bordersAfter(mesh, polycrystal.trace(0)), bordersAfter(mesh, polycrystal.trace(1))};
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
        double[] start = new double[polycrystal.nodeCount()];
        Arrays.fill(start, -stackPressurePa);
        Iterate[] last = new Iterate[1];
        FixedPoint found = FixedPoint.find(
                normalStressPa -> {
                    last[0] = iterate(normalStressPa, meanCurrentDensityAPerM2, stackPressurePa, lateral);
                    return nodeStressPa(last[0].stress);
                },
                start,
                relaxation,
                TOLERANCE_PA,
                ITERATION_LIMIT);
        double[][] fractions = new double[2][];
        for (int e = 0; e < 2; e++) {
            int first = polycrystal.firstNode(e);
            fractions[e] = new double[polycrystal.trace(e).nodeCount()];
            Arrays.setAll(fractions[e], i -> surface.contactFraction(found.point()[first + i]));
        }
        return new CoupledState(
                last[0].flux,
                last[0].stress,
                last[0].pressuresPa,
                last[0].capped,
                fractions,
                found.iterations(),
                found.residual());
    }

    private record Iterate(OperatingPoint flux, double[] pressuresPa, boolean[] capped, StressField stress) {}

    private Iterate iterate(
            double[] normalStressPa, double densityAPerM2, double stackPressurePa, LateralCondition lateral) {
        // 1. Flux through interfaces under this stress.
        ButlerVolmer[] laws = new ButlerVolmer[normalStressPa.length];
        Arrays.setAll(laws, i -> surface.law(normalStressPa[i]));
        OperatingPoint flux = cell.solve(i -> laws[i], i -> laws[polycrystal.firstNode(1) + i], densityAPerM2);
        // 2. Lithium in flaws, in equilibrium with the drop beside them.
        double[] pressuresPa = new double[flaws.size()];
        boolean[] capped = new boolean[flaws.size()];
        for (int k = 0; k < pressuresPa.length; k++) {
            FootFlaw flaw = flaws.get(k);
            double byDropPa = surface.lithium().pressurePa(-dropBeside(flaw, flux));
            double capPa = stackPressurePa + surface.lithium().extrusionCapPa(flaw.depthM(), flaw.openingM());
            capped[k] = byDropPa > capPa;
            // A stripped flaw is empty: nothing in it can pull.
            pressuresPa[k] = Math.max(0, Math.min(byDropPa, capPa));
        }
        // 3. Stress of the grains under stack and flaws.
        StressField stress = grains.solve(MechanicalLoad.stack(stackPressurePa, lateral)
                .withFlaws(facet -> flawOfFacet[facet] < 0 ? 0 : pressuresPa[flawOfFacet[facet]]));
        return new Iterate(flux, pressuresPa, capped, stress);
    }

    /** Mean Δφ within one depth of the flaw's foot, which is as far as the flaw draws current from. */
    private double dropBeside(FootFlaw flaw, OperatingPoint flux) {
        ElectrodeTrace trace = polycrystal.trace(flaw.electrode());
        double[] dropsV = flux.electrode(flaw.electrode()).potentialDropsV();
        double scaleM = Math.min(flaw.depthM(), 0.25 * trace.widthM());
        double integral = 0;
        double lengthM = 0;
        int points = trace.pointCount();
        for (int p = flaw.point(); lengthM < scaleM; p = (p + 1) % points) {
            int next = (p + 1) % points;
            double stepM = Math.min(trace.segmentLengthM(p), scaleM - lengthM);
            integral += 0.5 * stepM * (dropsV[trace.rightCopy(p)] + dropsV[trace.leftCopy(next)]);
            lengthM += stepM;
        }
        double rightM = lengthM;
        for (int p = flaw.point(); lengthM < 2 * scaleM; p = (p + points - 1) % points) {
            int before = (p + points - 1) % points;
            double stepM = Math.min(trace.segmentLengthM(before), scaleM - (lengthM - rightM));
            integral += 0.5 * stepM * (dropsV[trace.leftCopy(p)] + dropsV[trace.rightCopy(before)]);
            lengthM += stepM;
        }
        return integral / lengthM;
    }

    /** σ_n per node of both electrodes, by length of the two facets that meet there. */
    private double[] nodeStressPa(StressField stress) {
        double[] nodes = new double[polycrystal.nodeCount()];
        for (int e = 0; e < 2; e++) {
            ElectrodeTrace trace = polycrystal.trace(e);
            int points = trace.pointCount();
            for (int p = 0; p < points; p++) {
                int before = (p + points - 1) % points;
                double beforeM = trace.segmentLengthM(before);
                double afterM = trace.segmentLengthM(p);
                double meanPa = (beforeM * stress.electrodeNormalPa(borderAfter[e][before])
                                + afterM * stress.electrodeNormalPa(borderAfter[e][p]))
                        / (beforeM + afterM);
                nodes[polycrystal.firstNode(e) + trace.leftCopy(p)] = meanPa;
                nodes[polycrystal.firstNode(e) + trace.rightCopy(p)] = meanPa;
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
