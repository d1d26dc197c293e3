package org.grainflux.physics.coupling;

import org.grainflux.physics.kinetics.ButlerVolmer;
import org.grainflux.physics.transport.OperatingPoint;

/** What the lithium in the flaws of a cell does with the potential beside it. */
interface FlawLithium {
    /**
     * Pressures of flaws that the flux depends on and that are therefore sought together with the normal stresses, Pa; none where the
     * flux does not feel them.
     *
     * @param electrodeLaws per node of the lower, then of the upper electrode
     */
    double[] startPa(ButlerVolmer[] electrodeLaws, double meanCurrentDensityAPerM2, double stackPressurePa);

    /**
     * @param pressuresPa as many as at the start
     * @param before the flux of the last iteration; null in the first
     */
    OperatingPoint flux(
            ButlerVolmer[] electrodeLaws,
            double[] pressuresPa,
            double meanCurrentDensityAPerM2,
            double stackPressurePa,
            OperatingPoint before);

    /** The pressures this flux makes. @param beforePa those it was solved with */
    Pressures pressures(OperatingPoint flux, double[] beforePa, double stackPressurePa);

    /**
     * @param pa per flaw
     * @param capped per flaw, whether its lithium gives way before it takes what the drop drives
     * @param currentsAPerM net current into the lithium of each flaw, A per metre of depth
     */
    record Pressures(double[] pa, boolean[] capped, double[] currentsAPerM) {}
}
