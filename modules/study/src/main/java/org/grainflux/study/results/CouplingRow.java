package org.grainflux.study.results;

/**
 * Critical current densities of one electrode as plating side at the nominal draw, with the field of the flux alone and with
 * flux, contact and stress that agree with each other at that very current. Infinite where no flaw can extend.
 *
 * @param reason why there is no coupled field; empty where there is one
 * @param selfConsistentAPerM2 F2 with the flux alone and ohmic transfer of charge
 * @param kineticSelfConsistentAPerM2 F2 with Butler–Volmer kinetics and without stress: what kinetics alone change
 * @param coupledSelfConsistentAPerM2 F2 with the coupled field
 * @param competingAPerM2 F3 with the flux alone, likewise the following
 * @param states coupled states that were solved until the current was that of the state
 * @param iterations of the coupling in all of them: solves of flux and stress
 * @param residualPa largest change of a normal stress in the last one
 * @param currentChange relative change of the current by the last state
 * @param contactFractionMin smallest at this electrode
 * @param normalStressMinPa at this electrode, tension positive
 * @param equilibriumShiftV mean shift of the plating potential by that stress; negative: harder to plate
 * @param dropShiftV mean change of the potential drop Δφ of this electrode by the shift of its equilibrium, at the same current; NaN
 *     without stack pressure
 * @param freeLateralRatio compression along the electrodes over the stack pressure that makes it, flaws open and empty, sides
 *     free
 * @param confinedLateralRatio the same without lateral strain
 * @param openFlaws of both electrodes, open in the field of stress
 * @param cappedFlaws whose pressure flow out of their mouth sets
 */
public record CouplingRow(
        int structureIndex,
        String design,
        int electrode,
        String reason,
        double selfConsistentAPerM2,
        double kineticSelfConsistentAPerM2,
        double coupledSelfConsistentAPerM2,
        double competingAPerM2,
        double coupledCompetingAPerM2,
        int states,
        int iterations,
        double residualPa,
        double currentChange,
        double contactFractionMin,
        double contactFractionMean,
        double normalStressMinPa,
        double normalStressMaxPa,
        double equilibriumShiftV,
        double dropShiftV,
        double freeLateralRatio,
        double confinedLateralRatio,
        int openFlaws,
        int cappedFlaws,
        double largestFlawPressurePa) {
    /** Nothing but the field of the flux alone. */
    public static CouplingRow without(
            int structureIndex,
            String design,
            int electrode,
            String reason,
            double selfConsistentAPerM2,
            double competingAPerM2) {
        double none = Double.NaN;
        return new CouplingRow(
                structureIndex,
                design,
                electrode,
                reason,
                selfConsistentAPerM2,
                none,
                none,
                competingAPerM2,
                none,
                0,
                0,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                0,
                0,
                none);
    }
}
