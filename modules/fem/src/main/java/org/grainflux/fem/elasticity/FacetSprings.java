package org.grainflux.fem.elasticity;

import java.util.Arrays;
import org.grainflux.core.InvalidInputException;

/**
 * Springs of zero thickness between the two sides of interface facets: traction t = K [u], K = k_n n n + k_t (1 − n n).
 *
 * @param normalPaPerM k_n per interface tag, &gt; 0
 * @param tangentialPaPerM k_t per interface tag, &gt; 0
 */
public record FacetSprings(double[] normalPaPerM, double[] tangentialPaPerM) {
    public FacetSprings {
        if (normalPaPerM.length != tangentialPaPerM.length) {
            throw new IllegalArgumentException(normalPaPerM.length + " normal and " + tangentialPaPerM.length
                    + " tangential stiffnesses; both are given per interface tag");
        }
        for (int tag = 0; tag < normalPaPerM.length; tag++) {
            checked(tag, normalPaPerM[tag]);
            checked(tag, tangentialPaPerM[tag]);
        }
    }

    private static void checked(int tag, double stiffnessPaPerM) {
        if (!(stiffnessPaPerM > 0 && Double.isFinite(stiffnessPaPerM))) {
            throw new InvalidInputException("spring stiffness of interface " + tag + " must be finite and > 0, got "
                    + stiffnessPaPerM + " Pa/m; bond the regions for a perfect interface, open its facets for none");
        }
    }

    /** No interface at all. */
    public static FacetSprings none() {
        return new FacetSprings(new double[0], new double[0]);
    }

    /** The same springs on all tags. */
    public static FacetSprings uniform(int tags, double normalPaPerM, double tangentialPaPerM) {
        double[] normal = new double[tags];
        double[] tangential = new double[tags];
        Arrays.fill(normal, normalPaPerM);
        Arrays.fill(tangential, tangentialPaPerM);
        return new FacetSprings(normal, tangential);
    }

    /**
     * K for a facet with this tag and normal.
     *
     * @param normal unit, of either sign
     * @param stiffness dimension × dimension, overwritten
     */
    void stiffness(int tag, double[] normal, double[] stiffness) {
        int d = normal.length;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                stiffness[i * d + j] = (normalPaPerM[tag] - tangentialPaPerM[tag]) * normal[i] * normal[j]
                        + (i == j ? tangentialPaPerM[tag] : 0);
            }
        }
    }
}
