package org.grainflux.physics.contact;

import java.io.Serializable;
import org.grainflux.core.Require;
import org.grainflux.microstructure.Rotation;
import org.grainflux.physics.elasticity.CubicElasticity;

/**
 * Indentation modulus at a place of the surface: that of the grain's orientation, lowered towards a boundary linearly
 * over a stated width.
 *
 * @param crystal elastic constants of the grains
 * @param boundaryRatio modulus at a boundary over that of the grain
 * @param boundaryWidthM distance from a boundary where the grain's own modulus is reached, m
 */
public record LocalModulus(CubicElasticity crystal, double boundaryRatio, double boundaryWidthM)
        implements Serializable {
    public LocalModulus {
        Require.within("modulus ratio at a boundary", boundaryRatio, 1e-3, 1, "");
        Require.nonNegative("width of the softened zone", boundaryWidthM, "m");
    }

    /**
     * First-principles constants scaled to a polycrystal of 145 GPa; 120/145 at a boundary (Lu et al. 2021, who also
     * see −30 % in places); width 100 nm, assumed: a few contact radii, what a modulus scan blurs a boundary to.
     */
    public static LocalModulus llzo() {
        return new LocalModulus(
                CubicElasticity.llzoFirstPrinciples().scaledToYoungsModulus(145e9), 120.0 / 145.0, 100e-9);
    }

    /** Factor on the grain's modulus, from {@link #boundaryRatio} at distance 0 to 1 at {@link #boundaryWidthM}. */
    public double softening(double distanceToBoundaryM) {
        if (!(distanceToBoundaryM < boundaryWidthM)) {
            return distanceToBoundaryM == 0 ? boundaryRatio : 1;
        }
        return boundaryRatio + (1 - boundaryRatio) * distanceToBoundaryM / boundaryWidthM;
    }

    /** Indentation modulus, Pa. */
    public double atPa(Rotation grain, double[] surfaceNormal, double distanceToBoundaryM) {
        return AnisotropicIndentation.modulusPa(crystal, grain, surfaceNormal) * softening(distanceToBoundaryM);
    }
}
