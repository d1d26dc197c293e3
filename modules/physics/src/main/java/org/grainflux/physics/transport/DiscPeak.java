package org.grainflux.physics.transport;

/** A place where the average over a disc is large, and that average. */
public record DiscPeak(double xM, double yM, double averageAPerM2) {}
