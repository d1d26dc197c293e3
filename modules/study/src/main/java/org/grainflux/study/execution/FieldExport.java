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

    /** −σ∇φ of each triangle, A/m²; element-major, elements × 2. */
    private static double[] currentDensity(SimplexMesh mesh, double[] potentialsV, double[][] tensors) {
        double[] density = new double[2 * mesh.elementCount()];
        for (int e = 0; e < mesh.elementCount(); e++) {
            int a = mesh.elementNode(e, 0);
            int b = mesh.elementNode(e, 1);
            int c = mesh.elementNode(e, 2);
            double abX = mesh.coordinateM(b, 0) - mesh.coordinateM(a, 0);
            double abY = mesh.coordinateM(b, 1) - mesh.coordinateM(a, 1);
            double acX = mesh.coordinateM(c, 0) - mesh.coordinateM(a, 0);
            double acY = mesh.coordinateM(c, 1) - mesh.coordinateM(a, 1);
            double twiceArea = abX * acY - abY * acX;
            double ab = potentialsV[b] - potentialsV[a];
            double ac = potentialsV[c] - potentialsV[a];
            double gradientX = (ab * acY - ac * abY) / twiceArea;
            double gradientY = (ac * abX - ab * acX) / twiceArea;
            double[] sigma = tensors[mesh.elementRegion(e)];
            density[2 * e] = -(sigma[0] * gradientX + sigma[1] * gradientY);
            density[2 * e + 1] = -(sigma[2] * gradientX + sigma[3] * gradientY);
        }
        return density;
    }
}
