package org.grainflux.physics.coupling;

import java.util.List;
import org.grainflux.physics.kinetics.ButlerVolmer;
import org.grainflux.physics.transport.CondensedPolycrystal;
import org.grainflux.physics.transport.NonlinearCell;
import org.grainflux.physics.transport.OperatingPoint;

/** Flaws that take no current: their lithium is in equilibrium with the drop of the electrode beside them. */
final class FullFlaws implements FlawLithium {
    private final CondensedPolycrystal polycrystal;
    private final NonlinearCell cell;
    private final StressedInterface surface;
    private final List<FootFlaw> flaws;

    FullFlaws(CondensedPolycrystal polycrystal, StressedInterface surface, List<FootFlaw> flaws) {
        this.polycrystal = polycrystal;
        this.cell = new NonlinearCell(polycrystal);
        this.surface = surface;
        this.flaws = flaws;
    }

    @Override
    public double[] startPa(ButlerVolmer[] electrodeLaws, double meanCurrentDensityAPerM2, double stackPressurePa) {
        return new double[0];
    }

    @Override
    public OperatingPoint flux(
            ButlerVolmer[] electrodeLaws,
            double[] pressuresPa,
            double meanCurrentDensityAPerM2,
            double stackPressurePa,
            OperatingPoint before) {
        int first = polycrystal.firstNode(1);
        return cell.solve(
                i -> electrodeLaws[i],
                i -> electrodeLaws[first + i],
                face -> null,
                new boolean[0],
                meanCurrentDensityAPerM2,
                before);
    }

    @Override
    public Pressures pressures(OperatingPoint flux, double[] beforePa, double stackPressurePa) {
        double[] pressuresPa = new double[flaws.size()];
        boolean[] capped = new boolean[flaws.size()];
        for (int k = 0; k < pressuresPa.length; k++) {
            FootFlaw flaw = flaws.get(k);
            double byDropPa = surface.lithium().pressurePa(-dropBeside(flaw, flux));
            double capPa = flaw.extrusionPa(surface.lithium(), stackPressurePa);
            capped[k] = byDropPa > capPa;
            // A stripped flaw is empty: nothing in it can pull.
            pressuresPa[k] = Math.max(0, Math.min(byDropPa, capPa));
        }
        return new Pressures(pressuresPa, capped, new double[flaws.size()]);
    }

    /** Mean Δφ within one depth of the flaw's foot, which is as far as the flaw draws current from. */
    private double dropBeside(FootFlaw flaw, OperatingPoint flux) {
        return MeanDrop.aroundV(
                polycrystal.trace(flaw.electrode()), flux.electrode(flaw.electrode()), flaw.point(), flaw.depthM());
    }
}
