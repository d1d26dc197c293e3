package org.grainflux.physics.crack;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.assembly.DiffusionAssembler;
import org.grainflux.fem.mesh.InterfaceFacets;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.CholeskySolver;

/** The same cell with its filled facets assembled from nothing, by lengths and halves, and factored. */
final class FilledByHand {
    private FilledByHand() {}

    /** @param voltageV of the lithium at electrode 1; that at 0 and in the crack is at 0 */
    static double[] solve(
            SimplexMesh mesh, CrackResistances resistances, List<Integer> filled, double voltageV, double shiftV) {
        InterfaceFacets facets = mesh.interfaces();
        int regions = 1
                + IntStream.range(0, mesh.elementCount())
                        .map(mesh::elementRegion)
                        .max()
                        .orElseThrow();
        double sigma = resistances.grainConductivitySPerM();
        double[][] tensors = new double[regions][];
        Arrays.fill(tensors, new double[] {sigma, 0, 0, sigma});
        DiffusionAssembler assembler = new DiffusionAssembler(mesh);
        CsrMatrix matrix = assembler.zero();
        assembler.addBulk(matrix, tensors);
        double[] load = new double[mesh.nodeCount()];
        for (int f = 0; f < facets.count(); f++) {
            int[] minus = {facets.minusNode(f, 0), facets.minusNode(f, 1)};
            int[] plus = {facets.plusNode(f, 0), facets.plusNode(f, 1)};
            double length = length(mesh, minus);
            if (filled.contains(f)) {
                for (int node : new int[] {minus[0], minus[1], plus[0], plus[1]}) {
                    double s = 0.5 * length / resistances.crackFaceOhmM2();
                    matrix.add(node, node, s);
                    load[node] += s * shiftV;
                }
            } else {
                double g = length / (6 * resistances.boundaryOhmM2()[facets.tag(f)]);
                matrix.addBlock(new int[] {minus[0], minus[1], plus[0], plus[1]}, new double[] {
                    2 * g, g, -2 * g, -g, g, 2 * g, -g, -2 * g, -2 * g, -g, 2 * g, g, -g, -2 * g, g, 2 * g
                });
            }
        }
        for (int b = 0; b < mesh.borders().count(); b++) {
            int e = mesh.borders().tag(b);
            int[] nodes = {mesh.borders().node(b, 0), mesh.borders().node(b, 1)};
            double s = 0.5
                    * length(mesh, nodes)
                    / (e == 0 ? resistances.startElectrodeOhmM2() : resistances.farElectrodeOhmM2());
            for (int node : nodes) {
                matrix.add(node, node, s);
                load[node] += e == 0 ? 0 : s * voltageV;
            }
        }
        double[] solution = new double[load.length];
        CholeskySolver.of(matrix).solve(load, solution, 1e-12);
        return solution;
    }

    private static double length(SimplexMesh mesh, int[] nodes) {
        return Math.hypot(
                mesh.coordinateM(nodes[0], 0) - mesh.coordinateM(nodes[1], 0),
                mesh.coordinateM(nodes[0], 1) - mesh.coordinateM(nodes[1], 1));
    }
}
