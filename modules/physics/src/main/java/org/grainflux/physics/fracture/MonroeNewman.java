package org.grainflux.physics.fracture;

import org.grainflux.core.Require;

/**
 * A note, not a criterion: the shear modulus a separator needs to flatten lithium in the linear stability analysis of
 * Monroe and Newman (2005, J. Electrochem. Soc. 152, A396), G_SE &gt; 2.2 G_Li. LLZO meets it about tenfold and still
 * fails, so it predicts nothing here and no result uses it.
 */
public final class MonroeNewman {
    /** G_SE/G_Li above which a smooth interface is linearly stable. */
    public static final double STABLE_SHEAR_RATIO = 2.2;

    private MonroeNewman() {}

    /** (G_SE/G_Li)/2.2 with G = E/(2(1+ν)): above 1 the analysis calls the interface stable. */
    public static double margin(
            double electrolyteYoungPa, double electrolytePoisson, double lithiumYoungPa, double lithiumPoisson) {
        double electrolyteShearPa =
                Require.positive("Young's modulus", electrolyteYoungPa, "Pa") / (2 * (1 + electrolytePoisson));
        double lithiumShearPa = Require.positive("Young's modulus", lithiumYoungPa, "Pa") / (2 * (1 + lithiumPoisson));
        return electrolyteShearPa / lithiumShearPa / STABLE_SHEAR_RATIO;
    }
}
