package org.grainflux.microstructure.tessellation;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The planes n·x = o that may bound one power cell, with x about its seed: bisectors to seeds in their images,
 * electrodes, and the six sides of the first box. Their exact coefficients are differences of stored numbers, so every
 * cell gives the same plane the same numbers.
 */
final class CellPlanes {
    private static final int START = 64;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Seeds seeds;
    private final int seed;
    private final double[] periodsM;
    private int count;
    private int[] labels = new int[START];
    private int[] images = new int[3 * START];
    private double[] normals = new double[3 * START];
    private double[] offsets = new double[START];
    private double[] scales = new double[START];
    private BigDecimal[][] exact = new BigDecimal[START][];

    /** Starts with the first box: planes 2·axis at the lower and 2·axis + 1 at the upper end of an axis. */
    CellPlanes(Seeds seeds, int seed) {
        this.seeds = seeds;
        this.seed = seed;
        this.periodsM = seeds.sizeM();
        for (int axis = 0; axis < 3; axis++) {
            boolean periodic = seeds.isPeriodic(axis);
            double below = periodic ? periodsM[axis] : seeds.positionM(seed, axis);
            double above = periodic ? periodsM[axis] : periodsM[axis] - seeds.positionM(seed, axis);
            addSide(periodic ? PowerCells.OPEN : PowerCells.LOWER, axis, -1, below);
            addSide(periodic ? PowerCells.OPEN : PowerCells.UPPER, axis, 1, above);
        }
    }

    private void addSide(int label, int axis, int sign, double distanceM) {
        int plane = next(label, 0, 0, 0);
        // Scaled by the period, so that normals are lengths like the differences of seeds.
        normals[3 * plane + axis] = sign * periodsM[axis];
        offsets[plane] = periodsM[axis] * distanceM;
        scales[plane] = 2 * periodsM[axis];
    }

    /** The bisector to a seed in an image. */
    int add(int label, int imageX, int imageY, int imageZ) {
        int plane = next(label, imageX, imageY, imageZ);
        double squared = 0;
        double scale = 0;
        for (int axis = 0; axis < 3; axis++) {
            double n = seeds.positionM(label, axis)
                    + images[3 * plane + axis] * periodsM[axis]
                    - seeds.positionM(seed, axis);
            normals[3 * plane + axis] = n;
            squared += n * n;
            // The rounding of n is relative to the period, not to n.
            scale += Math.abs(n) + periodsM[axis];
        }
        offsets[plane] = 0.5 * (squared + seeds.weightM2(seed) - seeds.weightM2(label));
        // The same for o, whose bound on rounding is used as the square of the scale.
        scales[plane] = scale + Math.sqrt(Math.abs(seeds.weightM2(seed)) + Math.abs(seeds.weightM2(label)));
        return plane;
    }

    private int next(int label, int imageX, int imageY, int imageZ) {
        if (count == labels.length) {
            labels = Arrays.copyOf(labels, 2 * count);
            images = Arrays.copyOf(images, 6 * count);
            normals = Arrays.copyOf(normals, 6 * count);
            offsets = Arrays.copyOf(offsets, 2 * count);
            scales = Arrays.copyOf(scales, 2 * count);
            exact = Arrays.copyOf(exact, 2 * count);
        }
        labels[count] = label;
        images[3 * count] = imageX;
        images[3 * count + 1] = imageY;
        images[3 * count + 2] = imageZ;
        Arrays.fill(normals, 3 * count, 3 * count + 3, 0);
        exact[count] = null;
        return count++;
    }

    /** Drops the plane added last, which cut nothing. */
    void dropLast() {
        count--;
    }

    int seed() {
        return seed;
    }

    int label(int plane) {
        return labels[plane];
    }

    int image(int plane, int axis) {
        return images[3 * plane + axis];
    }

    double normal(int plane, int axis) {
        return normals[3 * plane + axis];
    }

    double offset(int plane) {
        return offsets[plane];
    }

    /** A length that bounds the components of the normal, and its square the offset, rounding of inputs included. */
    double scale(int plane) {
        return scales[plane];
    }

    /** The normal and twice the offset, exact. */
    BigDecimal[] exact(int plane) {
        if (exact[plane] == null) {
            exact[plane] = labels[plane] < 0 ? exactSide(plane) : exactBisector(plane);
        }
        return exact[plane];
    }

    private BigDecimal[] exactSide(int plane) {
        int axis = plane / 2;
        BigDecimal period = new BigDecimal(periodsM[axis]);
        BigDecimal position = new BigDecimal(seeds.positionM(seed, axis));
        BigDecimal distance = labels[plane] == PowerCells.LOWER
                ? position
                : labels[plane] == PowerCells.UPPER ? period.subtract(position) : period;
        BigDecimal[] row = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null};
        row[axis] = plane % 2 == 0 ? period.negate() : period;
        row[3] = TWO.multiply(period).multiply(distance);
        return row;
    }

    private BigDecimal[] exactBisector(int plane) {
        BigDecimal[] row = new BigDecimal[4];
        row[3] = new BigDecimal(seeds.weightM2(seed)).subtract(new BigDecimal(seeds.weightM2(labels[plane])));
        for (int axis = 0; axis < 3; axis++) {
            row[axis] = new BigDecimal(seeds.positionM(labels[plane], axis))
                    .add(new BigDecimal(periodsM[axis]).multiply(BigDecimal.valueOf(image(plane, axis))))
                    .subtract(new BigDecimal(seeds.positionM(seed, axis)));
            row[3] = row[3].add(row[axis].multiply(row[axis]));
        }
        return row;
    }
}
