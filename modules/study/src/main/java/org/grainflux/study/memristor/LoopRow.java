package org.grainflux.study.memristor;

/**
 * The current–voltage loop of one cycle of a chosen device.
 *
 * @param structureIndex of the device
 * @param design electrode and protocol
 * @param currentA as measured, with the sign of the bias
 */
public record LoopRow(int structureIndex, String design, int cycle, double[] biasV, double[] currentA) {}
