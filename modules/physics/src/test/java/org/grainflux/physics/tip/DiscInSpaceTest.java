package org.grainflux.physics.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.assembly.BorderAssembler;
import org.grainflux.fem.assembly.BorderConductance;
import org.grainflux.fem.assembly.DiffusionAssembler;
import org.grainflux.fem.choice.LinearSolvers;
import org.grainflux.fem.mesh.JoinedMesh;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.mesh.TetrahedralBisection;
import org.junit.jupiter.api.Test;

/** The same contact as a volume: an octant under a quarter of the disc, whose edge no mesh face follows. */
class DiscInSpaceTest {
    private static final int SURFACE = 0;
    private static final int OUTSIDE = 1;
    private static final double EXTENT = 8;

    @Test
    void theVolumeAgreesWithTheBodyOfRevolution() {
        // Unit radius and conductivity; charge transfer as large as spreading, where both matter.
        double chargeTransfer = Math.PI / 4;
        double revolved = DiscContact.bare(1, 1, chargeTransfer)
                .solve(DiscContact.DEFAULT_RESOLUTION)
                .resistanceOhm();
        assertThat(resistance(chargeTransfer, 0.4) / revolved).isCloseTo(1, within(1e-2));
    }

    private static double resistance(double chargeTransfer, double resolution) {
        SimplexMesh mesh = mesh(resolution);
        DiffusionAssembler assembler = new DiffusionAssembler(mesh);
        CsrMatrix matrix = assembler.zero();
        assembler.addBulk(matrix, new double[][] {{1, 0, 0, 0, 1, 0, 0, 0, 1}});
        BorderAssembler border = new BorderAssembler(mesh);
        border.addRobin(
                matrix, OUTSIDE, BorderConductance.sampled(p -> EXTENT / (p[0] * p[0] + p[1] * p[1] + p[2] * p[2]), 1));
        BorderConductance disc = BorderConductance.sampled(p -> Math.hypot(p[0], p[1]) < 1 ? 1 / chargeTransfer : 0, 8);
        border.addRobin(matrix, SURFACE, disc);
        double[] load = new double[mesh.nodeCount()];
        border.addRobinLoad(load, SURFACE, disc, 1);
        double[] potential = new double[load.length];
        LinearSolvers.automatic(matrix, 1).solve(load, potential, 1e-8);
        return 1 / (4 * border.inflow(SURFACE, disc, 1, potential));
    }

    /** A cube of six tetrahedra along its diagonal, bisected towards the edge of the disc. */
    private static SimplexMesh mesh(double resolution) {
        int[][] permutations = {{0, 1, 2}, {1, 2, 0}, {2, 0, 1}, {0, 2, 1}, {2, 1, 0}, {1, 0, 2}};
        double[] coordinates = new double[24];
        Arrays.setAll(coordinates, k -> EXTENT * (k / 3 >> k % 3 & 1));
        int[] corners = new int[24];
        int[] tags = new int[24];
        for (int t = 0; t < 6; t++) {
            int[] path = new int[4];
            for (int k = 0; k < 3; k++) {
                path[k + 1] = path[k] | 1 << permutations[t][k];
            }
            if (t >= 3) {
                int swap = path[2];
                path[2] = path[3];
                path[3] = swap;
            }
            for (int k = 0; k < 4; k++) {
                corners[4 * t + k] = path[k];
                tags[4 * t + k] = tag(path, k);
            }
        }
        TetrahedralBisection cube =
                TetrahedralBisection.longestEdge(coordinates, corners, new int[48], tags, new int[6], new double[2]);
        cube.refine((x, y, z) -> Math.max(0.15, resolution * Math.hypot(Math.hypot(x, y) - 1, z)), 500_000);
        return JoinedMesh.of(cube, p -> p, p -> 0);
    }

    /** Of the face opposite to a corner. */
    private static int tag(int[] path, int corner) {
        int all = 7;
        int any = 0;
        for (int k = 0; k < 4; k++) {
            if (k != corner) {
                all &= path[k];
                any |= path[k];
            }
        }
        if ((any & 4) == 0) {
            return SURFACE;
        }
        return all != 0 ? OUTSIDE : TetrahedralBisection.UNTAGGED;
    }
}
