package org.grainflux.fem.assembly;

import org.grainflux.core.NumericalFailureException;
import org.grainflux.core.NumericalFailureException.Reason;
import org.grainflux.fem.mesh.SimplexMesh;

/**
 * Measure and barycentric gradients of one simplex with straight edges. One instance is reused for many simplices: load
 * it, then read it.
 */
public final class SimplexGeometry {
    private final int dimension;
    /** Edge vectors from corner 0, row k to corner k + 1. */
    private final double[] edges;

    private final double[] gradients;
    private double measure;

    public SimplexGeometry(int dimension) {
        if (dimension != 2 && dimension != 3) {
            throw new IllegalArgumentException("elements of dimension 2 or 3 are assembled, got " + dimension);
        }
        this.dimension = dimension;
        this.edges = new double[dimension * dimension];
        this.gradients = new double[(dimension + 1) * dimension];
    }

    /** Area or volume, always positive. */
    public double measure() {
        return measure;
    }

    /** ∂λ_corner/∂x_axis, 1/m. */
    public double gradient(int corner, int axis) {
        return gradients[corner * dimension + axis];
    }

    /** @throws NumericalFailureException with MESH_QUALITY when the element is inverted or degenerate */
    public void load(SimplexMesh mesh, int element) {
        int origin = mesh.elementNode(element, 0);
        for (int k = 0; k < dimension; k++) {
            int node = mesh.elementNode(element, k + 1);
            for (int axis = 0; axis < dimension; axis++) {
                edges[k * dimension + axis] = mesh.coordinateM(node, axis) - mesh.coordinateM(origin, axis);
            }
        }
        double determinant = dimension == 2 ? inverse2() : inverse3();
        if (!(determinant > 0)) {
            throw new NumericalFailureException(
                    Reason.MESH_QUALITY,
                    "element " + element + " of region " + mesh.elementRegion(element)
                            + " is inverted or degenerate: Jacobian determinant " + determinant);
        }
        measure = determinant / (dimension == 2 ? 2 : 6);
        for (int axis = 0; axis < dimension; axis++) {
            double sum = 0;
            for (int corner = 1; corner <= dimension; corner++) {
                double scaled = gradients[corner * dimension + axis] / determinant;
                gradients[corner * dimension + axis] = scaled;
                sum += scaled;
            }
            gradients[axis] = -sum;
        }
    }

    /** Gradients times the determinant, which is returned. */
    private double inverse2() {
        gradients[2] = edges[3];
        gradients[3] = -edges[2];
        gradients[4] = -edges[1];
        gradients[5] = edges[0];
        return edges[0] * edges[3] - edges[1] * edges[2];
    }

    private double inverse3() {
        cross(3, 6, 3);
        cross(6, 0, 6);
        cross(0, 3, 9);
        return edges[0] * gradients[3] + edges[1] * gradients[4] + edges[2] * gradients[5];
    }

    private void cross(int a, int b, int target) {
        gradients[target] = edges[a + 1] * edges[b + 2] - edges[a + 2] * edges[b + 1];
        gradients[target + 1] = edges[a + 2] * edges[b] - edges[a] * edges[b + 2];
        gradients[target + 2] = edges[a] * edges[b + 1] - edges[a + 1] * edges[b];
    }
}
