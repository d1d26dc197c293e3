package org.grainflux.fem.assembly;

import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Length or area of a facet (a simplex of dimension d − 1 in d dimensions) and its P1 mass and surface stiffness. One
 * instance is reused for many facets: load it, then read it.
 */
public final class FacetGeometry {
    private final int dimension;
    /** corners × dimension. */
    private final double[] points;

    private double measureM;

    public FacetGeometry(int dimension) {
        this.dimension = dimension;
        this.points = new double[dimension * dimension];
    }

    /** @param nodes the corners; dimension of them */
    public void load(SimplexMesh mesh, int[] nodes) {
        for (int corner = 0; corner < dimension; corner++) {
            for (int axis = 0; axis < dimension; axis++) {
                points[corner * dimension + axis] = mesh.coordinateM(nodes[corner], axis);
            }
        }
        measureM = dimension == 2 ? Math.hypot(edge(0, 1, 0), edge(0, 1, 1)) : 0.5 * Math.sqrt(gramDeterminant());
    }

    public int corners() {
        return dimension;
    }

    /** m in two dimensions, m² in three. */
    public double measure() {
        return measureM;
    }

    /**
     * Unit normal; seen against it, corners run anticlockwise (3D) or from right to left (2D).
     *
     * @param normal dimension entries, overwritten
     */
    public void normal(double[] normal) {
        if (dimension == 2) {
            normal[0] = edge(0, 1, 1) / measureM;
            normal[1] = -edge(0, 1, 0) / measureM;
            return;
        }
        for (int axis = 0; axis < 3; axis++) {
            int p = (axis + 1) % 3;
            int q = (axis + 2) % 3;
            normal[axis] = (edge(0, 1, p) * edge(0, 2, q) - edge(0, 1, q) * edge(0, 2, p)) / (2 * measureM);
        }
    }

    /** Consistent mass ∫ λ_a λ_b. */
    public double mass(int a, int b) {
        return measureM * (a == b ? 2 : 1) / (dimension * (dimension + 1));
    }

    /** Row sum of the mass on the diagonal. */
    double lumpedMass(int a, int b) {
        return a == b ? measureM / dimension : 0;
    }

    /** Surface stiffness ∫ ∂sλ_a · ∂sλ_b; degenerate facets have none. */
    double stiffness(int a, int b) {
        if (!(measureM > 0)) {
            return 0;
        }
        if (dimension == 2) {
            return (a == b ? 1 : -1) / measureM;
        }
        // On a triangle ∂sλ_a is the opposite edge turned in its plane and divided by twice the area.
        int a1 = (a + 1) % 3;
        int a2 = (a + 2) % 3;
        int b1 = (b + 1) % 3;
        int b2 = (b + 2) % 3;
        double dot = 0;
        for (int axis = 0; axis < 3; axis++) {
            dot += edge(a1, a2, axis) * edge(b1, b2, axis);
        }
        return dot / (4 * measureM);
    }

    /** Point with the given barycentric coordinates. */
    public void point(double[] barycentric, double[] pointM) {
        for (int axis = 0; axis < dimension; axis++) {
            double x = 0;
            for (int corner = 0; corner < dimension; corner++) {
                x += barycentric[corner] * points[corner * dimension + axis];
            }
            pointM[axis] = x;
        }
    }

    double cornerM(int corner, int axis) {
        return points[corner * dimension + axis];
    }

    private double edge(int from, int to, int axis) {
        return points[to * dimension + axis] - points[from * dimension + axis];
    }

    private double gramDeterminant() {
        double nx = edge(0, 1, 1) * edge(0, 2, 2) - edge(0, 1, 2) * edge(0, 2, 1);
        double ny = edge(0, 1, 2) * edge(0, 2, 0) - edge(0, 1, 0) * edge(0, 2, 2);
        double nz = edge(0, 1, 0) * edge(0, 2, 1) - edge(0, 1, 1) * edge(0, 2, 0);
        return nx * nx + ny * ny + nz * nz;
    }
}
