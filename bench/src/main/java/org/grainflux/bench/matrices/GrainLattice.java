package org.grainflux.bench.matrices;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The simplices of a jittered lattice on the unit square or cube and the grain of each. Point (i, j, k) has the number
 * i + m (j + m k) with m points a side; the corners of a simplex ascend in every index, along a path through its cell.
 */
final class GrainLattice {
    /** Largest move of an inner point, in cell sizes: rows fill up, and no simplex comes near to turning over. */
    private static final double JITTER = 0.2;

    private final int dimension;
    private final int cellsPerSide;
    private final double[] coordinates;
    private final int[] corners;
    private final int[] grains;

    /**
     * @param cellsPerSide n ≥ 1
     * @param random moves the inner points
     */
    GrainLattice(int dimension, int cellsPerSide, NearestSeed seeds, RandomGenerator random) {
        this.dimension = dimension;
        this.cellsPerSide = cellsPerSide;
        this.coordinates = jitteredPoints(random);
        this.corners = cutCells();
        this.grains = new int[corners.length / (dimension + 1)];
        double[] centroid = new double[dimension];
        for (int e = 0; e < grains.length; e++) {
            for (int axis = 0; axis < dimension; axis++) {
                double sum = 0;
                for (int c = 0; c <= dimension; c++) {
                    sum += coordinates[corner(e, c) * dimension + axis];
                }
                centroid[axis] = sum / (dimension + 1);
            }
            grains[e] = seeds.of(centroid);
        }
    }

    private double[] jitteredPoints(RandomGenerator random) {
        int m = cellsPerSide + 1;
        int points = power(m, dimension);
        double[] places = new double[Math.multiplyExact(points, dimension)];
        for (int p = 0; p < points; p++) {
            int rest = p;
            for (int axis = 0; axis < dimension; axis++) {
                int index = rest % m;
                rest /= m;
                boolean inner = index > 0 && index < cellsPerSide;
                double move = JITTER * (2 * random.nextDouble() - 1);
                places[p * dimension + axis] = (index + (inner ? move : 0)) / cellsPerSide;
            }
        }
        return places;
    }

    /** All cells, each cut along the paths from its lowest to its highest corner, one per order of the axes. */
    private int[] cutCells() {
        int m = cellsPerSide + 1;
        int[] strides = {1, m, m * m};
        int[][] orders = dimension == 2
                ? new int[][] {{0, 1}, {1, 0}}
                : new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        int cells = power(cellsPerSide, dimension);
        int[] all = new int[Math.multiplyExact(cells, orders.length * (dimension + 1))];
        int count = 0;
        for (int cell = 0; cell < cells; cell++) {
            int rest = cell;
            int lowest = 0;
            for (int axis = 0; axis < dimension; axis++) {
                lowest += rest % cellsPerSide * strides[axis];
                rest /= cellsPerSide;
            }
            for (int[] order : orders) {
                int point = lowest;
                all[count++] = point;
                for (int axis : order) {
                    point += strides[axis];
                    all[count++] = point;
                }
            }
        }
        return all;
    }

    private static int power(int base, int exponent) {
        int result = base;
        for (int k = 1; k < exponent; k++) {
            result = Math.multiplyExact(result, base);
        }
        return result;
    }

    int dimension() {
        return dimension;
    }

    int simplexCount() {
        return grains.length;
    }

    int pointCount() {
        return coordinates.length / dimension;
    }

    int corner(int simplex, int corner) {
        return corners[simplex * (dimension + 1) + corner];
    }

    int grain(int simplex) {
        return grains[simplex];
    }

    double coordinate(int point, int axis) {
        return coordinates[point * dimension + axis];
    }

    /** Whether the corners are in negative order: paths whose order of axes is an odd permutation. */
    boolean isMirrored(int simplex) {
        int m = cellsPerSide + 1;
        int[] axes = new int[dimension];
        for (int c = 0; c < dimension; c++) {
            int step = corner(simplex, c + 1) - corner(simplex, c);
            axes[c] = step == 1 ? 0 : step == m ? 1 : 2;
        }
        int inversions = 0;
        for (int a = 0; a < dimension; a++) {
            for (int b = a + 1; b < dimension; b++) {
                inversions += axes[a] > axes[b] ? 1 : 0;
            }
        }
        return inversions % 2 == 1;
    }

    /**
     * Pairs of simplices of different grains that share a facet: entries 2k and 2k + 1 are simplex · (dimension + 1) +
     * the corner it has and the facet has not, the lower grain first.
     */
    int[] interfacePairs() {
        int size = dimension + 1;
        long[] facets = new long[corners.length];
        for (int k = 0; k < corners.length; k++) {
            facets[k] = facetKey(k / size, k % size) << 32 | k;
        }
        Arrays.sort(facets);
        int[] pairs = new int[facets.length];
        int count = 0;
        for (int k = 0; k + 1 < facets.length; k++) {
            int one = (int) facets[k];
            int other = (int) facets[k + 1];
            if (facets[k] >>> 32 == facets[k + 1] >>> 32 && grain(one / size) != grain(other / size)) {
                boolean inOrder = grain(one / size) < grain(other / size);
                pairs[count++] = inOrder ? one : other;
                pairs[count++] = inOrder ? other : one;
            }
        }
        return Arrays.copyOf(pairs, count);
    }

    /**
     * Unique among facets and below 2³¹ for up to 30 million points: the lowest point of the facet, and for its other points the
     * axes along which they are one further.
     */
    private long facetKey(int simplex, int omitted) {
        int lowest = -1;
        long code = 0;
        for (int c = 0; c <= dimension; c++) {
            if (c == omitted) {
                continue;
            }
            if (lowest < 0) {
                lowest = corner(simplex, c);
            } else {
                code = code << 3 | axesBetween(lowest, corner(simplex, c));
            }
        }
        return (long) lowest << 3 * (dimension - 1) | code;
    }

    private int axesBetween(int low, int high) {
        int m = cellsPerSide + 1;
        int step = high - low;
        return step % m | step / m % m << 1 | step / m / m << 2;
    }
}
