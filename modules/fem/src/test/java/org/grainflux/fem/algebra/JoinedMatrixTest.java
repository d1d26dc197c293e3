package org.grainflux.fem.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.grainflux.core.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedMatrixTest {

    /** A random network, so that the pattern is sparse. */
    private static CsrMatrix network(int rows, RandomGenerator random) {
        int[] starts = new int[2 * rows + 1];
        int[] members = new int[4 * rows];
        for (int e = 0; e < 2 * rows; e++) {
            starts[e + 1] = 2 * (e + 1);
            members[2 * e] = random.nextInt(rows);
            members[2 * e + 1] = (members[2 * e] + 1 + random.nextInt(rows - 1)) % rows;
        }
        CsrMatrix matrix = new CsrMatrix(CsrPattern.ofCliques(rows, starts, members));
        for (int e = 0; e < 2 * rows; e++) {
            double g = random.nextDouble();
            matrix.addBlock(new int[] {members[2 * e], members[2 * e + 1]}, new double[] {g, -g, -g, g});
        }
        return matrix;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isTheSumOfItsParts(long seed) {
        RandomGenerator random = RandomStreams.stream(seed, "joined", 0);
        int unknowns = 15;
        DMatrixRMaj expected = new DMatrixRMaj(unknowns, unknowns);
        JoinedMatrix.Part[] parts = new JoinedMatrix.Part[3];
        for (int k = 0; k < parts.length; k++) {
            CsrMatrix matrix = network(20, random);
            int[] map = new int[matrix.rows()];
            // Left out, alone, or sharing an unknown with other rows.
            Arrays.setAll(map, i -> random.nextInt(unknowns + 1) - 1);
            parts[k] = new JoinedMatrix.Part(matrix, map);
            DMatrixRMaj p = new DMatrixRMaj(matrix.rows(), unknowns);
            for (int i = 0; i < map.length; i++) {
                if (map[i] >= 0) {
                    p.set(i, map[i], 1);
                }
            }
            DMatrixRMaj half = new DMatrixRMaj(matrix.rows(), unknowns);
            CommonOps_DDRM.mult(matrix.toDense(), p, half);
            CommonOps_DDRM.multAddTransA(p, half, expected);
        }
        CsrMatrix joined = JoinedMatrix.of(unknowns, List.of(parts));
        for (int i = 0; i < unknowns; i++) {
            assertThat(joined.pattern().find(i, i)).isNotNegative();
            for (int j = 0; j < unknowns; j++) {
                assertThat(joined.at(i, j)).isCloseTo(expected.get(i, j), within(1e-14));
            }
        }
    }

    @Test
    void everyRowOfAPartNeedsAnUnknown() {
        CsrMatrix matrix = network(5, RandomStreams.stream(1, "joined", 0));
        assertThatThrownBy(() -> new JoinedMatrix.Part(matrix, new int[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 unknowns for 5 rows");
    }
}
