/**
 * Grain structures: cell complexes, the grains they form, their boundary network, and how close the realized statistics
 * came to the target. The packages below make structures and mesh them.
 *
 * <p>Symbols: d grain size, {@code grainSizeM} (m); L_A boundary length per area, {@code boundaryMeasurePerVolume}
 * (1/m); R_gb area-specific resistance of a boundary (Ω m²); n unit normal of a boundary from its minus to its plus
 * grain; θ misorientation, the smallest angle under the 24 rotations of the cube (rad).
 *
 * <p>The last axis runs from electrode 0 to electrode 1, all others are periodic. Values are immutable by convention:
 * arrays inside records are not to be written to.
 *
 * <p>References: Mackenzie (1958), Biometrika 45, 229 (misorientation of random cubic crystals, mean 40.7°, maximum
 * 62.8°); Shoemake (1992), Graphics Gems III, 124; Read and Shockley (1950), Phys. Rev. 78, 275.
 */
package org.grainflux.microstructure;
