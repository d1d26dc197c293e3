package org.grainflux.physics.transport;

/**
 * Centres of discs: all points of a surface and all centroids of its triangles, so they are dense where the mesh is, at
 * the boundary traces. With their weights (a quarter and three quarters of the area) they integrate parabolas on each
 * triangle exactly, so they stand for all positions in moments and quantiles. Depends on the mesh alone.
 *
 * @param xM by centre
 * @param weights share of the surface each centre stands for; their sum is 1
 */
record DiscCentres(double[] xM, double[] yM, double[] weights) {

    static DiscCentres of(ElectrodeSurface surface) {
        int points = surface.pointCount();
        int triangles = surface.triangleCount();
        double[] x = new double[points + triangles];
        double[] y = new double[x.length];
        double[] weights = new double[x.length];
        for (int t = 0; t < triangles; t++) {
            double share = surface.areaM2(t) / surface.areaM2();
            for (int c = 0; c < 3; c++) {
                int p = surface.point(t, c);
                x[p] = surface.cornerM(t, c, 0);
                y[p] = surface.cornerM(t, c, 1);
                x[points + t] += x[p] / 3;
                y[points + t] += y[p] / 3;
                weights[p] += share / 12;
            }
            weights[points + t] = 0.75 * share;
        }
        return new DiscCentres(x, y, weights);
    }

    int count() {
        return weights.length;
    }
}
