package org.grainflux.physics.transport;

/**
 * Wavenumbers at which a smooth function of the mode stands for all modes 1 … N: the first ones themselves, Chebyshev
 * points in ln n beyond. What a layer adds to a half-space is analytic in ln k within a strip of half-width π/2, so the
 * interpolation converges geometrically whatever the layer, and the sum over N modes becomes one over some thirty nodes
 * whose matrices do not depend on the design.
 */
final class ModeNodes {
    /** The steep part of the function: these modes are taken one by one. */
    private static final int SINGLE = 8;

    /** On three decades of modes the error of the excess is below 1e-6 of its value at the first node. */
    private static final int CHEBYSHEV = 28;

    private final int modes;
    private final double[] nodes;
    private final double[] barycentric;

    ModeNodes(int modes) {
        this.modes = modes;
        if (modes <= SINGLE + CHEBYSHEV) {
            nodes = new double[modes];
            barycentric = null;
            for (int n = 1; n <= modes; n++) {
                nodes[n - 1] = n;
            }
            return;
        }
        nodes = new double[SINGLE + CHEBYSHEV];
        barycentric = new double[CHEBYSHEV];
        double low = Math.log(SINGLE + 1.0);
        double high = Math.log(modes);
        for (int n = 1; n <= SINGLE; n++) {
            nodes[n - 1] = n;
        }
        for (int b = 0; b < CHEBYSHEV; b++) {
            double angle = Math.PI * (b + 0.5) / CHEBYSHEV;
            nodes[SINGLE + b] = Math.exp(0.5 * (low + high) - 0.5 * (high - low) * Math.cos(angle));
            barycentric[b] = (b % 2 == 0 ? 1 : -1) * Math.sin(angle);
        }
    }

    /** N. */
    int modes() {
        return modes;
    }

    int count() {
        return nodes.length;
    }

    /** A real multiple of the first wavenumber. */
    double mode(int node) {
        return nodes[node];
    }

    /** What each node contributes to a mode; zeros and a single 1 for the first ones. */
    double[] weights(int mode) {
        double[] weights = new double[nodes.length];
        if (barycentric == null || mode <= SINGLE) {
            weights[mode - 1] = 1;
            return weights;
        }
        double sum = 0;
        for (int b = 0; b < CHEBYSHEV; b++) {
            double distance = Math.log(mode / nodes[SINGLE + b]);
            if (distance == 0) {
                double[] single = new double[nodes.length];
                single[SINGLE + b] = 1;
                return single;
            }
            weights[SINGLE + b] = barycentric[b] / distance;
            sum += weights[SINGLE + b];
        }
        for (int b = 0; b < CHEBYSHEV; b++) {
            weights[SINGLE + b] /= sum;
        }
        return weights;
    }
}
