package org.grainflux.physics.memristor;

import org.apache.commons.math3.util.FastMath;
import org.grainflux.core.Require;

/**
 * Lithium as a thin wire, ρℓ(1 + b/r)/(πr²).
 *
 * @param resistivityOhmM ρ of bulk lithium
 * @param scatteringLengthM b: ¾ of the mean free path of its electrons; 0 leaves the size effect out
 */
public record FilamentMetal(double resistivityOhmM, double scatteringLengthM) {
    public FilamentMetal {
        Require.positive("resistivity", resistivityOhmM, "ohm m");
        Require.nonNegative("scattering length", scatteringLengthM, "m");
    }

    /**
     * 9.28·10⁻⁸ Ω m at 20 °C (Chi 1979, J. Phys. Chem. Ref. Data 8, 339); mean free path 11 nm, of which three quarters count to
     * first order (Sondheimer 1952, Adv. Phys. 1, 1).
     */
    public static FilamentMetal lithium() {
        return new FilamentMetal(9.28e-8, 0.75 * 11e-9);
    }

    public double resistanceOhm(double lengthM, double radiusM) {
        return resistivityOhmM * lengthM * (1 + scatteringLengthM / radiusM) / (Math.PI * radiusM * radiusM);
    }

    /** Derivative of the resistance with respect to the radius, Ω/m; negative. */
    public double resistanceSlopeOhmPerM(double lengthM, double radiusM) {
        return -resistivityOhmM
                * lengthM
                * (2 + 3 * scatteringLengthM / radiusM)
                / (Math.PI * radiusM * radiusM * radiusM);
    }

    /**
     * Radius at which a wire has a resistance: the positive root of r³ − Ar − Ab = 0, A = ρℓ/(πR), in closed form
     * (Viète where all roots are real, its hyperbolic twin where one is).
     */
    public double radiusM(double lengthM, double resistanceOhm) {
        double a = resistivityOhmM * lengthM / (Math.PI * resistanceOhm);
        double scale = FastMath.sqrt(a / 3);
        double argument = 3 * scatteringLengthM / (2 * scale);
        return 2
                * scale
                * (argument <= 1
                        ? FastMath.cos(FastMath.acos(argument) / 3)
                        : FastMath.cosh(FastMath.acosh(argument) / 3));
    }

    /**
     * Radius above which the drop over a filament at the compliance stays below the reset bias, so that a reset cannot begin
     * with it.
     *
     * @param lengthM of the whole filament
     */
    public double criticalRadiusM(double lengthM, double resetBiasV, double complianceA) {
        return radiusM(lengthM, resetBiasV / complianceA);
    }
}
