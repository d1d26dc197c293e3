package org.grainflux.physics.fracture;

import java.io.Serializable;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;

/**
 * The protocol that defines a measured critical current density: a ramp of current steps, the same areal capacity
 * plated in each.
 *
 * @param startAPerM2 first step, A/m²
 * @param stepAPerM2 increment, A/m²
 * @param maximumAPerM2 no step exceeds it, A/m²
 * @param capacityPerStepCPerM2 charge per area plated in each step, C/m²
 */
public record CurrentRamp(double startAPerM2, double stepAPerM2, double maximumAPerM2, double capacityPerStepCPerM2)
        implements Serializable {
    /** Absorbs rounding of (maximum − start)/step, in steps. */
    private static final double STEP_ROUNDING = 1e-9;

    public CurrentRamp {
        Require.positive("first current step", startAPerM2, "A/m²");
        Require.positive("current increment", stepAPerM2, "A/m²");
        Require.positive("capacity per step", capacityPerStepCPerM2, "C/m²");
        if (!(maximumAPerM2 >= startAPerM2 && Double.isFinite(maximumAPerM2))) {
            throw new InvalidInputException("the maximum of a current ramp must be finite and >= its start of "
                    + startAPerM2 + " A/m², got " + maximumAPerM2 + " A/m²");
        }
    }

    /** How a reading bounds the true value. */
    public enum Censoring {
        /** The critical current lies between the reading and the next step. */
        NONE,
        /** The first step already failed: the critical current is at most the reading. */
        LEFT,
        /** The last step was survived: the critical current exceeds the reading. */
        RIGHT
    }

    /**
     * What the experiment would report.
     *
     * @param ccdAPerM2 largest step survived, or the first step when none was, A/m²
     * @param stepsSurvived number of steps survived
     * @param platedThicknessM lithium plated in total over the survived steps of one polarity, m
     */
    public record Reading(double ccdAPerM2, Censoring censoring, int stepsSurvived, double platedThicknessM)
            implements Serializable {}

    public int steps() {
        return (int) Math.floor((maximumAPerM2 - startAPerM2) / stepAPerM2 + STEP_ROUNDING) + 1;
    }

    public double stepCurrentAPerM2(int step) {
        return startAPerM2 + step * stepAPerM2;
    }

    /** Duration of a step, s. */
    public double stepDurationS(int step) {
        return capacityPerStepCPerM2 / stepCurrentAPerM2(step);
    }

    /** Lithium plated in one step, m: 4.85 µm per mAh/cm². */
    public double platedThicknessPerStepM(LithiumMetal lithium) {
        return lithium.platedThicknessM(capacityPerStepCPerM2);
    }

    /**
     * Reads a continuous critical current through the ramp; a step is survived when it stays below the critical
     * current.
     *
     * @param criticalAPerM2 &gt; 0, +∞ for "no failure at any current", A/m²
     */
    public Reading read(double criticalAPerM2, LithiumMetal lithium) {
        if (!(criticalAPerM2 >= 0)) {
            throw new InvalidInputException("a critical current must be >= 0, got " + criticalAPerM2 + " A/m²");
        }
        int survived = 0;
        while (survived < steps() && stepCurrentAPerM2(survived) < criticalAPerM2) {
            survived++;
        }
        double platedM = survived * platedThicknessPerStepM(lithium);
        if (survived == 0) {
            return new Reading(startAPerM2, Censoring.LEFT, 0, 0);
        }
        Censoring censoring = survived == steps() ? Censoring.RIGHT : Censoring.NONE;
        return new Reading(stepCurrentAPerM2(survived - 1), censoring, survived, platedM);
    }
}
