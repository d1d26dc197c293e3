package org.grainflux.fem.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.LinearSystem;
import org.grainflux.fem.mesh.SimplexMesh;
import org.grainflux.fem.solve.DenseCholesky;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirichletEliminationTest {
    /** A plate of conductivity 1 between x = 0 (potential 1) and x = 2 (potential 4): u = 1 + 1.5 x exactly in P1. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aPlateHasItsLinearField(int dimension) {
        int[] cells = Arrays.copyOf(new int[] {4, 3, 2}, dimension);
        double[][] map = StructuredMesh.box(Arrays.copyOf(new double[] {2, 1, 1}, dimension));
        SimplexMesh mesh = StructuredMesh.of(cells, map, cell -> 0);
        double[] identity = new double[dimension * dimension];
        for (int k = 0; k < dimension; k++) {
            identity[k * dimension + k] = 1;
        }
        CsrMatrix matrix = DiffusionAssembler.stiffness(mesh, new double[][] {identity}, new double[0], null);
        double[] prescribed = new double[mesh.nodeCount()];
        Arrays.setAll(prescribed, i -> {
            double x = mesh.coordinateM(i, 0);
            return x == 0 ? 1 : x == 2 ? 4 : Double.NaN;
        });

        LinearSystem system = DirichletElimination.of(matrix, new double[matrix.rows()], prescribed);

        double[] potential = DenseCholesky.of(system.matrix().toDense()).solve(system.load());
        for (int i = 0; i < potential.length; i++) {
            assertThat(potential[i]).isCloseTo(1 + 1.5 * mesh.coordinateM(i, 0), within(1e-13));
            int length = system.matrix().pattern().rowEnd(i)
                    - system.matrix().pattern().rowStart(i);
            if (!Double.isNaN(prescribed[i])) {
                assertThat(length).as("entries of prescribed row " + i).isEqualTo(1);
                assertThat(system.matrix().at(i, i)).isEqualTo(matrix.at(i, i));
            }
        }
    }
}
