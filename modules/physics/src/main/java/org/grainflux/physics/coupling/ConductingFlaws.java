package org.grainflux.physics.coupling;

import java.util.Arrays;
import java.util.List;
import org.grainflux.physics.fracture.LithiumMetal;
import org.grainflux.physics.kinetics.ButlerVolmer;
import org.grainflux.physics.transport.FlawedPolycrystal;
import org.grainflux.physics.transport.NonlinearCell;
import org.grainflux.physics.transport.OperatingPoint;

/**
 * Flaws whose lithium exchanges charge with both their faces, under the law of intimate contact at its pressure. A flaw that is
 * full takes no net current: its pressure rises until what enters near its tip leaves near its mouth. Where the lithium is
 * extruded or the flaw grows before that, it holds this pressure and takes the rest as current.
 */
final class ConductingFlaws implements FlawLithium {
    private final FlawedPolycrystal polycrystal;
    private final NonlinearCell cell;
    private final StressedInterface intimate;
    private final List<FootFlaw> flaws;
    private final double[] growthPressuresPa;

    /** @param growthPressuresPa at which each flaw grows; +∞ where it does not */
    ConductingFlaws(
            FlawedPolycrystal polycrystal,
            StressedInterface surface,
            List<FootFlaw> flaws,
            double[] growthPressuresPa) {
        if (growthPressuresPa.length != flaws.size() || polycrystal.flaws().size() != flaws.size()) {
            throw new IllegalArgumentException(flaws.size() + " flaws, but "
                    + polycrystal.flaws().size() + " in the polycrystal and " + growthPressuresPa.length
                    + " pressures of growth");
        }
        for (int k = 0; k < flaws.size(); k++) {
            if (!Arrays.equals(flaws.get(k).facets(), polycrystal.flaws().get(k).facets())) {
                throw new IllegalArgumentException("flaw " + k + " has other facets in the polycrystal");
            }
        }
        this.polycrystal = polycrystal;
        this.cell = new NonlinearCell(polycrystal);
        this.intimate = surface.intimate();
        this.flaws = flaws;
        this.growthPressuresPa = growthPressuresPa.clone();
    }

    @Override
    public double[] startPa(ButlerVolmer[] electrodeLaws, double meanCurrentDensityAPerM2, double stackPressurePa) {
        double[] pressuresPa = new double[flaws.size()];
        for (int k = 0; k < pressuresPa.length; k++) {
            int electrode = flaws.get(k).electrode();
            ButlerVolmer law = electrodeLaws[electrode == 0 ? 0 : electrodeLaws.length - 1];
            double outward = electrode == 0 ? meanCurrentDensityAPerM2 : -meanCurrentDensityAPerM2;
            double byDropPa = lithium().pressurePa(-law.potentialDropV(outward));
            pressuresPa[k] = Math.max(0, Math.min(byDropPa, capPa(k, stackPressurePa)));
        }
        return pressuresPa;
    }

    @Override
    public OperatingPoint flux(
            ButlerVolmer[] electrodeLaws,
            double[] pressuresPa,
            double meanCurrentDensityAPerM2,
            double stackPressurePa,
            OperatingPoint before) {
        int first = polycrystal.trace(0).nodeCount();
        boolean[] balanced = balanced(pressuresPa, stackPressurePa);
        ButlerVolmer[] laws = faceLaws(pressuresPa, balanced);
        return cell.solve(
                i -> electrodeLaws[i],
                i -> electrodeLaws[first + i],
                face -> laws[polycrystal.flawOfFace(face)],
                balanced,
                meanCurrentDensityAPerM2,
                before);
    }

    @Override
    public Pressures pressures(OperatingPoint flux, double[] beforePa, double stackPressurePa) {
        boolean[] balanced = balanced(beforePa, stackPressurePa);
        ButlerVolmer[] laws = faceLaws(beforePa, balanced);
        double[] inwardA = new double[flaws.size()];
        double[] slopesS = new double[flaws.size()];
        OperatingPoint.Faces faces = flux.faces();
        for (int face = 0; face < polycrystal.faceCount(); face++) {
            int k = polycrystal.flawOfFace(face);
            inwardA[k] -= faces.currentsAPerM()[face];
            slopesS[k] += polycrystal.faceLengthM(face) * laws[k].slopeSPerM2(faces.potentialDropsV()[face]);
        }
        double[] pressuresPa = new double[flaws.size()];
        boolean[] capped = new boolean[flaws.size()];
        for (int k = 0; k < pressuresPa.length; k++) {
            // Held at a pressure: the shift that would stop its current if the ceramic's potential stayed.
            double drivenPa = balanced[k]
                    ? lithium().pressurePa(faces.shiftsV()[k])
                    : beforePa[k] + lithium().pressurePa(inwardA[k] / slopesS[k]);
            double capPa = capPa(k, stackPressurePa);
            capped[k] = drivenPa > capPa;
            // A stripped flaw is empty: nothing in it can pull.
            pressuresPa[k] = Math.max(0, Math.min(drivenPa, capPa));
        }
        return new Pressures(pressuresPa, capped, inwardA);
    }

    /** Flaws between no pressure and what their lithium can hold take no net current. */
    private boolean[] balanced(double[] pressuresPa, double stackPressurePa) {
        boolean[] balanced = new boolean[pressuresPa.length];
        for (int k = 0; k < balanced.length; k++) {
            balanced[k] = pressuresPa[k] > 0 && pressuresPa[k] < capPa(k, stackPressurePa);
        }
        return balanced;
    }

    /** Of lithium under pressure; where it floats its potential stands for the shift. */
    private ButlerVolmer[] faceLaws(double[] pressuresPa, boolean[] balanced) {
        ButlerVolmer[] laws = new ButlerVolmer[flaws.size()];
        for (int k = 0; k < laws.length; k++) {
            ButlerVolmer law = intimate.law(-pressuresPa[k]);
            laws[k] = balanced[k] ? law.withoutShift() : law;
        }
        return laws;
    }

    private double capPa(int flaw, double stackPressurePa) {
        return Math.min(growthPressuresPa[flaw], flaws.get(flaw).extrusionPa(lithium(), stackPressurePa));
    }

    private LithiumMetal lithium() {
        return intimate.lithium();
    }
}
