package org.grainflux.study.regression;

/**
 * What a reference took. Depends on machine and moment, so it is shown and compared, and decides nothing.
 *
 * @param wallS from start to end, s
 * @param cpuS of all threads, s
 * @param allocatedMb memory taken from the heap over time, 10⁶ bytes; hardly depends on the machine
 * @param peakHeapMb most of the heap in use at once, garbage not yet collected included, 10⁶ bytes
 */
public record Cost(double wallS, double cpuS, double allocatedMb, double peakHeapMb) {}
