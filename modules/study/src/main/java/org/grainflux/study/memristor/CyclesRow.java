package org.grainflux.study.memristor;

/**
 * The life of one device at one electrode under one protocol; arrays by cycle, from the first.
 *
 * @param structureIndex of the device
 * @param design electrode and protocol
 * @param formingS time to cross the pellet; NaN when the forming bias cannot crack it
 * @param formedRadiusM of the filament through the pellet
 * @param imbalanceRatio largest difference of plated charge and filament volume times F/V_m, over the largest
 * @param setBiasV at which a filament touched; NaN in cycles in which none did
 * @param resetBiasV at which it was cut; NaN in cycles in which none was
 * @param onCurrentA read after the setting half
 * @param offCurrentA read after the resetting half
 * @param neckRadiusM after the setting half; 0 without a filament
 */
public record CyclesRow(
        int structureIndex,
        String design,
        double formingS,
        double formedRadiusM,
        double imbalanceRatio,
        double[] setBiasV,
        double[] resetBiasV,
        double[] onCurrentA,
        double[] offCurrentA,
        double[] neckRadiusM) {
    public double[] onOffRatios() {
        double[] ratios = new double[onCurrentA.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = onCurrentA[i] / offCurrentA[i];
        }
        return ratios;
    }
}
