package org.grainflux.physics.memristor;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.events.EventHandler;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * The equations of gap and neck as they stand, integrated in time with the library's step control and events: the independent
 * answer to what {@link SwitchingCell} solves in closed form. State: filled length or neck radius over a scale, and plated
 * volume over a scale.
 */
final class TimeIntegration {
    private static final double SCALE_M = 1e-8;

    private final SwitchingCell cell;
    private final double lengthM;
    private final double contactRadiusM;
    private final double strandOhm;

    boolean connected;
    double openedM;
    /** Filled length in a gap, radius of a neck. */
    double stateM;

    double platedM3;
    double touchV = Double.NaN;
    double cutV = Double.NaN;

    TimeIntegration(SwitchingCell cell, WorkingGap start, double strandOhm) {
        this.cell = cell;
        this.lengthM = start.lengthM();
        this.contactRadiusM = start.contactRadiusM();
        this.strandOhm = strandOhm;
        this.connected = start.isConnected();
        this.openedM = start.openedM();
        this.stateM = connected ? start.neckRadiusM() : start.filledM();
        this.platedM3 = start.platedM3();
    }

    void apply(Ramp ramp) {
        double timeS = 0;
        for (int phase = 0; timeS < ramp.durationS(); phase++) {
            if (phase > 20) {
                throw new IllegalStateException("does not end");
            }
            timeS = phase(ramp, timeS);
        }
    }

    private double phase(Ramp ramp, double fromS) {
        boolean inNeck = connected;
        boolean plates = ramp.plates();
        boolean open = stateM < openedM;
        double goalM = inNeck ? 0 : plates ? (open ? openedM : lengthM) : 0;
        if (!inNeck && !plates && stateM <= 0) {
            return ramp.durationS();
        }
        double thresholdV = !plates || inNeck ? 0 : open ? cell.reopeningBiasV() : cell.crackingBiasV();
        double tubeM = inNeck ? 2 * Math.PI * lengthM : 0;
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(1e-16 * ramp.durationS(), ramp.durationS() / 50, 1e-13, 1e-12);
        EventHandler arrival = new EventHandler() {
            @Override
            public void init(double t0, double[] y0, double t) {}

            @Override
            public double g(double t, double[] y) {
                return y[0] - goalM / SCALE_M;
            }

            @Override
            public Action eventOccurred(double t, double[] y, boolean increasing) {
                return Action.STOP;
            }

            @Override
            public void resetState(double t, double[] y) {}
        };
        boolean arrives = !(inNeck && plates);
        if (arrives) {
            integrator.addEventHandler(arrival, ramp.durationS() / 100, 1e-14 * ramp.durationS(), 200);
        }
        double[] y = {stateM / SCALE_M, 0};
        double endS = integrator.integrate(
                new FirstOrderDifferentialEquations() {
                    @Override
                    public int getDimension() {
                        return 2;
                    }

                    @Override
                    public void computeDerivatives(double t, double[] state, double[] rate) {
                        double magnitude = Math.abs(ramp.biasV(t));
                        double x = Math.max(state[0] * SCALE_M, 1e-13);
                        double eta = inNeck
                                ? Math.min(
                                        magnitude,
                                        cell.complianceA()
                                                * (strandOhm + cell.metal().resistanceOhm(lengthM, x)))
                                : Math.max(0, magnitude - thresholdV);
                        double speed = (plates ? 1 : -1) * cell.kinetics().speedMPerS(eta);
                        rate[0] = speed / SCALE_M;
                        double areaM2 = inNeck ? tubeM * x : Math.PI * contactRadiusM * contactRadiusM;
                        rate[1] = speed * areaM2 / (SCALE_M * SCALE_M * SCALE_M);
                    }
                },
                fromS,
                y,
                ramp.durationS(),
                y);
        stateM = y[0] * SCALE_M;
        platedM3 += y[1] * SCALE_M * SCALE_M * SCALE_M;
        if (endS < ramp.durationS() * (1 - 1e-12)) {
            arrive(ramp, inNeck, plates, goalM, endS);
        }
        openedM = connected ? openedM : Math.max(openedM, stateM);
        return endS;
    }

    private void arrive(Ramp ramp, boolean inNeck, boolean plates, double goalM, double timeS) {
        if (inNeck) {
            connected = false;
            stateM = 0;
            cutV = ramp.biasV(timeS);
        } else if (plates && goalM == lengthM) {
            connected = true;
            openedM = lengthM;
            stateM = contactRadiusM;
            touchV = ramp.biasV(timeS);
        } else {
            stateM = goalM;
        }
    }
}
