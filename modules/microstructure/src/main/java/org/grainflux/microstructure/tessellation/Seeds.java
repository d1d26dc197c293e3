package org.grainflux.microstructure.tessellation;

/** Weighted seeds in a plane cell [0, width) × [0, height]; arrays are owned, never copied out. */
final class Seeds {
    private final double widthM;
    private final double heightM;
    private final boolean periodicY;
    private final double[] xM;
    private final double[] yM;
    private final double[] weightsM2;

    Seeds(double widthM, double heightM, boolean periodicY, double[] xM, double[] yM, double[] weightsM2) {
        this.widthM = widthM;
        this.heightM = heightM;
        this.periodicY = periodicY;
        this.xM = xM.clone();
        this.yM = yM.clone();
        this.weightsM2 = weightsM2.clone();
    }

    int count() {
        return xM.length;
    }

    double widthM() {
        return widthM;
    }

    double heightM() {
        return heightM;
    }

    boolean periodicY() {
        return periodicY;
    }

    double xM(int i) {
        return xM[i];
    }

    double yM(int i) {
        return yM[i];
    }

    double weightM2(int i) {
        return weightsM2[i];
    }

    double[] weightsM2() {
        return weightsM2.clone();
    }

    Seeds withWeights(double[] newWeightsM2) {
        return new Seeds(widthM, heightM, periodicY, xM, yM, newWeightsM2);
    }

    Seeds withoutWeights() {
        return withWeights(new double[xM.length]);
    }

    /** Every seed moved to the centroid of its cell; seeds of empty cells stay. */
    Seeds movedToCentroids(PowerDiagram diagram) {
        double[] x = xM.clone();
        double[] y = yM.clone();
        for (int i = 0; i < x.length; i++) {
            ClippedPolygon cell = diagram.cell(i);
            if (!cell.isEmpty()) {
                x[i] = wrap(x[i] + cell.centroidX(), widthM);
                y[i] = y[i] + cell.centroidY();
                y[i] = periodicY ? wrap(y[i], heightM) : Math.min(heightM, Math.max(0, y[i]));
            }
        }
        return new Seeds(widthM, heightM, periodicY, x, y, weightsM2);
    }

    static double wrap(double value, double period) {
        double wrapped = value - period * Math.floor(value / period);
        return wrapped < period ? wrapped : 0;
    }
}
