package org.grainflux.microstructure;

/** A unit quaternion w + xi + yj + zk: rotates crystal axes to sample axes. */
public record Rotation(double w, double x, double y, double z) {}
