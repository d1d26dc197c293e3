package org.grainflux.physics.memristor;

import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.util.FastMath;
import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.core.PhysicalConstants;

/** One device over its life: formed once, reset once, then cycled. */
public final class MemristorDevice {
    /** Between the lithium that the current plated and that in the gap and the neck, over the largest ever there. */
    private static final double CONSERVATION_TOLERANCE = 1e-6;

    private final SwitchingCell cell;
    private final Electrode electrode;
    private final DeviceGeometry geometry;
    private final IntFunction<RandomGenerator> cycleStreams;
    private final double formedRadiusM;
    private final WorkingGap gap;
    private double strandRadiusM;
    private double mostLithiumM3;
    private double imbalance;

    /**
     * Forms the device.
     *
     * @param cycleStreams random numbers of each cycle by its number, 0 for the reset after forming
     */
    public MemristorDevice(
            SwitchingCell cell,
            Electrode electrode,
            DeviceGeometry geometry,
            Forming forming,
            IntFunction<RandomGenerator> cycleStreams) {
        this.cell = cell;
        this.electrode = electrode;
        this.geometry = geometry;
        this.cycleStreams = cycleStreams;
        this.formedRadiusM = forming.strandRadiusM(cell, geometry.pelletThicknessM(), geometry.contactRadiusM());
        this.strandRadiusM = formedRadiusM;
        this.gap = WorkingGap.connected(
                geometry.gapLengthM(),
                geometry.contactRadiusM(),
                formedRadiusM,
                geometry.openedFraction() * geometry.gapLengthM());
    }

    /** Of the filament through the pellet, after forming. */
    public double formedRadiusM() {
        return formedRadiusM;
    }

    public WorkingGap gap() {
        return gap;
    }

    /** Largest difference so far between lithium by current and by geometry, over the largest amount there was. */
    public double imbalance() {
        return imbalance;
    }

    /** Charge of the lithium in the gap and the neck, C. */
    public double chargeC(double molarVolumeM3PerMol) {
        return gap.platedM3() * PhysicalConstants.FARADAY_C_PER_MOL / molarVolumeM3PerMol;
    }

    /** Told of every stretch of bias that was applied, for curves. */
    @FunctionalInterface
    public interface Recorder {
        /** @param currentA with the sign of the bias */
        void point(double biasV, double currentA);
    }

    /** The resetting half alone, after forming. */
    public double resetAfterForming(CyclingProtocol protocol) {
        double cutV = Double.NaN;
        for (Ramp ramp : protocol.resetting()) {
            cutV = firstKnown(cutV, apply(ramp).cutBiasV());
        }
        return cutV;
    }

    /** One cycle. */
    public CycleOutcome cycle(int number, CyclingProtocol protocol) {
        drawPath(number);
        boolean connectedBefore = gap.isConnected();
        double touchV = Double.NaN;
        for (Ramp ramp : protocol.setting()) {
            touchV = firstKnown(touchV, apply(ramp).touchBiasV());
        }
        boolean connected = gap.isConnected();
        double onA = currentA(protocol.readBiasV());
        double onRadiusM = gap.neckRadiusM();
        double cutV = Double.NaN;
        for (Ramp ramp : protocol.resetting()) {
            cutV = firstKnown(cutV, apply(ramp).cutBiasV());
        }
        double offA = currentA(protocol.readBiasV());
        return new CycleOutcome(connectedBefore, connected, touchV, cutV, onA, offA, onRadiusM);
    }

    /** One cycle in so many equal steps of time per ramp; the same states as {@link #cycle}, since steps are exact. */
    public void record(int number, CyclingProtocol protocol, int stepsPerRamp, Recorder recorder) {
        drawPath(number);
        for (var half : List.of(protocol.setting(), protocol.resetting())) {
            for (Ramp ramp : half) {
                recorder.point(ramp.startV(), signed(ramp.startV()));
                for (int step = 0; step < stepsPerRamp; step++) {
                    double stepS = ramp.durationS() / stepsPerRamp;
                    double endV = ramp.biasV(ramp.durationS() * (step + 1) / stepsPerRamp);
                    apply(new Ramp(ramp.biasV(ramp.durationS() * step / stepsPerRamp), endV, stepS));
                    recorder.point(endV, signed(endV));
                }
            }
        }
    }

    private double signed(double biasV) {
        return Math.copySign(currentA(biasV), biasV);
    }

    private static double firstKnown(double known, double next) {
        return Double.isNaN(known) ? next : known;
    }

    /** A gap that was emptied is filled along a path of its own. */
    private void drawPath(int cycle) {
        if (!gap.isEmpty()) {
            return;
        }
        RandomGenerator random = cycleStreams.apply(cycle);
        double gapFactor = FastMath.exp(geometry.gapSigmaLn() * random.nextGaussian());
        double radiusFactor = FastMath.exp(geometry.radiusSigmaLn() * random.nextGaussian());
        // A gap is short beside the pellet; the tail of a wide scatter is not.
        double lengthM = FastMath.min(
                geometry.gapLengthM() * gapFactor, DeviceGeometry.LONGEST_GAP * geometry.pelletThicknessM());
        gap.redraw(lengthM, geometry.contactRadiusM() * radiusFactor);
        strandRadiusM = formedRadiusM * radiusFactor;
    }

    private double strandOhm() {
        return cell.metal().resistanceOhm(geometry.pelletThicknessM() - gap.lengthM(), strandRadiusM);
    }

    private double currentA(double biasV) {
        double filamentOhm = gap.isConnected()
                ? strandOhm() + cell.metal().resistanceOhm(gap.lengthM(), gap.neckRadiusM())
                : Double.POSITIVE_INFINITY;
        return electrode.currentA(biasV, filamentOhm);
    }

    private SwitchingCell.Events apply(Ramp ramp) {
        SwitchingCell.Events events = cell.apply(ramp, gap, strandOhm());
        mostLithiumM3 = Math.max(mostLithiumM3, gap.lithiumM3());
        if (mostLithiumM3 > 0) {
            imbalance = Math.max(imbalance, Math.abs(gap.platedM3() - gap.lithiumM3()) / mostLithiumM3);
        }
        if (!(imbalance <= CONSERVATION_TOLERANCE)) {
            throw new NumericalFailureException(
                    Reason.RESIDUAL_TOO_LARGE,
                    "lithium is not conserved: " + gap.platedM3() + " m3 by current, " + gap.lithiumM3()
                            + " m3 by geometry; allowed difference " + CONSERVATION_TOLERANCE + " of the largest");
        }
        return events;
    }
}
