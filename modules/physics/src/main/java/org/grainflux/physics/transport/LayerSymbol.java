package org.grainflux.physics.transport;

/**
 * A layer under one lateral mode: the current that a potential cos(kx) of the electrolyte's surface, measured against
 * lithium, drives through it. With ρ = σkR_1, the reflection q = (1 − ρ)/(1 + ρ) at lithium and E = exp(−2kt), the current
 * density into the layer per volt is σk (1 + qE)/(1 − qE); far below a layer much thicker than the mode, E → 0, it is σk
 * whatever lies at lithium. This solves φ'' = k²φ in the layer with −σφ' = φ/R_1 at depth t.
 */
record LayerSymbol(double thicknessM, double conductivitySPerM, double lithiumSideOhmM2) {

    static LayerSymbol of(ElectrodeContact.IonicLayer layer) {
        return new LayerSymbol(layer.thicknessM(), layer.conductivitySPerM(), layer.lithiumSideOhmM2());
    }

    /** 1/(t/σ + R_1), S/m²: the admittance of the mean. */
    double meanAdmittance() {
        return 1 / (thicknessM / conductivitySPerM + lithiumSideOhmM2);
    }

    /** Admittance over σk, less 1: 2qE/(1 − qE), for k &gt; 0. */
    double excess(double wavenumberPerM) {
        double rho = conductivitySPerM * wavenumberPerM * lithiumSideOhmM2;
        double reflection = (1 - rho) / (1 + rho);
        double exponent = -2 * wavenumberPerM * thicknessM;
        // 1 − qE = (1 − q) + q(1 − E), without cancellation in thin layers.
        return 2 * reflection * Math.exp(exponent) / (2 * rho / (1 + rho) - reflection * Math.expm1(exponent));
    }

    /** Current density into the layer per volt, S/m², for k &gt; 0. */
    double admittance(double wavenumberPerM) {
        return conductivitySPerM * wavenumberPerM * (1 + excess(wavenumberPerM));
    }

    /** Current density at a depth per volt at the surface, S/m², for k &gt; 0; the admittance at depth 0. */
    double transmission(double wavenumberPerM, double depthM) {
        double rho = conductivitySPerM * wavenumberPerM * lithiumSideOhmM2;
        double reflection = (1 - rho) / (1 + rho);
        double below = Math.exp(-2 * wavenumberPerM * (thicknessM - depthM));
        double denominator = 2 * rho / (1 + rho) - reflection * Math.expm1(-2 * wavenumberPerM * thicknessM);
        return conductivitySPerM
                * wavenumberPerM
                * Math.exp(-wavenumberPerM * depthM)
                * (1 + reflection * below)
                / denominator;
    }
}
