package org.grainflux.physics.crack;

import org.grainflux.fem.elasticity.ReleasedFacets;

/**
 * The overpotential at the mouth and the ohmic detour of the depth, u + a/σ: the ceramic at the tip while the crack takes no
 * current, on even ground.
 *
 * @param mouthOhmM2 u, Ω m²
 * @param grainConductivitySPerM σ_g, S/m
 */
record DetourDrive(double mouthOhmM2, double grainConductivitySPerM) implements TipDrive {
    @Override
    public double overpotentialOhmM2(ReleasedFacets body, double deepestM) {
        return mouthOhmM2 + deepestM / grainConductivitySPerM;
    }
}
