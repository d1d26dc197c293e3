package org.grainflux.physics.crack;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.grainflux.core.Require;
import org.grainflux.physics.fracture.LithiumMetal;

/**
 * A crack that grew while the flux was solved at every step, and what it takes to plate the lithium in it.
 *
 * @param crack its steps, with the current at which the solved overpotential holds the pressure they need
 * @param terminals the cell with the crack, one per step
 * @param fluxSolves solves with the factor of the flux
 */
public record DrivenCrack(GrownCrack crack, List<CrackTerminals> terminals, int fluxSolves) implements Serializable {
    public DrivenCrack {
        terminals = List.copyOf(terminals);
    }

    /**
     * A length of the crack at a given current.
     *
     * @param lengthM of the crack, m
     * @param timeS since the current was switched on with the flaw under no pressure; +∞ where it never gets there
     * @param cellChargeCPerM2 that the cell has passed until then, C/m²
     * @param crackChargeCPerM lithium in the crack as charge per depth, C/m
     */
    public record Progress(double lengthM, double timeS, double cellChargeCPerM2, double crackChargeCPerM)
            implements Serializable {}

    /**
     * Length against charge at a constant mean current: the crack goes on once what was plated into it fills its opening at the
     * pressure the next step needs. Lithium leaves it through its faces only, its own compression and what is extruded are
     * neglected. The first place is the flaw about to grow; where the current never holds a step's pressure the crack
     * is arrested, and that place is the last, after +∞.
     *
     * @param meanCurrentDensityAPerM2 &gt; 0
     */
    public List<Progress> progress(double meanCurrentDensityAPerM2, LithiumMetal lithium) {
        Require.positive("mean current density", meanCurrentDensityAPerM2, "A/m2");
        List<Progress> places = new ArrayList<>();
        double timeS = 0;
        double chargeCPerM = 0;
        double slowness = Double.NaN;
        for (int n = 0; n < crack.steps().size() && timeS < Double.POSITIVE_INFINITY; n++) {
            GrownCrack.Step step = crack.steps().get(n);
            double neededV = lithium.overpotentialV(step.pressurePa());
            double currentAPerM = terminals.get(n).crackCurrentAPerM(meanCurrentDensityAPerM2, neededV);
            double added = Math.max(0, step.chargeCPerM() - chargeCPerM);
            if (!(currentAPerM > 0)) {
                timeS = Double.POSITIVE_INFINITY;
            } else if (n == 0) {
                timeS = chargingS(terminals.get(0), step.chargeCPerM(), neededV, meanCurrentDensityAPerM2);
            } else {
                // dt = dQ/I, with I at both ends of the step.
                timeS += 0.5 * added * (slowness + 1 / currentAPerM);
            }
            slowness = 1 / currentAPerM;
            chargeCPerM += added;
            places.add(new Progress(step.lengthM(), timeS, meanCurrentDensityAPerM2 * timeS, chargeCPerM));
        }
        return places;
    }

    /** The opening of a crack that does not grow is in proportion to its pressure, so pressure rises as a capacitor's voltage. */
    private static double chargingS(
            CrackTerminals terminals, double chargeCPerM, double neededV, double currentAPerM2) {
        if (neededV == 0) {
            return 0;
        }
        double finalV = terminals.overpotentialOhmM2() * currentAPerM2;
        return -Math.log1p(-neededV / finalV) * chargeCPerM / neededV / terminals.crackConductanceS();
    }

    /** Whether a current fails to hold the pressure of one of the steps, so that the crack stops before its last place. */
    public boolean arrestsAt(double meanCurrentDensityAPerM2) {
        return crack.steps().stream().anyMatch(step -> !(step.currentAPerM2() < meanCurrentDensityAPerM2));
    }
}
