package org.grainflux.study.memristor;

import java.util.List;
import org.grainflux.statistics.IntervalEstimate;
import org.grainflux.statistics.resampling.StreamedQuantiles;

/** The cycles of all devices of one electrode under one protocol, in the passes of {@link StreamedQuantiles}. */
final class ElectrodePopulation {
    static final double LOW = 0.025;
    static final double HIGH = 0.975;

    private final StreamedQuantiles setBiasV = new StreamedQuantiles(LOW, HIGH);
    private final StreamedQuantiles onOffRatio = new StreamedQuantiles(LOW, HIGH);
    private final StreamedQuantiles firstSetCycle = new StreamedQuantiles(LOW, HIGH);
    private final StreamedQuantiles formedRadiusM = new StreamedQuantiles(LOW, HIGH);
    private final StreamedQuantiles formingS = new StreamedQuantiles(LOW, HIGH);
    private final List<StreamedQuantiles> all = List.of(setBiasV, onOffRatio, firstSetCycle, formedRadiusM, formingS);
    private int pass = 1;
    private long devices;
    private long cycles;
    private long connected;
    private long cut;
    private double worstImbalance;

    void add(CyclesRow row) {
        setBiasV.add(row.setBiasV());
        onOffRatio.add(row.onOffRatios());
        firstSetCycle.add(new double[] {firstSetCycle(row)});
        formedRadiusM.add(new double[] {row.formedRadiusM()});
        formingS.add(new double[] {row.formingS()});
        if (pass == 1) {
            devices++;
            cycles += row.setBiasV().length;
            for (int i = 0; i < row.setBiasV().length; i++) {
                connected += row.neckRadiusM()[i] > 0 ? 1 : 0;
                cut += Double.isNaN(row.resetBiasV()[i]) ? 0 : 1;
            }
            worstImbalance = Math.max(worstImbalance, row.imbalanceRatio());
        }
    }

    /** Infinite when no cycle sets, so that a median of it is honest. */
    private static double firstSetCycle(CyclesRow row) {
        for (int i = 0; i < row.setBiasV().length; i++) {
            if (!Double.isNaN(row.setBiasV()[i])) {
                return i + 1;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    void endPass() {
        all.forEach(StreamedQuantiles::endPass);
        pass++;
    }

    StreamedQuantiles setBiasV() {
        return setBiasV;
    }

    StreamedQuantiles onOffRatio() {
        return onOffRatio;
    }

    IntervalEstimate firstSetCycle() {
        return firstSetCycle.median();
    }

    IntervalEstimate formedRadiusM() {
        return formedRadiusM.median();
    }

    IntervalEstimate formingS() {
        return formingS.median();
    }

    long devices() {
        return devices;
    }

    long cycles() {
        return cycles;
    }

    /** Share of conducting filaments that the resetting half cut; NaN when none conducted. */
    double resetSuccessFraction() {
        return connected == 0 ? Double.NaN : (double) cut / connected;
    }

    /** Share of cycles with a filament after the setting half. */
    double connectedFraction() {
        return (double) connected / cycles;
    }

    double worstImbalance() {
        return worstImbalance;
    }
}
