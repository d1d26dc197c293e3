package org.grainflux.physics.transport;

import org.grainflux.microstructure.GrainBoundary;
import org.grainflux.microstructure.Microstructure;

/**
 * Upper bound of a structure's resistivity under perfect contact by Thomson's principle: the power of a uniform trial
 * current through its own grains and boundaries, \( 1/\sigma_{eff} \le \sum_g v_g (\sigma_g^{-1})_{zz} + \sum_i R_i L_i
 * n_{z,i}^2 / A \) with v_g the grain's share of the cell (L_i and A are areas and volume in 3D). Exact to first order in
 * R for grains of one isotropic conductivity.
 *
 * @see "Milton (2002), The Theory of Composites, Cambridge University Press, ch. 13"
 */
public final class ThomsonBound {
    private ThomsonBound() {}

    /**
     * @param grainTensorsSPerM σ_g per grain: dimension × dimension, row-major, symmetric
     * @param boundaryResistanceOhmM2 R per boundary of the network
     * @return resistivity from electrode to electrode, Ω m
     */
    public static double resistivityOhmM(
            Microstructure structure, double[][] grainTensorsSPerM, double[] boundaryResistanceOhmM2) {
        double cell = 1;
        for (double edge : structure.sizeM()) {
            cell *= edge;
        }
        double sum = 0;
        for (int g = 0; g < structure.grains().size(); g++) {
            sum += structure.grains().get(g).measure()
                    / cell
                    * inverseLast(grainTensorsSPerM[g], structure.dimension());
        }
        return sum + boundaryPartOhmM(structure, boundaryResistanceOhmM2);
    }

    /** The boundaries' part alone, Σ R_i L_i n_z²/A, Ω m. */
    public static double boundaryPartOhmM(Microstructure structure, double[] boundaryResistanceOhmM2) {
        int axis = structure.dimension() - 1;
        double cell = 1;
        for (double edge : structure.sizeM()) {
            cell *= edge;
        }
        double sum = 0;
        for (int b = 0; b < boundaryResistanceOhmM2.length; b++) {
            GrainBoundary boundary = structure.network().boundaries().get(b);
            double normal = boundary.normal()[axis];
            sum += boundaryResistanceOhmM2[b] * boundary.measure() * normal * normal / cell;
        }
        return sum;
    }

    /** (σ⁻¹) at the last axis: the minor of that entry over the determinant. */
    private static double inverseLast(double[] s, int dimension) {
        if (dimension == 2) {
            return s[0] / (s[0] * s[3] - s[1] * s[2]);
        }
        double minor = s[0] * s[4] - s[1] * s[3];
        double determinant = s[6] * (s[1] * s[5] - s[2] * s[4]) - s[7] * (s[0] * s[5] - s[2] * s[3]) + s[8] * minor;
        return minor / determinant;
    }
}
