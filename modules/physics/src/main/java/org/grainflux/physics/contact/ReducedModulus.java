package org.grainflux.physics.contact;

import org.grainflux.core.Require;

/** E* of a contact between two elastic bodies, Pa: 1/E* = (1−ν₁²)/E₁ + (1−ν₂²)/E₂ (Hertz 1881). */
public final class ReducedModulus {
    private ReducedModulus() {}

    /** E/(1−ν²), the share of one body, Pa; E* against a rigid one. */
    public static double indentationModulusPa(double youngsModulusPa, double poissonRatio) {
        Require.positive("Young's modulus", youngsModulusPa, "Pa");
        Require.within("Poisson ratio", poissonRatio, -1, 0.5, "");
        return youngsModulusPa / (1 - poissonRatio * poissonRatio);
    }

    /** E* of two bodies given by their indentation moduli; +∞ stands for a rigid body. */
    public static double ofPa(double firstIndentationModulusPa, double secondIndentationModulusPa) {
        Require.positiveOrInfinite("indentation modulus", firstIndentationModulusPa, "Pa");
        Require.positiveOrInfinite("indentation modulus", secondIndentationModulusPa, "Pa");
        return 1 / (1 / firstIndentationModulusPa + 1 / secondIndentationModulusPa);
    }

    /** E* of two bodies given by Young's modulus and Poisson ratio. */
    public static double ofPa(double firstYoungPa, double firstPoisson, double secondYoungPa, double secondPoisson) {
        return ofPa(
                indentationModulusPa(firstYoungPa, firstPoisson), indentationModulusPa(secondYoungPa, secondPoisson));
    }
}
