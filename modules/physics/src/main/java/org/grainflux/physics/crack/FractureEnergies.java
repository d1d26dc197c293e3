package org.grainflux.physics.crack;

import java.util.Arrays;
import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;
import org.grainflux.microstructure.BoundaryNetwork;

/**
 * What it costs to open boundaries and grains, G_c for both faces together, J/m².
 *
 * @param boundaryJPerM2 one per boundary of the network
 * @param grainJPerM2 of every grain; +∞ for grains that never crack
 * @param youngsModulusPa E, Pa
 * @param poissonRatio ν
 */
public record FractureEnergies(
        double[] boundaryJPerM2, double grainJPerM2, double youngsModulusPa, double poissonRatio) {
    public FractureEnergies {
        boundaryJPerM2 = boundaryJPerM2.clone();
        for (double energy : boundaryJPerM2) {
            Require.positiveOrInfinite("fracture energy of a boundary", energy, "J/m²");
        }
        Require.positiveOrInfinite("fracture energy of the grains", grainJPerM2, "J/m²");
        Require.positive("Young's modulus", youngsModulusPa, "Pa");
        Require.within("Poisson ratio", poissonRatio, 0, 0.5, "");
    }

    /** The same energy for all boundaries. */
    public static FractureEnergies uniform(
            BoundaryNetwork network,
            double boundaryJPerM2,
            double grainJPerM2,
            double youngsModulusPa,
            double poissonRatio) {
        double[] boundaries = new double[network.boundaries().size()];
        Arrays.fill(boundaries, boundaryJPerM2);
        return new FractureEnergies(boundaries, grainJPerM2, youngsModulusPa, poissonRatio);
    }

    /** From toughnesses: G_c = K_IC²(1−ν²)/E. */
    public static FractureEnergies ofToughness(
            BoundaryNetwork network,
            double boundaryPaSqrtM,
            double grainPaSqrtM,
            double youngsModulusPa,
            double poissonRatio) {
        double perSquare = (1 - poissonRatio * poissonRatio) / youngsModulusPa;
        return uniform(
                network,
                boundaryPaSqrtM * boundaryPaSqrtM * perSquare,
                grainPaSqrtM * grainPaSqrtM * perSquare,
                youngsModulusPa,
                poissonRatio);
    }

    /** K_IC = √(E G_c/(1−ν²)), Pa √m. */
    public double toughnessPaSqrtM(double energyJPerM2) {
        return Math.sqrt(energyJPerM2 * youngsModulusPa / (1 - poissonRatio * poissonRatio));
    }

    @Override
    public double[] boundaryJPerM2() {
        return boundaryJPerM2.clone();
    }

    double ofPiece(int boundary) {
        return boundary == CrackPath.GRAIN ? grainJPerM2 : boundaryJPerM2[boundary];
    }

    void requireBoundaries(int count) {
        if (boundaryJPerM2.length != count) {
            throw new InvalidInputException(
                    "fracture energies are needed for " + count + " boundaries, got " + boundaryJPerM2.length);
        }
    }
}
