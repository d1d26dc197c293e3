package org.grainflux.fem.assembly;

import org.grainflux.core.InvalidInputException;

/**
 * Conductance per area between a border and what lies outside, h = 1/R (S/m²), as a function of position. It integrates
 * itself over a facet, because only it knows where it jumps.
 */
public abstract sealed class BorderConductance
        permits UniformBorderConductance, PiecewiseBorderConductance, SampledBorderConductance {

    BorderConductance() {}

    /** The same everywhere. */
    public static BorderConductance uniform(double siemensPerM2) {
        return new UniformBorderConductance(siemensPerM2);
    }

    /**
     * Constant between breaks along axis 0 and periodic, for two-dimensional meshes; integrated exactly, whatever the
     * position of the breaks inside facets.
     *
     * @param breaksM ascending, values + 1; the last minus the first is the period
     * @param siemensPerM2 one value ≥ 0 per interval; zero is an insulating gap
     */
    public static BorderConductance piecewise(double[] breaksM, double[] siemensPerM2) {
        return new PiecewiseBorderConductance(breaksM, siemensPerM2);
    }

    /**
     * Any function, by a rule of degree 2 on every part of a facet cut into subdivisions per edge; two and three
     * dimensions. The error of a jump inside a facet is of the order of one part.
     */
    public static BorderConductance sampled(PointField siemensPerM2, int subdivisions) {
        return new SampledBorderConductance(siemensPerM2, subdivisions);
    }

    /** Adds ∫ h λ_a λ_b over the facet to block, corners × corners. */
    abstract void addMass(FacetGeometry facet, double[] block);

    static double checked(double siemensPerM2) {
        if (!(siemensPerM2 >= 0 && Double.isFinite(siemensPerM2))) {
            throw new InvalidInputException("border conductance must be finite and >= 0, got " + siemensPerM2
                    + " S/m²; hold the potential of the border for a perfect contact");
        }
        return siemensPerM2;
    }

    /** Adds weight · h · λ_a λ_b at one quadrature point. */
    static void addPoint(double[] barycentric, double weightTimesConductance, double[] block) {
        int corners = barycentric.length;
        for (int a = 0; a < corners; a++) {
            for (int b = 0; b < corners; b++) {
                block[a * corners + b] += weightTimesConductance * barycentric[a] * barycentric[b];
            }
        }
    }
}
