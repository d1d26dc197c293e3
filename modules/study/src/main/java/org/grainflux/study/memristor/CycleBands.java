package org.grainflux.study.memristor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grainflux.statistics.resampling.Quantiles;

/** A figure of every cycle over the devices of one electrode under one protocol: median and the range of 95 % of devices. */
public final class CycleBands {
    private final List<double[]> devices = new ArrayList<>();

    /** @param byCycle NaN where a device has no such figure */
    public void add(double[] byCycle) {
        devices.add(byCycle);
    }

    /** By cycle; NaN where no device has the figure. */
    public double[] median() {
        return quantile(0.5);
    }

    public double[] low() {
        return quantile(ElectrodePopulation.LOW);
    }

    public double[] high() {
        return quantile(ElectrodePopulation.HIGH);
    }

    private double[] quantile(double probability) {
        int cycles = devices.isEmpty() ? 0 : devices.get(0).length;
        double[] quantiles = new double[cycles];
        for (int cycle = 0; cycle < cycles; cycle++) {
            int index = cycle;
            double[] values = devices.stream()
                    .mapToDouble(device -> device[index])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            Arrays.sort(values);
            quantiles[cycle] = Quantiles.ofSorted(values, probability);
        }
        return quantiles;
    }
}
