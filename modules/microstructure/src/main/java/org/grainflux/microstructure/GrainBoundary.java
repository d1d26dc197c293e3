package org.grainflux.microstructure;

/**
 * A boundary between two grains, straight or flat in generated structures.
 *
 * @param minusGrain grain the normal points away from
 * @param plusGrain grain the normal points to
 * @param measure length (2D, m) or area (3D, m²)
 * @param normal unit normal, one component per axis
 * @param misorientationRad smallest rotation angle between the two crystals under cubic symmetry; NaN in an image
 */
public record GrainBoundary(int minusGrain, int plusGrain, double measure, double[] normal, double misorientationRad) {}
