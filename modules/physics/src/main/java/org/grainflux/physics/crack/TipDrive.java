package org.grainflux.physics.crack;

import org.grainflux.fem.elasticity.ReleasedFacets;

/** Where the pressure of lithium in a growing crack comes from. */
interface TipDrive {
    /**
     * Overpotential that pressurises the lithium of the crack as it is now, per unit of mean current, Ω m².
     *
     * @param body its open facets are the crack; another mesh than last time is allowed
     * @param deepestM greatest depth of the crack, m
     */
    double overpotentialOhmM2(ReleasedFacets body, double deepestM);
}
