package org.grainflux.physics.memristor;

import org.apache.commons.math3.util.FastMath;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.core.PhysicalConstants;
import org.grainflux.core.Require;

/**
 * A working gap under bias: ramps move its state from event to event, each located to rounding.
 *
 * <p>Shared by all devices with these properties; the state is the {@link WorkingGap}.
 *
 * @param crackingBiasV V_c, below which a fresh path does not open
 * @param reopeningBiasV V_o, below which an open one is not filled
 * @param complianceA of the instrument, per device
 */
public record SwitchingCell(
        FrontKinetics kinetics, FilamentMetal metal, double crackingBiasV, double reopeningBiasV, double complianceA) {
    /** Filled, touched, compliant, below it again; retreat is one event. */
    private static final int MOST_EVENTS = 12;

    public SwitchingCell {
        Require.nonNegative("cracking bias", crackingBiasV, "V");
        Require.within("reopening bias", reopeningBiasV, 0, crackingBiasV, "V");
        Require.positive("compliance", complianceA, "A");
    }

    /** Bias at which plated lithium is under a pressure, V_m p/F. */
    public static double biasOfPressureV(double pressurePa, double molarVolumeM3PerMol) {
        return pressurePa * molarVolumeM3PerMol / PhysicalConstants.FARADAY_C_PER_MOL;
    }

    /** What happened under a ramp; NaN where nothing did. */
    public record Events(double touchBiasV, double cutBiasV) {
        static final Events NONE = new Events(Double.NaN, Double.NaN);
    }

    /**
     * Moves the gap through a ramp.
     *
     * @param strandOhm of the filament behind the neck
     */
    public Events apply(Ramp ramp, WorkingGap gap, double strandOhm) {
        double touchV = Double.NaN;
        double cutV = Double.NaN;
        double timeS = 0;
        NeckMotion motion = new NeckMotion(kinetics, complianceA);
        for (int event = 0; timeS < ramp.durationS(); event++) {
            if (event == MOST_EVENTS) {
                throw new NumericalFailureException(
                        Reason.ITERATION_LIMIT, "more than " + MOST_EVENTS + " events under one ramp");
            }
            if (gap.isConnected()) {
                Neck neck = new Neck(metal, gap.lengthM(), strandOhm);
                NeckMotion.End end = motion.advance(neck, gap.neckRadiusM(), ramp, timeS);
                gap.thickenTo(end.radiusM(), end.platedM3());
                timeS = end.timeS();
                cutV = gap.isConnected() ? cutV : ramp.biasV(timeS);
            } else if (ramp.plates()) {
                timeS = fill(ramp, gap, timeS);
                touchV = gap.isConnected() ? ramp.biasV(timeS) : touchV;
            } else {
                timeS = recede(ramp, gap, timeS);
            }
        }
        return new Events(touchV, cutV);
    }

    /** Fills what is open, or opens what is fresh, until the ramp or that part of the path ends. */
    private double fill(Ramp ramp, WorkingGap gap, double fromS) {
        boolean open = gap.filledM() < gap.openedM();
        double thresholdV = open ? reopeningBiasV : crackingBiasV;
        double goalM = open ? FastMath.min(gap.openedM(), gap.lengthM()) : gap.lengthM();
        double slope = ramp.magnitudeSlopeVPerS();
        double beginS = fromS;
        double endS = ramp.durationS();
        if (slope > 0) {
            beginS = FastMath.max(fromS, timeAtS(ramp, thresholdV));
        } else if (slope < 0) {
            endS = FastMath.min(endS, timeAtS(ramp, thresholdV));
        } else if (!(ramp.magnitudeV(fromS) > thresholdV)) {
            return ramp.durationS();
        }
        if (!(beginS < endS)) {
            return ramp.durationS();
        }
        double startV = FastMath.max(0, ramp.magnitudeV(beginS) - thresholdV);
        double wayM = goalM - gap.filledM();
        double advanceM = kinetics.advanceM(startV, FastMath.max(0, ramp.magnitudeV(endS) - thresholdV), endS - beginS);
        if (advanceM < wayM) {
            gap.fill(advanceM);
            return ramp.durationS();
        }
        gap.fillTo(goalM);
        if (goalM == gap.lengthM()) {
            gap.touch();
        }
        return FastMath.min(endS, beginS + kinetics.timeToAdvanceS(startV, slope, wayM));
    }

    private double recede(Ramp ramp, WorkingGap gap, double fromS) {
        double advanceM =
                kinetics.advanceM(ramp.magnitudeV(fromS), ramp.magnitudeV(ramp.durationS()), ramp.durationS() - fromS);
        if (advanceM < gap.filledM()) {
            gap.fill(-advanceM);
        } else {
            gap.fillTo(0);
        }
        return ramp.durationS();
    }

    private static double timeAtS(Ramp ramp, double magnitudeV) {
        return (magnitudeV - Math.abs(ramp.startV())) / ramp.magnitudeSlopeVPerS();
    }
}
