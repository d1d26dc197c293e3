package org.grainflux.fem.multigrid;

/** What conjugate gradients ask of a hierarchy whose sweeps do the work of an iteration; vectors are its own. */
public interface PreconditionedSweep {
    /** Puts r = b − A x into its vectors and forgets earlier directions. @return ‖r‖₂ */
    double start(double[] load, double[] solution);

    /** z = M⁻¹ r. */
    void precondition();

    /** rᵀ z. */
    double residualTimesCorrection();

    /** zᵀ A z. */
    double correctionEnergy();

    /** p ← z + β p, x ← x + α p, r ← r − α A p; β is 0 in the first step. @return ‖r‖₂ */
    double advance(double[] solution, double alpha, double beta);
}
