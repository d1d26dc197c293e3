package org.grainflux.physics.gridflux;

import java.util.Arrays;
import org.grainflux.core.InvalidInputException;

/** Area-specific resistance between an electrode and each cell of the surface, Ω m²; 0 is perfect, infinite a gap. */
public final class SurfaceContact {
    private final double[] resistancesOhmM2;

    private SurfaceContact(double[] resistancesOhmM2) {
        for (double r : resistancesOhmM2) {
            if (!(r >= 0)) {
                throw new InvalidInputException(
                        "contact resistances must be >= 0 (infinite is a gap), got " + r + " ohm m2");
            }
        }
        if (Arrays.stream(resistancesOhmM2).noneMatch(Double::isFinite)) {
            throw new InvalidInputException("an electrode needs contact somewhere, got gaps only");
        }
        this.resistancesOhmM2 = resistancesOhmM2;
    }

    public static SurfaceContact perfect() {
        return uniform(0);
    }

    public static SurfaceContact uniform(double areaSpecificResistanceOhmM2) {
        return new SurfaceContact(new double[] {areaSpecificResistanceOhmM2});
    }

    /** @param resistancesOhmM2 one per surface cell, axis 0 fastest */
    public static SurfaceContact patches(double[] resistancesOhmM2) {
        return new SurfaceContact(resistancesOhmM2.clone());
    }

    double ohmM2(int surfaceCell) {
        return resistancesOhmM2[resistancesOhmM2.length == 1 ? 0 : surfaceCell];
    }

    void requireFits(int surfaceCells) {
        if (resistancesOhmM2.length != 1 && resistancesOhmM2.length != surfaceCells) {
            throw new InvalidInputException(
                    resistancesOhmM2.length + " contact resistances for a surface of " + surfaceCells + " cells");
        }
    }
}
