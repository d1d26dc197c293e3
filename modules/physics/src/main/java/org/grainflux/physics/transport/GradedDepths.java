package org.grainflux.physics.transport;

import java.util.Arrays;

/** Depths of the rows or planes of an interlayer: fine at the electrolyte, growing geometrically towards lithium. */
final class GradedDepths {
    private GradedDepths() {}

    /**
     * @param firstM first spacing
     * @param growth ratio of successive spacings
     * @param largestM spacing where growth stops; the first one if that is larger
     * @return ascending from 0 to the thickness; all spacings scaled by one factor, so that they fit
     */
    static double[] of(double thicknessM, double firstM, double growth, double largestM) {
        double largest = Math.max(firstM, largestM);
        double[] depths = new double[16];
        int count = 1;
        for (double step = firstM;
                depths[count - 1] < thicknessM * (1 - 1e-12);
                step = Math.min(growth * step, largest)) {
            if (count == depths.length) {
                depths = Arrays.copyOf(depths, 2 * count);
            }
            depths[count] = depths[count - 1] + step;
            count++;
        }
        double scale = thicknessM / depths[count - 1];
        for (int k = 1; k < count; k++) {
            depths[k] *= scale;
        }
        depths[count - 1] = thicknessM;
        return Arrays.copyOf(depths, count);
    }
}
