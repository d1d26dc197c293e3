package org.grainflux.fem.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.grainflux.core.RandomStreams;
import org.grainflux.fem.StructuredMesh;
import org.grainflux.fem.algebra.CsrMatrix;
import org.grainflux.fem.algebra.JoinedMatrix;
import org.grainflux.fem.mesh.SimplexMesh;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator's short ways against the matrix of all nodes. */
class DiffusionOperatorTest {
    private static DiffusionOperator operator(int dimension, RandomGenerator random) {
        int[] cells = Arrays.copyOf(new int[] {4, 3, 4}, dimension);
        double[][] map = StructuredMesh.box(Arrays.copyOf(new double[] {2, 1, 3}, dimension));
        SimplexMesh mesh = StructuredMesh.periodic(cells, map, c -> c[0] / 2);
        double[][] tensors = new double[2][dimension * dimension];
        for (double[] tensor : tensors) {
            for (int k = 0; k < dimension; k++) {
                tensor[k * dimension + k] = 1 + random.nextDouble();
            }
            tensor[1] = tensor[dimension] = 0.3;
        }
        int tags = 1;
        for (int f = 0; f < mesh.interfaces().count(); f++) {
            tags = Math.max(tags, 1 + mesh.interfaces().tag(f));
        }
        double[] conductances = random.doubles(tags, 0.1, 10).toArray();
        return new DiffusionOperator(mesh, tensors, conductances, conductances.clone());
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "2, 2", "3, 3", "3, 4"})
    void reactionsAreRowsOfTheMatrixOfAllNodes(int dimension, long seed) {
        RandomGenerator random = RandomStreams.stream(seed, "operator", 0);
        DiffusionOperator operator = operator(dimension, random);
        CsrMatrix whole = operator.matrix();
        double[] x = random.doubles(whole.rows(), -1, 1).toArray();
        int[] nodes = random.ints(7, 0, whole.rows()).distinct().toArray();

        double[] reactions = operator.reactions(nodes, x);

        for (int k = 0; k < nodes.length; k++) {
            assertThat(reactions[k]).isCloseTo(whole.rowTimes(nodes[k], x), within(1e-12));
        }
    }

    /** A third of the nodes have a given value, others share unknowns in pairs, and one unknown has no node. */
    @ParameterizedTest
    @CsvSource({"2, 1", "2, 2", "3, 3", "3, 4"})
    void theMatrixOfTheUnknownsIsTheReducedMatrixOfAllNodes(int dimension, long seed) {
        RandomGenerator random = RandomStreams.stream(seed, "operator", 1);
        DiffusionOperator operator = operator(dimension, random);
        CsrMatrix whole = operator.matrix();
        int[] unknownOfNode = new int[whole.rows()];
        int unknowns = whole.rows() / 2 + 1;
        Arrays.setAll(unknownOfNode, i -> random.nextInt(3) == 0 ? DiffusionOperator.GIVEN : i / 2);
        double[] values = random.doubles(whole.rows(), -1, 1).toArray();
        double[] load = new double[unknowns];

        CsrMatrix matrix = operator.matrix(unknowns, unknownOfNode, values, load);

        CsrMatrix expected = JoinedMatrix.of(unknowns, List.of(new JoinedMatrix.Part(whole, unknownOfNode)));
        double[] expectedLoad = new double[unknowns];
        for (int i = 0; i < whole.rows(); i++) {
            for (int k = 0; k < whole.rows() && unknownOfNode[i] != DiffusionOperator.GIVEN; k++) {
                expectedLoad[unknownOfNode[i]] -=
                        unknownOfNode[k] == DiffusionOperator.GIVEN ? whole.at(i, k) * values[k] : 0;
            }
        }
        for (int u = 0; u < unknowns; u++) {
            assertThat(load[u]).isCloseTo(expectedLoad[u], within(1e-12));
            for (int v = 0; v < unknowns; v++) {
                assertThat(matrix.at(u, v)).isCloseTo(expected.at(u, v), within(1e-12));
            }
        }
        assertThat(matrix.pattern().find(unknowns - 1, unknowns - 1)).isNotNegative();
    }
}
