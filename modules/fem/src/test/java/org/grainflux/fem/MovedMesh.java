package org.grainflux.fem;

import org.grainflux.fem.mesh.SimplexMesh;

/** A mesh with its nodes elsewhere. */
public final class MovedMesh {
    private MovedMesh() {}

    /** Where a node goes. */
    public interface Move {
        /** @param pointM on entry where the node is, on return where it goes */
        void apply(int node, double[] pointM);
    }

    public static SimplexMesh of(SimplexMesh mesh, Move move) {
        int d = mesh.dimension();
        double[] coordinates = new double[mesh.nodeCount() * d];
        double[] pointM = new double[d];
        for (int v = 0; v < mesh.nodeCount(); v++) {
            for (int axis = 0; axis < d; axis++) {
                pointM[axis] = mesh.coordinateM(v, axis);
            }
            move.apply(v, pointM);
            System.arraycopy(pointM, 0, coordinates, v * d, d);
        }
        int[] nodes = new int[mesh.elementCount() * (d + 1)];
        int[] regions = new int[mesh.elementCount()];
        for (int e = 0; e < regions.length; e++) {
            regions[e] = mesh.elementRegion(e);
            for (int c = 0; c <= d; c++) {
                nodes[e * (d + 1) + c] = mesh.elementNode(e, c);
            }
        }
        return SimplexMesh.owning(d, coordinates, nodes, regions, mesh.interfaces(), mesh.borders());
    }
}
