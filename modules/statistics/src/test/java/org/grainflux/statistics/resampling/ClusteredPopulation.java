package org.grainflux.statistics.resampling;

import java.util.random.RandomGenerator;

/** Log-normal values around log-normal cluster means: median 1, total σ_ln² = between² + within². */
record ClusteredPopulation(int clusters, int valuesPerCluster, double between, double within) {
    double[][] draw(RandomGenerator random) {
        double[][] values = new double[clusters][valuesPerCluster];
        for (double[] row : values) {
            double mean = between * random.nextGaussian();
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.exp(mean + within * random.nextGaussian());
            }
        }
        return values;
    }
}
