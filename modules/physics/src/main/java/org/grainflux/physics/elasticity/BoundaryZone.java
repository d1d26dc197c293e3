package org.grainflux.physics.elasticity;

import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;
import org.grainflux.fem.elasticity.FacetSprings;

/**
 * The thin zone of another stiffness at a grain boundary, as springs of zero thickness. The grains of the mesh fill the
 * zone's place, so the springs only add what the zone yields more than they: 1/k_n = δ (1/M_zone − 1/M_grain) and 1/k_t = δ
 * (1/G_zone − 1/G_grain). M = E (1 − ν)/((1 + ν)(1 − 2ν)) is the modulus of a layer that its neighbours hold in its plane, G
 * the shear modulus.
 *
 * @param thicknessM δ
 */
public record BoundaryZone(double thicknessM, double youngsModulusPa, double poissonRatio) {
    /**
     * Least extra compliance, of that of the zone itself: a zone as stiff as its grains. Over grains of 10 µm it adds 5e-7 of
     * their strain, and its springs are still of no harm to the solver.
     */
    private static final double LEAST_EXTRA = 1e-3;

    public BoundaryZone {
        Require.positive("thickness of the boundary zone", thicknessM, "m");
        Require.positive("Young's modulus of the boundary zone", youngsModulusPa, "Pa");
        Require.within("Poisson ratio of the boundary zone", poissonRatio, 0, 0.499, "");
    }

    /**
     * 5 nm, 120 GPa (Lu et al. 2021, Adv. Energy Mater., 10.1002/aenm.202003811); ν = 0.26 as in the grains (Ni et al. 2012,
     * J. Mater. Sci. 47, 7978), assumed.
     */
    public static BoundaryZone llzo() {
        return new BoundaryZone(5e-9, 120e9, 0.26);
    }

    /**
     * Springs for all boundaries.
     *
     * @param grains of the grains, or of the untextured polycrystal when they are anisotropic
     * @throws InvalidInputException when the zone is stiffer than the grains: springs can only yield more
     */
    public FacetSprings springs(int boundaries, CubicElasticity grains) {
        double grainYoungPa = grains.hillYoungsModulusPa();
        double grainPoisson = grains.hillPoissonRatio();
        double grainLayerPa = layerModulusPa(grainYoungPa, grainPoisson);
        double grainShearPa = shearModulusPa(grainYoungPa, grainPoisson);
        return FacetSprings.uniform(
                boundaries,
                1 / extra(layerModulusPa(youngsModulusPa, poissonRatio), grainLayerPa),
                1 / extra(shearModulusPa(youngsModulusPa, poissonRatio), grainShearPa));
    }

    /** m/Pa. */
    private double extra(double zonePa, double grainPa) {
        double difference = 1 / zonePa - 1 / grainPa;
        // Equal materials may differ by rounding.
        if (difference < -LEAST_EXTRA / zonePa) {
            throw new InvalidInputException(
                    "the boundary zone (" + zonePa + " Pa) must not be stiffer than the grains (" + grainPa
                            + " Pa): it is a layer of springs that yields more than they");
        }
        return thicknessM * Math.max(difference, LEAST_EXTRA / zonePa);
    }

    private static double layerModulusPa(double youngPa, double poisson) {
        return youngPa * (1 - poisson) / ((1 + poisson) * (1 - 2 * poisson));
    }

    private static double shearModulusPa(double youngPa, double poisson) {
        return youngPa / (2 * (1 + poisson));
    }
}
