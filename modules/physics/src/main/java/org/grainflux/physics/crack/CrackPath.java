package org.grainflux.physics.crack;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A path of straight pieces from one electrode to the other.
 *
 * @param startElectrode electrode it starts at, 0 or 1
 * @param thicknessM distance of the electrodes, m
 * @param xM corners of the path along the electrode, m; starts inside the cell and is not wrapped, so a path that crosses
 *     the period leaves the cell
 * @param depthM corners of the path away from the electrode it starts at, m; 0 … thickness
 * @param boundaries per piece, index of the boundary it follows or {@link #GRAIN}
 * @param costJPerM Σ G_c L/g, the energy of the path per unit of depth across the plane with each piece weighed by how
 *     little its direction is driven, J/m; NaN for a path that was not searched
 */
public record CrackPath(
        int startElectrode, double thicknessM, double[] xM, double[] depthM, int[] boundaries, double costJPerM)
        implements Serializable {
    /** In place of a boundary: a piece through a grain. */
    public static final int GRAIN = -1;

    public CrackPath {
        if (xM.length != depthM.length || boundaries.length != xM.length - 1) {
            throw new IllegalArgumentException("path arrays disagree: " + xM.length + ", " + depthM.length
                    + " coordinates, " + boundaries.length + " pieces");
        }
        xM = xM.clone();
        depthM = depthM.clone();
        boundaries = boundaries.clone();
    }

    @Override
    public double[] xM() {
        return xM.clone();
    }

    @Override
    public double[] depthM() {
        return depthM.clone();
    }

    @Override
    public int[] boundaries() {
        return boundaries.clone();
    }

    /** Index of the boundary a piece follows, or {@link #GRAIN}. */
    public int boundary(int piece) {
        return boundaries[piece];
    }

    public int pieces() {
        return boundaries.length;
    }

    public double pieceLengthM(int piece) {
        return Math.hypot(xM[piece + 1] - xM[piece], depthM[piece + 1] - depthM[piece]);
    }

    /** Angle between a piece and the straight way across, rad, in [0, π]. */
    public double pieceAngleRad(int piece) {
        return Math.atan2(Math.abs(xM[piece + 1] - xM[piece]), depthM[piece + 1] - depthM[piece]);
    }

    public double lengthM() {
        double sum = 0;
        for (int piece = 0; piece < boundaries.length; piece++) {
            sum += pieceLengthM(piece);
        }
        return sum;
    }

    /** Length over thickness, at least 1. */
    public double tortuosity() {
        return lengthM() / thicknessM;
    }

    /** Share of the length that follows boundaries. */
    public double intergranularFraction() {
        double sum = 0;
        for (int piece = 0; piece < boundaries.length; piece++) {
            sum += boundaries[piece] == GRAIN ? 0 : pieceLengthM(piece);
        }
        return sum / lengthM();
    }

    /** Σ G_c L, energy of the opened path per unit of depth across the plane, J/m. */
    public double energyJPerM(FractureEnergies energies) {
        double sum = 0;
        for (int piece = 0; piece < boundaries.length; piece++) {
            sum += energies.ofPiece(boundaries[piece]) * pieceLengthM(piece);
        }
        return sum;
    }

    @Override
    public String toString() {
        return "CrackPath from electrode " + startElectrode + ", x " + Arrays.toString(xM) + " m, depth "
                + Arrays.toString(depthM) + " m, boundaries " + Arrays.toString(boundaries);
    }
}
