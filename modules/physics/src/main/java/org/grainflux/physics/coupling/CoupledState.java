package org.grainflux.physics.coupling;

import org.grainflux.physics.elasticity.StressField;
import org.grainflux.physics.transport.OperatingPoint;

/**
 * Flux, contact and stress that agree with each other.
 *
 * @param flux at the mean current density asked for
 * @param stress of the grains
 * @param flawPressuresPa of lithium, per flaw, compression positive
 * @param cappedByExtrusion per flaw, whether flow out of its mouth and not the drop of potential sets the pressure
 * @param contactFractions per electrode and node of its trace
 * @param iterations of the coupling: solves of flux and stress
 * @param residualPa largest change of a normal stress in the last one
 */
public record CoupledState(
        OperatingPoint flux,
        StressField stress,
        double[] flawPressuresPa,
        boolean[] cappedByExtrusion,
        double[][] contactFractions,
        int iterations,
        double residualPa) {}
