package org.grainflux.fem.mesh;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;

/**
 * A unit cube, periodic in axes 0 and 1, cut into boxes of six tetrahedra (Kuhn 1960) with shaken vertices. Region 0 lies
 * below and 1 above mid-height; the lower side is tagged 10, the upper 11, mid-height 5.
 */
final class ShakenBoxes {
    static final int[][] PERMUTATIONS = {{0, 1, 2}, {1, 2, 0}, {2, 0, 1}, {0, 2, 1}, {2, 1, 0}, {1, 0, 2}};
    static final double[] PERIODS = {1, 1};

    final double[] coordinates;
    final int[] corners;
    final int[] images;
    final int[] tags;
    final int[] regions;
    private final int[] counts;

    /**
     * @param shake share of a box by which vertices may be moved
     * @param inPaths whether corners follow the path of a tetrahedron along the axes, which suits tags, or are positively
     *     oriented
     */
    ShakenBoxes(int[] counts, double shake, int seed, boolean inPaths) {
        this.counts = counts.clone();
        this.coordinates = shaken(shake, seed);
        int boxes = counts[0] * counts[1] * counts[2];
        this.corners = new int[24 * boxes];
        this.images = new int[48 * boxes];
        this.tags = new int[24 * boxes];
        this.regions = new int[6 * boxes];
        for (int t = 0; t < regions.length; t++) {
            int box = t / 6;
            int[] at = {box % counts[0], box / counts[0] % counts[1], box / counts[0] / counts[1]};
            fill(t, path(at, PERMUTATIONS[t % 6], !inPaths && t % 6 >= 3));
            regions[t] = 2 * at[2] < counts[2] ? 0 : 1;
        }
    }

    TetrahedralBisection longestEdge() {
        return TetrahedralBisection.longestEdge(coordinates, corners, images, tags, regions, PERIODS);
    }

    TetrahedralBisection tagged() {
        return TetrahedralBisection.tagged(coordinates, corners, images, tags, regions, PERIODS);
    }

    private double[] shaken(double shake, int seed) {
        RandomGenerator random = RandomStreams.stream(seed, "bisection-test", 0);
        double[] values = new double[3 * counts[0] * counts[1] * (counts[2] + 1)];
        for (int v = 0; 3 * v < values.length; v++) {
            int layer = v / counts[0] / counts[1];
            boolean flat = layer == 0 || layer == counts[2] || 2 * layer == counts[2];
            values[3 * v] = (v % counts[0] + shake * random.nextDouble()) / counts[0];
            values[3 * v + 1] = (v / counts[0] % counts[1] + shake * random.nextDouble()) / counts[1];
            values[3 * v + 2] = (layer + (flat ? 0 : shake * (random.nextDouble() - 0.5))) / counts[2];
        }
        return values;
    }

    private static int[][] path(int[] start, int[] permutation, boolean mirrored) {
        int[][] path = new int[4][];
        path[0] = start.clone();
        for (int k = 0; k < 3; k++) {
            path[k + 1] = path[k].clone();
            path[k + 1][permutation[k]]++;
        }
        return mirrored ? new int[][] {path[0], path[1], path[3], path[2]} : path;
    }

    private void fill(int t, int[][] path) {
        for (int k = 0; k < 4; k++) {
            int at = 4 * t + k;
            int x = path[k][0];
            int y = path[k][1];
            corners[at] = (path[k][2] * counts[1] + y % counts[1]) * counts[0] + x % counts[0];
            images[2 * at] = x / counts[0];
            images[2 * at + 1] = y / counts[1];
            int opposite = k;
            int[] layers = Arrays.stream(new int[] {0, 1, 2, 3})
                    .filter(c -> c != opposite)
                    .map(c -> path[c][2])
                    .distinct()
                    .toArray();
            tags[at] = layers.length > 1 ? TetrahedralBisection.UNTAGGED : tagOf(layers[0]);
        }
    }

    private int tagOf(int layer) {
        return layer == 0 ? 10 : layer == counts[2] ? 11 : 2 * layer == counts[2] ? 5 : TetrahedralBisection.UNTAGGED;
    }
}
