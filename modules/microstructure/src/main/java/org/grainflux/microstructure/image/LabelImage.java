package org.grainflux.microstructure.image;

import java.util.Arrays;
import java.util.Locale;
import org.grainflux.core.InvalidInputException;
import org.grainflux.fem.grid.CellGrid;
import org.grainflux.microstructure.grid.LabelGrid;

/** The grain of every cell of an image, grains numbered from 0 in the order of their labels in the file. */
public final class LabelImage {
    private final String name;
    private final int[] shape;
    private final int[] labels;

    private LabelImage(String name, int[] shape, int[] labels) {
        this.name = name;
        this.shape = shape;
        this.labels = labels;
    }

    /**
     * Reads a file by the ending of its name: .nrrd, .vti or .tesr.
     *
     * @param name of the file, for messages
     * @throws InvalidInputException naming the file, what is wrong, what is allowed and the cure
     */
    public static LabelImage read(String name, byte[] content) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".nrrd")) {
            return new NrrdReader(name, content).read();
        }
        if (lower.endsWith(".vti")) {
            return new VtkImageReader(name, content).read();
        }
        if (lower.endsWith(".tesr")) {
            return new TesrReader(name, content).read();
        }
        throw new InvalidInputException(
                name + ": an image of grains must end in .nrrd, .vti or .tesr; save it in one of these formats");
    }

    /**
     * @param shape cells along x, y and z; z is 1 in a plane image
     * @param labels x fastest; taken over
     */
    static LabelImage of(String name, int[] shape, long[] labels) {
        long cells = Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
        if (cells != labels.length) {
            throw new InvalidInputException(
                    name + ": " + shape[0] + " x " + shape[1] + " x " + shape[2] + " cells need as many labels, got "
                            + labels.length + "; the file is cut short or its shape wrong");
        }
        long[] sorted = labels.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (int c = 0; c < sorted.length; c++) {
            if (c == 0 || sorted[c] != sorted[c - 1]) {
                sorted[count++] = sorted[c];
            }
        }
        long[] distinct = Arrays.copyOf(sorted, count);
        if (distinct[0] < 0) {
            throw new InvalidInputException(name + ": labels must be >= 0, got " + distinct[0]
                    + "; give cells that belong to no grain to a neighbour first");
        }
        int[] numbers = new int[labels.length];
        for (int c = 0; c < numbers.length; c++) {
            numbers[c] = Arrays.binarySearch(distinct, labels[c]);
        }
        return new LabelImage(name, shape.clone(), numbers);
    }

    public int dimension() {
        return shape[2] == 1 ? 2 : 3;
    }

    /** Cells along x (0), y (1) and z (2); 1 along z in a plane image. */
    public int cells(int axis) {
        return shape[axis];
    }

    /**
     * The image stretched to a size; its last axis runs from electrode to electrode.
     *
     * @param sizeM edge lengths, one per axis of the image
     * @param periodic whether it repeats across
     */
    public LabelGrid onto(double[] sizeM, boolean periodic) {
        if (sizeM.length != dimension()) {
            throw new InvalidInputException(name + ": the image has " + shape[0] + " x " + shape[1] + " x " + shape[2]
                    + " cells, so its dimension is " + dimension() + ", not " + sizeM.length
                    + "; set microstructure.dimension: " + dimension());
        }
        CellGrid grid = sizeM.length == 2
                ? new CellGrid(shape[0], 1, shape[1], sizeM[0] / shape[0], 1, sizeM[1] / shape[1], periodic, false)
                : new CellGrid(
                        shape[0],
                        shape[1],
                        shape[2],
                        sizeM[0] / shape[0],
                        sizeM[1] / shape[1],
                        sizeM[2] / shape[2],
                        periodic,
                        periodic);
        return LabelGrid.of(grid, labels);
    }
}
