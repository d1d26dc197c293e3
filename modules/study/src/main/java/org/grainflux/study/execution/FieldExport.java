package org.grainflux.study.execution;

import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.physics.transport.CellSolution;

/** The potential and current density of a chosen realization, element by element. */
final class FieldExport {
    private FieldExport() {}

    static FieldSink.PotentialField of(String design, StructureContext context, CellSolution solution) {
        double[] potentialsV = context.field(solution);
        SimplexMesh mesh = context.mesh();
        double[] angles = context.structure().grains().stream()
                .mapToDouble(grain -> grain.orientation().angleRad())
                .toArray();
        return new FieldSink.PotentialField(
                context.unit().structureIndex(),
                design,
                mesh,
                potentialsV,
                currentDensity(mesh, potentialsV, context.properties().grainTensorsSPerM()),
                angles,
                solution.meanCurrentDensityAPerM2PerVolt());
    }

    /** −σ∇φ of each triangle or tetrahedron, A/m²; element-major, elements × dimension. */
    private static double[] currentDensity(SimplexMesh mesh, double[] potentialsV, double[][] tensors) {
        int dimension = mesh.dimension();
        double[] density = new double[dimension * mesh.elementCount()];
        double[][] edges = new double[dimension][dimension];
        double[] drops = new double[dimension];
        for (int e = 0; e < mesh.elementCount(); e++) {
            int first = mesh.elementNode(e, 0);
            for (int k = 0; k < dimension; k++) {
                int node = mesh.elementNode(e, k + 1);
                drops[k] = potentialsV[node] - potentialsV[first];
                for (int axis = 0; axis < dimension; axis++) {
                    edges[k][axis] = mesh.coordinateM(node, axis) - mesh.coordinateM(first, axis);
                }
            }
            double[] gradient = gradient(edges, drops);
            double[] sigma = tensors[mesh.elementRegion(e)];
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j < dimension; j++) {
                    density[dimension * e + i] -= sigma[dimension * i + j] * gradient[j];
                }
            }
        }
        return density;
    }

    /** The g with edge_k · g = drop_k for every edge, by Cramer's rule. */
    private static double[] gradient(double[][] edges, double[] drops) {
        if (edges.length == 2) {
            double twiceArea = edges[0][0] * edges[1][1] - edges[0][1] * edges[1][0];
            return new double[] {
                (drops[0] * edges[1][1] - drops[1] * edges[0][1]) / twiceArea,
                (drops[1] * edges[0][0] - drops[0] * edges[1][0]) / twiceArea
            };
        }
        double[][] normals = {cross(edges[1], edges[2]), cross(edges[2], edges[0]), cross(edges[0], edges[1])};
        double sixVolumes = 0;
        for (int axis = 0; axis < 3; axis++) {
            sixVolumes += edges[0][axis] * normals[0][axis];
        }
        double[] gradient = new double[3];
        for (int k = 0; k < 3; k++) {
            for (int axis = 0; axis < 3; axis++) {
                gradient[axis] += drops[k] * normals[k][axis] / sixVolumes;
            }
        }
        return gradient;
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }
}
