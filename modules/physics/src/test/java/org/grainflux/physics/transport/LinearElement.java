package org.grainflux.physics.transport;

import org.grainflux.fem.mesh.SimplexMesh;

/** A tetrahedron's volume and the gradient of a linear function on it, by Cramer's rule. */
record LinearElement(double volumeM3, double[] gradient) {
    static LinearElement of(SimplexMesh mesh, int element, double[] nodeValues) {
        double[][] edges = new double[3][3];
        double[] rise = new double[3];
        int origin = mesh.elementNode(element, 0);
        for (int k = 0; k < 3; k++) {
            int node = mesh.elementNode(element, k + 1);
            rise[k] = nodeValues[node] - nodeValues[origin];
            for (int axis = 0; axis < 3; axis++) {
                edges[k][axis] = mesh.coordinateM(node, axis) - mesh.coordinateM(origin, axis);
            }
        }
        double determinant = determinant(edges);
        double[] gradient = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double[][] replaced = new double[3][];
            for (int k = 0; k < 3; k++) {
                replaced[k] = edges[k].clone();
                replaced[k][axis] = rise[k];
            }
            gradient[axis] = determinant(replaced) / determinant;
        }
        return new LinearElement(determinant / 6, gradient);
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }
}
