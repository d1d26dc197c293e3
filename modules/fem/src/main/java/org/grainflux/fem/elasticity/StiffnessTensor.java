package org.grainflux.fem.elasticity;

import org.grainflux.core.InvalidInputException;
import org.grainflux.core.Require;

/**
 * Stiffness of a linear elastic solid, σ = C ε, always in three dimensions: six stresses and strains in the order xx, yy,
 * zz, yz, xz, xy, shear strains as engineering strains (γ = 2ε). In plane strain the rows of zz, yz and xz give what holds
 * the plane.
 */
public final class StiffnessTensor {
    /** Stresses and strains of a symmetric tensor. */
    public static final int COMPONENTS = 6;

    /** Place of a pair of axes among the six components. */
    private static final int[][] PLACE = {{0, 5, 4}, {5, 1, 3}, {4, 3, 2}};

    private final double[] entriesPa;

    private StiffnessTensor(double[] entriesPa) {
        this.entriesPa = entriesPa;
    }

    /** An isotropic solid. @param poissonRatio in (−1, 0.499]: elements of first order lock near 0.5 */
    public static StiffnessTensor isotropic(double youngsModulusPa, double poissonRatio) {
        Require.positive("Young's modulus", youngsModulusPa, "Pa");
        if (!(poissonRatio > -1 && poissonRatio <= 0.499)) {
            throw new InvalidInputException("Poisson ratio must lie in (-1, 0.499], got " + poissonRatio);
        }
        double shearPa = youngsModulusPa / (2 * (1 + poissonRatio));
        double c12Pa = 2 * shearPa * poissonRatio / (1 - 2 * poissonRatio);
        return cubic(c12Pa + 2 * shearPa, c12Pa, shearPa, new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    }

    /**
     * A cubic crystal: C_ijkl = C₁₂ δ_ij δ_kl + C₄₄ (δ_ik δ_jl + δ_il δ_jk) + (C₁₁ − C₁₂ − 2C₄₄) Σ_a R_ia R_ja R_ka R_la.
     *
     * @param rotation R, 3 × 3 and orthogonal: sample = R · crystal
     */
    public static StiffnessTensor cubic(double c11Pa, double c12Pa, double c44Pa, double[][] rotation) {
        if (!(c44Pa > 0 && c11Pa > Math.abs(c12Pa) && c11Pa + 2 * c12Pa > 0)) {
            throw new InvalidInputException(
                    "a stable cubic crystal needs C44 > 0, C11 > |C12| and C11 + 2 C12 > 0, got C11 " + c11Pa
                            + " Pa, C12 " + c12Pa + " Pa, C44 " + c44Pa + " Pa");
        }
        double anisotropyPa = c11Pa - c12Pa - 2 * c44Pa;
        double[] entries = new double[COMPONENTS * COMPONENTS];
        for (int i = 0; i < 3; i++) {
            for (int j = i; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    for (int l = k; l < 3; l++) {
                        double fourth = 0;
                        for (int a = 0; a < 3; a++) {
                            fourth += rotation[i][a] * rotation[j][a] * rotation[k][a] * rotation[l][a];
                        }
                        entries[PLACE[i][j] * COMPONENTS + PLACE[k][l]] = c12Pa * (i == j && k == l ? 1 : 0)
                                + c44Pa * ((i == k && j == l ? 1 : 0) + (i == l && j == k ? 1 : 0))
                                + anisotropyPa * fourth;
                    }
                }
            }
        }
        return new StiffnessTensor(entries);
    }

    /** Place of σ_ij among the six components. */
    public static int place(int i, int j) {
        return PLACE[i][j];
    }

    /** C by places, Pa: σ at row per (engineering) strain at column. */
    public double entryPa(int row, int column) {
        return entriesPa[row * COMPONENTS + column];
    }

    /** C_ijkl, Pa; axes 0, 1, 2. */
    public double componentPa(int i, int j, int k, int l) {
        return entriesPa[PLACE[i][j] * COMPONENTS + PLACE[k][l]];
    }

    /** C_ijkl of the axes of a mesh, in that order, row-major. */
    double[] components(int dimension) {
        double[] components = new double[dimension * dimension * dimension * dimension];
        for (int k = 0; k < components.length; k++) {
            int ij = k / (dimension * dimension);
            int kl = k % (dimension * dimension);
            components[k] = componentPa(ij / dimension, ij % dimension, kl / dimension, kl % dimension);
        }
        return components;
    }

    /** σ = C ε. @param strain six entries, engineering shear @param stressPa six entries, overwritten */
    public void stress(double[] strain, double[] stressPa) {
        for (int row = 0; row < COMPONENTS; row++) {
            double sum = 0;
            for (int column = 0; column < COMPONENTS; column++) {
                sum += entriesPa[row * COMPONENTS + column] * strain[column];
            }
            stressPa[row] = sum;
        }
    }
}
