package org.grainflux.microstructure.tessellation;

/**
 * Weighted seeds in a cell that is periodic along all axes but the last, which may end at electrodes; in two or three
 * dimensions. Arrays are owned, never copied out.
 */
final class Seeds {
    private final double[] sizeM;
    private final boolean periodicLast;
    private final double[] positionsM;
    private final double[] weightsM2;

    /**
     * @param sizeM edge lengths of the cell; their number is the dimension
     * @param positionsM seeds × dimension
     * @param weightsM2 one per seed
     */
    Seeds(double[] sizeM, boolean periodicLast, double[] positionsM, double[] weightsM2) {
        this.sizeM = sizeM.clone();
        this.periodicLast = periodicLast;
        this.positionsM = positionsM.clone();
        this.weightsM2 = weightsM2.clone();
    }

    int dimension() {
        return sizeM.length;
    }

    int count() {
        return weightsM2.length;
    }

    double sizeM(int axis) {
        return sizeM[axis];
    }

    double[] sizeM() {
        return sizeM.clone();
    }

    boolean isPeriodic(int axis) {
        return periodicLast || axis < sizeM.length - 1;
    }

    double positionM(int i, int axis) {
        return positionsM[i * sizeM.length + axis];
    }

    double weightM2(int i) {
        return weightsM2[i];
    }

    double[] weightsM2() {
        return weightsM2.clone();
    }

    Seeds withWeights(double[] newWeightsM2) {
        return new Seeds(sizeM, periodicLast, positionsM, newWeightsM2);
    }

    Seeds withoutWeights() {
        return withWeights(new double[count()]);
    }

    /** Every seed moved to the centroid of its cell; seeds of empty cells stay. */
    Seeds movedToCentroids(PowerCells cells) {
        double[] moved = positionsM.clone();
        for (int i = 0; i < count(); i++) {
            for (int axis = 0; axis < sizeM.length && !cells.isEmpty(i); axis++) {
                double position = positionM(i, axis) + cells.centroidM(i, axis);
                moved[i * sizeM.length + axis] =
                        isPeriodic(axis) ? wrap(position, sizeM[axis]) : Math.min(sizeM[axis], Math.max(0, position));
            }
        }
        return new Seeds(sizeM, periodicLast, moved, weightsM2);
    }

    static double wrap(double value, double period) {
        double wrapped = value - period * Math.floor(value / period);
        return wrapped < period ? wrapped : 0;
    }
}
