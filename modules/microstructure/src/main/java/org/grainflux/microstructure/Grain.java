package org.grainflux.microstructure;

/**
 * One grain.
 *
 * @param phase index of its material; 0 is the electrolyte
 * @param orientation crystal orientation
 * @param measure area (2D, m²) or volume (3D, m³)
 * @param centroidM one coordinate per axis, unwrapped with the grain
 */
public record Grain(int phase, Rotation orientation, double measure, double[] centroidM) {}
