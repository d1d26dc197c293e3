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

    /**
     * Current density at a depth per volt at the surface, S/m², of the modes k, 2k, …
     *
     * @param depthM in (0, t]
     */
    double[] transmissions(double firstWavenumberPerM, int modes, double depthM) {
        double[] transmissions = new double[modes];
        // Powers instead of exponentials: modes are multiples of the first one.
        double passedPerMode = Math.exp(-firstWavenumberPerM * depthM);
        double belowPerMode = Math.exp(-2 * firstWavenumberPerM * (thicknessM - depthM));
        double wholePerMode = Math.exp(-2 * firstWavenumberPerM * thicknessM);
        double passed = 1;
        double below = 1;
        double whole = 1;
        for (int n = 1; n <= modes; n++) {
            passed *= passedPerMode;
            below *= belowPerMode;
            whole *= wholePerMode;
            double k = n * firstWavenumberPerM;
            double rho = conductivitySPerM * k * lithiumSideOhmM2;
            double reflection = (1 - rho) / (1 + rho);
            transmissions[n - 1] = conductivitySPerM * k * passed * (1 + reflection * below) / (1 - reflection * whole);
        }
        return transmissions;
    }
}
