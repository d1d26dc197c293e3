package org.grainflux.microstructure.tessellation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.grainflux.core.InvalidInputException;
import org.grainflux.microstructure.CellComplex;
import org.grainflux.microstructure.Microstructure;
import org.grainflux.microstructure.RealizedStatistics.Collapse;
import org.grainflux.microstructure.RealizedStatistics.Target;
import org.grainflux.microstructure.Rotation;
import org.grainflux.microstructure.tessellation.SolidCells.Corner;
import org.grainflux.microstructure.tessellation.SolidCells.Face;

/**
 * Box-shaped grains stacked in columns: the brick layer in 3D, whose effective conductivity is known exactly,
 * 1/σ_eff = 1/σ_g + R_gb (layers − 1)/thickness, because the upright boundaries carry no current.
 */
public final class BlockTessellation {
    /** Corners of the face at the far side along each axis, anticlockwise seen from outside. */
    private static final int[][][] FAR_SIDES = {
        {{1, 0, 0}, {1, 1, 0}, {1, 1, 1}, {1, 0, 1}},
        {{0, 1, 0}, {0, 1, 1}, {1, 1, 1}, {1, 1, 0}},
        {{0, 0, 1}, {1, 0, 1}, {1, 1, 1}, {0, 1, 1}}
    };

    private static final int[][] BOTTOM = {{0, 0, 0}, {0, 1, 0}, {1, 1, 0}, {1, 0, 0}};

    private BlockTessellation() {}

    /**
     * @param sizeM edge lengths of the cell; x and y are periodic, electrodes end z
     * @param countX grains along x, at least 3 so that no grain meets its own image
     * @param countY grains along y, at least 3
     * @param layers grains along z
     * @return grains x fastest, layer by layer from electrode 0, all with the identity orientation
     */
    public static Microstructure blocks(double[] sizeM, int countX, int countY, int layers) {
        return Microstructure.of(
                complex(sizeM, countX, countY, layers),
                Collections.nCopies(countX * countY * layers, Rotation.IDENTITY),
                Collapse.NONE,
                Target.NONE);
    }

    /** The cells of {@link #blocks}, one per grain. */
    static CellComplex complex(double[] sizeM, int countX, int countY, int layers) {
        if (countX < 3 || countY < 3 || layers < 1) {
            throw new InvalidInputException(
                    "blocks need at least 3 × 3 × 1 grains, got " + countX + " × " + countY + " × " + layers);
        }
        int[] counts = {countX, countY, layers};
        List<Face> faces = new ArrayList<>();
        for (int k = 0; k < layers; k++) {
            for (int j = 0; j < countY; j++) {
                for (int i = 0; i < countX; i++) {
                    int[] at = {i, j, k};
                    if (k == 0) {
                        faces.add(electrode(counts, at, 0, BOTTOM));
                    }
                    faces.add(between(counts, at, 0));
                    faces.add(between(counts, at, 1));
                    faces.add(k + 1 == layers ? electrode(counts, at, 1, FAR_SIDES[2]) : between(counts, at, 2));
                }
            }
        }
        int count = countX * countY * layers;
        return new SolidCells(sizeM, false, vertices(sizeM, counts), count, faces)
                .toComplex(IntStream.range(0, count).toArray());
    }

    private static double[] vertices(double[] sizeM, int[] counts) {
        double[] vertices = new double[3 * counts[0] * counts[1] * (counts[2] + 1)];
        int at = 0;
        for (int k = 0; k <= counts[2]; k++) {
            for (int j = 0; j < counts[1]; j++) {
                for (int i = 0; i < counts[0]; i++) {
                    vertices[at++] = sizeM[0] * i / counts[0];
                    vertices[at++] = sizeM[1] * j / counts[1];
                    vertices[at++] = sizeM[2] * k / counts[2];
                }
            }
        }
        return vertices;
    }

    private static Face between(int[] counts, int[] at, int axis) {
        int[] next = at.clone();
        int[] plusImage = new int[3];
        plusImage[axis] = (at[axis] + 1) / counts[axis];
        next[axis] = (at[axis] + 1) % counts[axis];
        return new Face(
                number(counts, at),
                number(counts, next),
                plusImage,
                CellComplex.INTERIOR,
                loop(counts, at, FAR_SIDES[axis]));
    }

    private static Face electrode(int[] counts, int[] at, int electrode, int[][] side) {
        return new Face(number(counts, at), CellComplex.NO_CELL, new int[3], electrode, loop(counts, at, side));
    }

    private static List<Corner> loop(int[] counts, int[] at, int[][] side) {
        List<Corner> loop = new ArrayList<>();
        for (int[] offset : side) {
            int i = at[0] + offset[0];
            int j = at[1] + offset[1];
            int vertex = number(counts, new int[] {i % counts[0], j % counts[1], at[2] + offset[2]});
            loop.add(new Corner(vertex, i / counts[0], j / counts[1], 0));
        }
        return loop;
    }

    private static int number(int[] counts, int[] at) {
        return (at[2] * counts[1] + at[1]) * counts[0] + at[0];
    }
}
