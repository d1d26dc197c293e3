package org.grainflux.physics.elasticity;

import java.io.Serializable;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;
import org.grainflux.fem.elasticity.StiffnessTensor;
import org.grainflux.microstructure.Rotation;

/**
 * Linear elasticity of a cubic crystal and the moduli it shows along a direction.
 *
 * @param c11Pa C₁₁, Pa
 * @param c12Pa C₁₂, Pa
 * @param c44Pa C₄₄, Pa
 */
public record CubicElasticity(double c11Pa, double c12Pa, double c44Pa) implements Serializable {
    public CubicElasticity {
        Require.positive("C44", c44Pa, "Pa");
        if (!(c11Pa > Math.abs(c12Pa) && c11Pa + 2 * c12Pa > 0)) {
            throw new InvalidInputException("a stable cubic crystal needs C11 > |C12| and C11 + 2 C12 > 0, got C11 "
                    + c11Pa + " Pa, C12 " + c12Pa + " Pa");
        }
    }

    /**
     * LLZO from first principles: C₁₁ 187, C₁₂ 75, C₄₄ 71 GPa (Yu et al. 2016, Chem. Mater. 28, 197). Trust: from
     * memory, not checked against the paper. Their Hill average is E = 163 GPa, ν = 0.26, stiffer than the measured
     * 145–150 GPa: scale with {@link #scaledToYoungsModulus}.
     */
    public static CubicElasticity llzoFirstPrinciples() {
        return new CubicElasticity(187e9, 75e9, 71e9);
    }

    /** An isotropic solid. */
    public static CubicElasticity isotropic(double youngsModulusPa, double poissonRatio) {
        double shear = Require.positive("Young's modulus", youngsModulusPa, "Pa") / (2 * (1 + poissonRatio));
        double c12 = 2 * shear * Require.within("Poisson ratio", poissonRatio, 0, 0.499, "") / (1 - 2 * poissonRatio);
        return new CubicElasticity(c12 + 2 * shear, c12, shear);
    }

    /** All constants times one factor, so that the polycrystal's Hill average has this Young's modulus. */
    public CubicElasticity scaledToYoungsModulus(double polycrystalYoungPa) {
        double factor = Require.positive("Young's modulus", polycrystalYoungPa, "Pa") / hillYoungsModulusPa();
        return new CubicElasticity(c11Pa * factor, c12Pa * factor, c44Pa * factor);
    }

    /** A = 2C₄₄/(C₁₁ − C₁₂); 1 when isotropic. */
    public double zenerRatio() {
        return 2 * c44Pa / (c11Pa - c12Pa);
    }

    public double bulkModulusPa() {
        return (c11Pa + 2 * c12Pa) / 3;
    }

    /** Shear modulus of the untextured polycrystal, mean of the Voigt and Reuss bounds (Hill 1952), Pa. */
    public double hillShearModulusPa() {
        double difference = c11Pa - c12Pa;
        double voigt = (difference + 3 * c44Pa) / 5;
        double reuss = 5 * difference * c44Pa / (4 * c44Pa + 3 * difference);
        return 0.5 * (voigt + reuss);
    }

    public double hillYoungsModulusPa() {
        double k = bulkModulusPa();
        double g = hillShearModulusPa();
        return 9 * k * g / (3 * k + g);
    }

    public double hillPoissonRatio() {
        double k = bulkModulusPa();
        double g = hillShearModulusPa();
        return (3 * k - 2 * g) / (2 * (3 * k + g));
    }

    /**
     * Young's modulus along a crystal direction, Pa: 1/E = S₁₁ − 2(S₁₁ − S₁₂ − S₄₄/2)(n₁²n₂² + n₂²n₃² + n₃²n₁²) (Nye,
     * Physical Properties of Crystals).
     *
     * @param n unit vector in crystal axes
     */
    public double youngsModulusPa(double[] n) {
        double determinant = (c11Pa - c12Pa) * (c11Pa + 2 * c12Pa);
        double s11 = (c11Pa + c12Pa) / determinant;
        double s12 = -c12Pa / determinant;
        double x2 = n[0] * n[0];
        double y2 = n[1] * n[1];
        double z2 = n[2] * n[2];
        double cubic = x2 * y2 + y2 * z2 + z2 * x2;
        return 1 / (s11 - 2 * (s11 - s12 - 0.5 / c44Pa) * cubic);
    }

    /** Young's modulus of a grain along a direction of the sample, Pa. */
    public double youngsModulusPa(Rotation grain, double[] sampleDirection) {
        return youngsModulusPa(crystalDirection(grain, sampleDirection));
    }

    /** Stiffness in the axes of the sample. @param grain its orientation, crystal axes to sample axes */
    public StiffnessTensor stiffness(Rotation grain) {
        return StiffnessTensor.cubic(c11Pa, c12Pa, c44Pa, grain.matrix());
    }

    /**
     * A sample direction seen from the crystal: the inverse of the grain's rotation applied to it.
     *
     * @param grain unit quaternion, crystal axes to sample axes
     */
    public static double[] crystalDirection(Rotation grain, double[] v) {
        double w = grain.w();
        double x = -grain.x();
        double y = -grain.y();
        double z = -grain.z();
        // v + 2 w (q × v) + 2 q × (q × v), with q the vector part of the inverse
        double tx = 2 * (y * v[2] - z * v[1]);
        double ty = 2 * (z * v[0] - x * v[2]);
        double tz = 2 * (x * v[1] - y * v[0]);
        return new double[] {
            v[0] + w * tx + y * tz - z * ty, v[1] + w * ty + z * tx - x * tz, v[2] + w * tz + x * ty - y * tx
        };
    }
}
