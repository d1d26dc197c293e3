package org.grainflux.physics.coupling;

import org.grainflux.physics.elasticity.StressField;
import org.grainflux.physics.transport.OperatingPoint;

/**
 * Flux, contact and stress that agree with each other.
 *
 * @param flux at the mean current density asked for
 * @param stress of the grains
 * @param flawPressuresPa of lithium, per flaw, compression positive
 * @param capped per flaw, whether flow out of its mouth, or its growth, and not the drop of potential sets the pressure
 * @param flawCurrentsAPerM net current into the lithium of each flaw, A per metre of depth: what is extruded or makes it grow
 * @param contactFractions per electrode and node of its trace
 * @param iterations of the coupling: solves of flux and stress
 * @param newtonSteps of all solves of the flux together
 * @param residualPa largest change of a normal stress in the last one
 */
public record CoupledState(
        OperatingPoint flux,
        StressField stress,
        double[] flawPressuresPa,
        boolean[] capped,
        double[] flawCurrentsAPerM,
        double[][] contactFractions,
        int iterations,
        int newtonSteps,
        double residualPa) {}
