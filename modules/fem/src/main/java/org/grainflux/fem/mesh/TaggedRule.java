package org.grainflux.fem.mesh;

/**
 * Maubach's rule: a tetrahedron \( (x_0, x_1, x_2, x_3)_d \) is bisected at \( x_0 x_d \); with z the midpoint its
 * children are \( (x_0, .., x_{d-1}, z, x_{d+1}, ..) \) and \( (x_1, .., x_d, z, x_{d+1}, ..) \), of type d − 1, or 3
 * after 1. A root has at most 36 classes of similar descendants, so their angles are bounded below for any refinement.
 *
 * <p>The state of a tetrahedron: two bits for the corner in which each of x0 … x3 stands, then two bits for d.
 *
 * @see "Maubach (1995), SIAM J. Sci. Comput. 16, 210; Traxler (1997), Computing 59, 115 (roots that suit)"
 */
final class TaggedRule implements BisectionRule {
    private static final int IN_ORDER = 1 << 2 | 2 << 4 | 3 << 6;

    /** Expects the corners of a root in their tagged order; mirrors them where needed. */
    @Override
    public void arrangeRoot(TetrahedronStore store, int t) {
        boolean mirrored = !(TetrahedronShape.sixVolumes(store.shape(t)) > 0);
        if (mirrored) {
            store.permute(t, 0, 1, 3, 2);
        }
        int order = mirrored ? 1 << 2 | 3 << 4 | 2 << 6 : IN_ORDER;
        lead(store, t, order, 3);
    }

    @Override
    public void arrangeChild(TetrahedronStore store, int t, int kept) {
        int state = store.state(t);
        int type = type(state);
        int order = state & 255;
        int first = order & 3;
        if (kept != first) {
            // x1 … xd move down by one; z stands where x0 stood.
            int moving = (1 << 2 * (type + 1)) - 1;
            order = order & ~moving | (order & moving) >> 2 | first << 2 * type;
        }
        lead(store, t, order, type > 1 ? type - 1 : 3);
    }

    /** Type 3 starts a cycle of three bisections; types 2 and 1 stand inside a cycle. */
    static int type(int state) {
        return state >> 8 & 3;
    }

    private static void lead(TetrahedronStore store, int t, int order, int type) {
        int[] vertices = new int[4];
        for (int p = 0; p < 4; p++) {
            vertices[p] = store.corners[4 * t + (order >> 2 * p & 3)];
        }
        store.lead(t, order & 3, order >> 2 * type & 3);
        int led = 0;
        for (int p = 0; p < 4; p++) {
            for (int k = 0; k < 4; k++) {
                if (store.corners[4 * t + k] == vertices[p]) {
                    led |= k << 2 * p;
                }
            }
        }
        store.setState(t, led | type << 8);
    }
}
